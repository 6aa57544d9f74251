import type { IsoDate } from '../legal/dates.ts'
import { lastOverdueDay, overdueFrom } from '../legal/overdue.ts'
import type { WorkCalendar } from '../legal/workingDays.ts'
import { Review } from '../models/Review.ts'
import { Task } from '../models/Task.ts'
import { workCalendar } from '../settings/workCalendar.ts'

type Counts = Record<'flagged' | 'cleared' | 'overdue', number>

/**
 * Writes since when open reviews and tasks are overdue, for lists: a copy of what `overdueFrom` says. What is not overdue on
 * `today` (its date moved, or the day asked for is an earlier one) loses the mark.
 */
export async function flagOverdue(today: IsoDate): Promise<{ counts: Counts; failures: string[] }> {
  const calendar = await workCalendar(today)
  const reviews = await flagIn(Review as unknown as Flagged, { today, calendar })
  const tasks = await flagIn(Task, { today, calendar })
  const counts = {
    flagged: reviews.flagged + tasks.flagged,
    cleared: reviews.cleared + tasks.cleared,
    overdue: reviews.overdue + tasks.overdue,
  }
  return { counts, failures: [] }
}

/** What both models share, as far as the mark goes. */
type Flagged = typeof Task

async function flagIn(
  model: Flagged,
  { today, calendar }: { today: IsoDate; calendar: WorkCalendar },
): Promise<Counts> {
  const last = lastOverdueDay(today, calendar)
  const late = await model
    .find({ isOpen: true, dueOn: { $lte: last } }, 'dueOn overdueSince')
    .sort({ dueOn: 1 })
    .lean()
  let flagged = 0
  for (const { _id, dueOn, overdueSince } of late) {
    const since = overdueFrom(dueOn, calendar)
    if (overdueSince === since) continue
    // The day is asked for again: a person may have moved it since it was read.
    const { modifiedCount } = await model.updateOne(
      { _id, isOpen: true, dueOn },
      { $set: { overdueSince: since } },
      { timestamps: false },
    )
    flagged += modifiedCount
  }
  const { modifiedCount: cleared } = await model.updateMany(
    { isOpen: true, overdueSince: { $exists: true }, dueOn: { $gt: last } },
    { $unset: { overdueSince: 1 } },
    { timestamps: false },
  )
  return { flagged, cleared, overdue: late.length }
}
