import type { Types } from 'mongoose'
import type { ReviewRecord } from '../models/Review.ts'
import { Unit } from '../models/Unit.ts'
import { User } from '../models/User.ts'
import type { Actor } from '../people/actor.ts'
import { hiddenFrom } from '../people/visibleTo.ts'
import { glances, type DocumentGlance } from './documentGlance.ts'
import { standingsFrom } from './standings.ts'
import { actionsOpen, type ReviewAction, type Standing } from './transitions.ts'
import { withoutHidden } from './withoutHidden.ts'

/** A review with the names a line of a list prints; without the words of documents this person may not see. */
export interface ReviewRow {
  review: ReviewRecord
  document: DocumentGlance
  /** The changed document and the one that changed it, where an event opened the review. */
  changed: DocumentGlance | null
  source: DocumentGlance | null
  /** It was ordered, or called for, by a document this person may not see. */
  isSourceHidden: boolean
  /** The document it stands on directly. */
  basis: DocumentGlance | null
  unitName: string
  reviewerName: string
  submitterName: string
  standings: Standing[]
  actions: ReviewAction[]
}

/** Loads what lines of a list need, all at once. Reviews whose document is gone are left out. */
export async function reviewRows(reviews: ReviewRecord[], actor: Actor): Promise<ReviewRow[]> {
  const hidden = new Set((await hiddenFrom(actor)).map(String))
  const isHidden = (id?: Types.ObjectId | null) => Boolean(id && hidden.has(String(id)))
  const [documents, units, people] = await Promise.all([
    glances(reviews.flatMap(documentsOf).filter(id => !isHidden(id))),
    names(
      Unit,
      reviews.flatMap(({ unit }) => unit ?? []),
    ),
    names(
      User,
      reviews.flatMap(({ reviewer, submittedBy }) => [reviewer ?? [], submittedBy ?? []].flat()),
    ),
  ])
  const at = (id: Types.ObjectId | null | undefined) => documents.get(String(id)) ?? null
  return reviews.flatMap(review => {
    const document = at(review.document) ?? stubGlance(review)
    if (!document) return []
    const standings = standingsFrom(actor, review)
    return {
      ...{ review: withoutHidden(review, hidden), document, standings },
      changed: at(review.chain[0]?.document),
      source: at(review.triggerDocument),
      isSourceHidden: isHidden(review.triggerDocument),
      basis: at(review.chain.at(-2)?.document),
      unitName: units.get(String(review.unit)) ?? '',
      reviewerName: people.get(String(review.reviewer)) ?? '',
      submitterName: people.get(String(review.submittedBy)) ?? '',
      actions: actionsOpen({ state: review.state, standings }),
    }
  })
}

/** A document nobody has registered yet, by the words that name it; its page is that of the stub. */
function stubGlance({ stub, isIllustrative }: ReviewRecord): DocumentGlance | null {
  if (!stub) return null
  const unknown = { docClass: 'unknown' as const, forceStatus: 'undetermined' as const }
  return {
    ...{ id: '', stubKey: stub.toKey, number: '', type: '', title: stub.name, issuerName: '' },
    ...{ ...unknown, own: false, isIllustrative },
  }
}

function documentsOf({ document, triggerDocument, chain }: ReviewRecord): Types.ObjectId[] {
  return [document, triggerDocument ?? [], chain.map(link => link.document)].flat()
}

/** Names of units or users by id. */
export async function names(
  model: typeof Unit | typeof User,
  ids: Types.ObjectId[],
): Promise<Map<string, string>> {
  const filter = { _id: { $in: ids } }
  const rows: { _id: Types.ObjectId; name: string }[] =
    model === Unit
      ? await Unit.find(filter, { name: 1 }).lean()
      : await User.find(filter, { name: 1 }).lean()
  return new Map(rows.map(({ _id, name }) => [String(_id), name]))
}
