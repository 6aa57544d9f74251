import type { QueryFilter } from 'mongoose'
import type { IsoDate } from '../legal/dates.ts'
import type { ReviewRecord } from '../models/Review.ts'
import { holds, type Actor } from '../people/actor.ts'

export type ReviewFilter = QueryFilter<ReviewRecord>

/** Open reviews that wait for this person: their own, their unit's that nobody holds, those without a unit and those to approve. */
export function waitingFor(actor: Actor): ReviewFilter {
  const mine: ReviewFilter[] = [{ reviewer: actor.id, state: { $nin: ['submitted', 'approved'] } }]
  if (actor.unit && holds(actor, 'reviewer')) mine.push({ reviewer: null, unit: actor.unit })
  if (holds(actor, 'legalLead')) mine.push({ reviewer: null, unit: null }, toApprove(actor))
  return { isOpen: true, $or: mine }
}

/** Submitted by somebody else: this legal lead may decide. */
export function toApprove(actor: Actor): ReviewFilter {
  return {
    isOpen: true,
    state: 'submitted',
    submittedBy: { $ne: actor.id },
    reviewer: { $ne: actor.id },
  }
}

/** Overdue on the clock, or flagged by the nightly job (which in a demo may have run for another day). */
export function overdueFilter(lastOverdue: IsoDate) {
  return { $or: [{ dueOn: { $lte: lastOverdue } }, { overdueSince: { $gt: '' } }] }
}
