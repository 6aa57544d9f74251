import { Types, type ClientSession } from 'mongoose'
import { parseTypedDate } from '../legal/dates.ts'
import { inTransaction } from '../lib/mongo.ts'
import { LegalDocument, type LegalDocumentRecord } from '../models/LegalDocument.ts'
import { Review } from '../models/Review.ts'
import type { Outside } from '../outside.ts'
import type { Actor } from '../people/actor.ts'
import { visibleTo } from '../people/visibleTo.ts'
import type { ReviewErrors } from './changeReview.ts'
import { dueOn } from './dueOn.ts'
import { dueRules } from './dueRules.ts'
import { openReview } from './openReview.ts'

export type ManualAnswer =
  | { ok: true; id: Types.ObjectId }
  | { ok: false; errors: ReviewErrors; missing?: boolean; open?: Types.ObjectId }

export interface ManualOpening {
  document: Types.ObjectId
  reason: string
  /** As typed; empty: by the rule. */
  typedDue?: string
  actor: Actor
  outside: Outside
}

/**
 * Opens a review from the page of an own registered document, for a reason a person gives. While another review opened
 * by hand is running, that one is named instead.
 */
export function openByHand(wanted: ManualOpening): Promise<ManualAnswer> {
  return inTransaction<ManualAnswer>(async session => {
    const { actor, reason, typedDue = '' } = wanted
    const document = await LegalDocument.findOneAndUpdate(
      { $and: [{ _id: wanted.document, state: 'confirmed' }, visibleTo(actor)] },
      { $currentDate: { updatedAt: true } },
      { session, timestamps: false, returnDocument: 'after' },
    ).lean<LegalDocumentRecord>()
    if (!document) return { ok: false, missing: true, errors: {} }
    const errors = faults({ document, reason, typedDue })
    if (errors) return { ok: false, errors }
    const running = await Review.findOne({ document: document._id, ground: 'manual', isOpen: true })
      .session(session)
      .lean()
    if (running)
      return { ok: false, open: running._id, errors: { form: { key: 'reviews.error.running' } } }
    return { ok: true, id: await open(document, { ...wanted, typedDue, session }) }
  })
}

async function open(
  document: LegalDocumentRecord,
  opening: ManualOpening & { typedDue: string; session: ClientSession },
): Promise<Types.ObjectId> {
  const { actor, outside, reason, session } = opening
  const [today, now] = [outside.today(), outside.now()]
  const on = parseTypedDate(opening.typedDue)
  const person = on && { on, precision: 'day' as const, by: actor.name, reason }
  const rules = await dueRules(today, session)
  const due = dueOn({ recordedOn: today, ...rules, ...(person && { person }) })
  const triggerKey = `manual:${new Types.ObjectId().toHexString()}`
  const { id } = await openReview(
    {
      ...{ document, ground: 'manual', due, note: reason, triggerKey },
      dueSetByPerson: Boolean(on),
    },
    { actor, today, now, session },
  )
  return id
}

function faults(typed: {
  document: LegalDocumentRecord
  reason: string
  typedDue: string
}): ReviewErrors | null {
  if (!typed.document.own) return { form: { key: 'reviews.error.notOwn' } }
  if (!typed.reason) return { reason: { key: 'reviews.error.openReason' } }
  if (typed.typedDue && !parseTypedDate(typed.typedDue))
    return { dueOn: { key: 'reviews.error.dueOn' } }
  return null
}
