import type { Types } from 'mongoose'
import type { IsoDate } from '../legal/dates.ts'
import {
  lastOverdueDay,
  lastOverdueOrder,
  orderOverdueFrom,
  overdueFrom,
} from '../legal/overdue.ts'
import type { WorkCalendar } from '../legal/workingDays.ts'
import { Review } from '../models/Review.ts'
import { Task } from '../models/Task.ts'
import { workCalendar } from '../settings/workCalendar.ts'

type Counts = Record<'flagged' | 'cleared' | 'overdue', number>

/**
 * Writes since when open reviews and tasks are overdue, for lists: a copy of what `overdueFrom` and `orderOverdueFrom` say. What is not overdue on
 * `today` (its date moved, or the day asked for is an earlier one) loses the mark.
 */
export async function flagOverdue(today: IsoDate): Promise<{ counts: Counts; failures: string[] }> {
  const calendar = await workCalendar(today)
  const reviews = await flagIn(REVIEWS, { today, calendar })
  const tasks = await flagIn(TASKS, { today, calendar })
  const counts = {
    flagged: reviews.flagged + tasks.flagged,
    cleared: reviews.cleared + tasks.cleared,
    overdue: reviews.overdue + tasks.overdue,
  }
  return { counts, failures: [] }
}

interface Late {
  _id: Types.ObjectId
  dueOn: IsoDate
  overdueSince?: IsoDate | null
}

/** What is done with the mark, on reviews and on tasks alike. Each counts what it changed. */
interface Marked {
  last: (today: IsoDate, calendar: WorkCalendar) => IsoDate
  from: (dueOn: IsoDate, calendar: WorkCalendar) => IsoDate
  late: (last: IsoDate) => Promise<Late[]>
  mark: (late: Late, since: IsoDate) => Promise<{ modifiedCount: number }>
  clear: (last: IsoDate) => Promise<{ modifiedCount: number }>
}

const UNTIMED = { timestamps: false }
const FIELDS = 'dueOn overdueSince'
const lateBy = (last: IsoDate) => ({ isOpen: true, dueOn: { $lte: last } })
/** The day is asked for again: a person may have moved it since it was read. */
const still = ({ _id, dueOn }: Late) => ({ _id, isOpen: true, dueOn })
const since = (overdueSince: IsoDate) => ({ $set: { overdueSince } })
const noMore = (last: IsoDate) => ({
  ...{ isOpen: true, overdueSince: { $exists: true }, dueOn: { $gt: last } },
})
const UNMARK = { $unset: { overdueSince: 1 as const } }

const REVIEWS: Marked = {
  ...{ last: lastOverdueDay, from: overdueFrom },
  late: last => Review.find(lateBy(last), FIELDS).sort({ dueOn: 1 }).lean(),
  mark: (late, day) => Review.updateOne(still(late), since(day), UNTIMED),
  clear: last => Review.updateMany(noMore(last), UNMARK, UNTIMED),
}

const TASKS: Marked = {
  ...{ last: lastOverdueOrder, from: orderOverdueFrom },
  late: last => Task.find(lateBy(last), FIELDS).sort({ dueOn: 1 }).lean(),
  mark: (late, day) => Task.updateOne(still(late), since(day), UNTIMED),
  clear: last => Task.updateMany(noMore(last), UNMARK, UNTIMED),
}

async function flagIn(
  { last: lastOver, from, late, mark, clear }: Marked,
  { today, calendar }: { today: IsoDate; calendar: WorkCalendar },
): Promise<Counts> {
  const last = lastOver(today, calendar)
  const overdue = await late(last)
  let flagged = 0
  for (const one of overdue) {
    const day = from(one.dueOn, calendar)
    if (one.overdueSince !== day) flagged += (await mark(one, day)).modifiedCount
  }
  const { modifiedCount: cleared } = await clear(last)
  return { flagged, cleared, overdue: overdue.length }
}
