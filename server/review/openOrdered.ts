import { Types, type ClientSession } from 'mongoose'
import type { IsoDate } from '../legal/dates.ts'
import type { CitationRecord } from '../models/Citation.ts'
import { LegalDocument, type LegalDocumentRecord } from '../models/LegalDocument.ts'
import { Review } from '../models/Review.ts'
import { dueOn as dueByRule, type Due } from './dueOn.ts'
import { dueRules } from './dueRules.ts'
import { openReview, type Opening, type ReviewOpened } from './openReview.ts'

export interface OrderedReview {
  /** The document that orders it. */
  source: Pick<LegalDocumentRecord, '_id' | 'number' | 'isIllustrative'>
  /** Where it names the document to be reviewed. */
  citation: CitationRecord
  isUnderway: boolean
  dueOn?: IsoDate | null
  unit?: Types.ObjectId | null
  /** The sentences that order it, one or more. */
  quotes: string[]
  note: string
}

/**
 * Opens a review "theo chỉ đạo". When nobody has registered the document yet the review rests on its stub and is tied to the
 * document in the save that registers it: `tieOrdered`. Null when this order has opened its review before.
 */
export async function openOrdered(
  ordered: OrderedReview,
  opening: Opening,
): Promise<ReviewOpened | null> {
  const { source, citation, isUnderway, dueOn, unit, quotes, note } = ordered
  const { actor, today, session } = opening
  const triggerKey = `order:${String(source._id)}:${String(citation._id)}`
  if (await Review.exists({ ground: 'ordered', triggerKey }).session(session)) return null
  const target = await targetOf(citation, session)
  const due = dueOn
    ? orderedDue(dueOn, actor?.name ?? '')
    : dueByRule({ recordedOn: today, ...(await dueRules(today, session)) })
  return openReview(
    {
      document: { ...target.document, responsibleUnit: unit ?? target.document.responsibleUnit },
      ...{ ground: 'ordered', triggerKey, triggerDocument: source._id, due },
      ...{ dueSetByPerson: Boolean(dueOn), note },
      ...(target.stub && { stub: target.stub }),
      ...(isUnderway && { state: 'inProgress' }),
      orderQuote: quotes.join('\n'),
    },
    opening,
  )
}

/** The day the order gives. The sentence stands in `orderQuote` alone: whoever may not see the dispatch is not told it elsewhere. */
function orderedDue(on: IsoDate, by: string): Due {
  const why = [{ key: 'reviews.due.ordered', params: { date: on, by } }]
  return { dueOn: on, precision: 'day', why }
}

async function targetOf(citation: CitationRecord, session: ClientSession) {
  const linked = citation.state === 'linked' && citation.to
  const document = linked
    ? await LegalDocument.findById(linked).session(session).lean<LegalDocumentRecord>()
    : null
  if (document) return { document, stub: null }
  const { _id, toKey, number, title, quote, type } = citation
  const name = number ? [type, number].filter(Boolean).join(' ') : title || quote
  // The id of nothing: the review moves to the document that is registered.
  const nothing = { _id: new Types.ObjectId(), docClass: 'unknown' as const, isIllustrative: false }
  return {
    document: { ...nothing, responsibleUnit: null },
    stub: { citation: _id, toKey, name: name.replace(/\s+/gu, ' ') },
  }
}
