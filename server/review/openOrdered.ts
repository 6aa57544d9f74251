import { Types, type ClientSession } from 'mongoose'
import { audit } from '../audit/audit.ts'
import type { IsoDate } from '../legal/dates.ts'
import { Citation, type CitationRecord } from '../models/Citation.ts'
import { LegalDocument, type LegalDocumentRecord } from '../models/LegalDocument.ts'
import { Review, type ReviewRecord } from '../models/Review.ts'
import { dueOn as dueByRule, type Due } from './dueOn.ts'
import { dueRules } from './dueRules.ts'
import { kindOfReview } from './grounds.ts'
import { openReview, type Opening } from './openReview.ts'

export interface OrderedReview {
  /** The document that orders it. */
  source: Pick<LegalDocumentRecord, '_id' | 'number' | 'isIllustrative'>
  /** Where it names the document to be reviewed. */
  citation: CitationRecord
  isUnderway: boolean
  dueOn?: IsoDate | null
  unit?: Types.ObjectId | null
  quote: string
  note: string
}

/**
 * Opens a review "theo chỉ đạo". When nobody has registered the document yet the review rests on its stub and is tied to the
 * document in the save that registers it: `tieOrdered`. Null when this order has opened its review before.
 */
export async function openOrdered(
  ordered: OrderedReview,
  opening: Opening,
): Promise<{ id: Types.ObjectId; people: Types.ObjectId[] } | null> {
  const { source, citation, isUnderway, dueOn, unit, quote, note } = ordered
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
      orderQuote: quote,
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

/** Reviews that rest on stubs move to the documents their citations lead to now; the unit of the document takes those nobody has. */
export async function tieOrdered(
  citations: Types.ObjectId[],
  { actor, now, session }: Opening,
): Promise<void> {
  const waiting = await Review.find({ 'stub.citation': { $in: citations } })
    .session(session)
    .lean<ReviewRecord[]>()
  for (const review of waiting) {
    const citation = await Citation.findById(review.stub?.citation).session(session).lean()
    const document =
      citation?.to &&
      (await LegalDocument.findById(citation.to).session(session).lean<LegalDocumentRecord>())
    if (document) await tie(review, document, { actor, now, session })
  }
}

async function tie(
  review: ReviewRecord,
  document: LegalDocumentRecord,
  { actor, now, session }: Pick<Opening, 'actor' | 'now' | 'session'>,
): Promise<void> {
  const unit = review.unit ?? document.responsibleUnit ?? null
  const line = { at: now, by: actor?.id, byName: actor?.name ?? '', what: 'tied' }
  await Review.updateOne(
    { _id: review._id },
    {
      $set: { document: document._id, kind: kindOfReview(document.docClass), unit },
      $unset: { stub: 1 },
      $push: { history: { ...line, note: document.number } },
      $inc: { revision: 1 },
    },
    { session },
  )
  const after = { document: document._id, unit }
  const entry = { action: 'reviewTie' as const, by: actor, at: now, targetKind: 'Review' }
  await audit({ ...entry, target: review._id, before: { stub: review.stub }, after }, session)
}
