import type { Types } from 'mongoose'
import type { ReviewRecord } from '../models/Review.ts'

/**
 * A review without the words of documents a person may not see: the review of a public document may be ordered, or called for, by
 * a restricted one. That somebody ordered it is no secret; what it says, its number and its title are.
 */
export function withoutHidden(review: ReviewRecord, hidden: ReadonlySet<string>): ReviewRecord {
  const isHidden = (id?: Types.ObjectId | null) => Boolean(id && hidden.has(String(id)))
  const bySource = isHidden(review.triggerDocument)
  const byFollowUp = isHidden(review.followUp)
  const chain = review.chain.map((link, index) => {
    // The first line is what the changing document says; each further one is said by the document it leads to.
    const speaker = index === 0 ? review.triggerDocument : link.document
    return isHidden(speaker) ? { ...link, quote: '' } : link
  })
  const history = review.history.map(line => {
    const isSecret =
      (bySource && review.ground === 'ordered' && line.what === 'opened') ||
      (byFollowUp && line.what === 'followedUp')
    return isSecret ? { ...line, note: '' } : line
  })
  const shown = { ...review, chain, history } as ReviewRecord
  return bySource ? { ...shown, orderQuote: '', dueWhy: dueWithoutQuote(review) } : shown
}

/** Reviews opened before the sentence was kept once had it as the reason of their day as well. */
function dueWithoutQuote({ dueWhy, orderQuote }: ReviewRecord): ReviewRecord['dueWhy'] {
  return dueWhy.map(row => {
    const { reason, ...others } = (row.params ?? {}) as { reason?: string }
    const isQuote = Boolean(reason) && reason === orderQuote
    return isQuote ? { ...row, key: 'reviews.due.ordered', params: others } : row
  }) as ReviewRecord['dueWhy']
}
