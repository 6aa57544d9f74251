import type { Types } from 'mongoose'
import { addDays, addMonths, type IsoDate } from '../legal/dates.ts'
import { inTransaction } from '../lib/mongo.ts'
import { log } from '../lib/log.ts'
import { LegalDocument, type LegalDocumentRecord } from '../models/LegalDocument.ts'
import { Review } from '../models/Review.ts'
import { setting } from '../settings/setting.ts'
import { dueOn, periodicDueOn, type Due } from './dueOn.ts'
import { dueRules, type DueRules } from './dueRules.ts'
import { openReview } from './openReview.ts'

interface Counts {
  opened: number
  /** A review of the document is open for another ground: the rhythm is only a backstop. */
  covered: number
}

/** Opens the reviews whose rhythm comes round within the lead time. Running again opens nothing twice. */
export async function openPeriodicReviews({
  today,
  now,
}: {
  today: IsoDate
  now: Date
}): Promise<{ counts: Record<keyof Counts, number>; failures: string[] }> {
  const rules = await dueRules(today)
  const until = addDays(today, await setting('periodicLeadDays'))
  const result = { counts: { opened: 0, covered: 0 }, failures: [] as string[] }
  const withRhythm = LegalDocument.find({
    state: 'confirmed',
    own: true,
    reviewEveryMonths: { $gt: 0 },
    forceStatus: { $ne: 'expired' },
  })
    .sort({ _id: 1 })
    .lean<LegalDocumentRecord[]>()
    .cursor()
  for await (const document of withRhythm) {
    const round = nextRound(document)
    if (!round || round.dueOn > until) continue
    try {
      const done = await openOne(document._id, { round, today, now, rules })
      if (done) result.counts[done] += 1
    } catch (error) {
      result.failures.push(document.number || String(document._id))
      log.error({ document: String(document._id), error }, 'periodic review not opened')
    }
  }
  return result
}

export interface Round {
  lastOn: IsoDate
  months: number
  dueOn: IsoDate
}

/** When a document's rhythm comes round next: counted from its last review, else from the day it took effect or was issued. */
export function nextRound(
  document: Pick<
    LegalDocumentRecord,
    'reviewEveryMonths' | 'lastReviewedOn' | 'effectiveFrom' | 'issuedOn'
  >,
): Round | null {
  const { reviewEveryMonths: months, lastReviewedOn, effectiveFrom, issuedOn } = document
  const lastOn = lastReviewedOn ?? effectiveFrom ?? issuedOn
  return months && lastOn ? { lastOn, months, dueOn: addMonths(lastOn, months) } : null
}

interface Opening {
  round: Round
  today: IsoDate
  now: Date
  rules: DueRules
}

async function openOne(
  id: Types.ObjectId,
  { round, today, now, rules }: Opening,
): Promise<keyof Counts | null> {
  const triggerKey = `periodic:${round.dueOn}`
  return inTransaction(async session => {
    // Written first, so that two machines meet here and the second sees the review of the first.
    const document = await LegalDocument.findOneAndUpdate(
      { _id: id },
      { $currentDate: { updatedAt: true } },
      { session, timestamps: false, returnDocument: 'after' },
    ).lean<LegalDocumentRecord>()
    if (!document) return null
    const known = { document: id, ground: 'periodic', triggerKey }
    if (await Review.exists(known).session(session)) return null
    if (await Review.exists({ document: id, isOpen: true }).session(session)) return 'covered'
    const due = dueOfRound(round, { today, rules })
    await openReview(
      { document, ground: 'periodic', triggerKey, due },
      { actor: null, today, now, session },
    )
    return 'opened'
  })
}

/** A round that has gone by (a document registered late) is given the ordinary term from today. */
function dueOfRound(round: Round, { today, rules }: { today: IsoDate; rules: DueRules }): Due {
  const due = periodicDueOn(round, rules.calendar)
  if (due.dueOn >= today) return due
  const late = dueOn({ recordedOn: today, effectiveOn: due.dueOn, ...rules })
  const [, ...arithmetic] = late.why
  const gone = {
    key: 'reviews.due.periodicPast',
    params: { date: round.lastOn, months: round.months, due: due.dueOn },
  }
  return { ...late, why: [gone, ...arithmetic] }
}
