import type { IsoDate } from '../legal/dates.ts'
import { lastOverdueDay, overdueFrom } from '../legal/overdue.ts'
import { Review, type ReviewRecord } from '../models/Review.ts'
import { workCalendar } from '../settings/workCalendar.ts'

/**
 * Writes since when open reviews are overdue, for lists: a copy of what `overdueFrom` says. What is not overdue on
 * `today` (its date moved, or the day asked for is an earlier one) loses the mark.
 */
export async function flagOverdue(
  today: IsoDate,
): Promise<{ counts: Record<'flagged' | 'cleared' | 'overdue', number>; failures: string[] }> {
  const calendar = await workCalendar(today)
  const last = lastOverdueDay(today, calendar)
  const late = await Review.find({ isOpen: true, dueOn: { $lte: last } }, 'dueOn overdueSince')
    .sort({ dueOn: 1 })
    .lean<ReviewRecord[]>()
  let flagged = 0
  for (const { _id, dueOn, overdueSince } of late) {
    const since = overdueFrom(dueOn, calendar)
    if (overdueSince === since) continue
    // The day is asked for again: a person may have moved it since it was read.
    const { modifiedCount } = await Review.updateOne(
      { _id, isOpen: true, dueOn },
      { $set: { overdueSince: since } },
      { timestamps: false },
    )
    flagged += modifiedCount
  }
  const { modifiedCount: cleared } = await Review.updateMany(
    { isOpen: true, overdueSince: { $exists: true }, dueOn: { $gt: last } },
    { $unset: { overdueSince: 1 } },
    { timestamps: false },
  )
  return { counts: { flagged, cleared, overdue: late.length }, failures: [] }
}
