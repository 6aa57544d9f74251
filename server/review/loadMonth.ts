import { addDays, addMonths, weekday, type IsoDate } from '../legal/dates.ts'
import { Review, type ReviewRecord } from '../models/Review.ts'
import type { Actor } from '../people/actor.ts'
import { hiddenFrom } from '../people/visibleTo.ts'
import type { MarkedDay } from '../settings/holidays.ts'
import { calendarYears, toCalendar } from '../settings/workCalendar.ts'
import type { WorkCalendar } from '../legal/workingDays.ts'
import { lastOverdueDay } from '../legal/overdue.ts'
import type { Scope } from './listReviews.ts'
import { overdueFilter, waitingFor, type ReviewFilter } from './reviewFilters.ts'
import { reviewRows, type ReviewRow } from './reviewRows.ts'

export interface Month {
  today: IsoDate
  calendar: WorkCalendar
  /** First day of the month. */
  month: IsoDate
  /** The Monday before and the Sunday after. */
  from: IsoDate
  to: IsoDate
  marked: MarkedDay[]
  /** Due on a day of the sheet. */
  rows: ReviewRow[]
  /** Known only to the month, quarter or session. */
  coarse: ReviewRow[]
  /** Overdue from before the sheet: they stand first in the list. */
  late: ReviewRow[]
}

const MOST = 500

/** What falls due in a month, whole weeks of it, and what is overdue from before. */
export async function loadMonth({
  actor,
  today,
  month,
  scope,
}: {
  actor: Actor
  today: IsoDate
  month: IsoDate
  scope: Scope
}): Promise<Month> {
  const last = addDays(addMonths(month, 1), -1)
  const from = addDays(month, -((weekday(month) + 6) % 7))
  const to = addDays(last, (7 - weekday(last)) % 7)
  const years = [from, to, today].map(day => Number(day.slice(0, 4)))
  const known = await calendarYears([...new Set(years.flatMap(year => [year, year - 1]))])
  const marked = known.flatMap(({ days }) => days)
  const calendar = toCalendar(marked)
  const base: ReviewFilter = {
    $and: [{ document: { $nin: await hiddenFrom(actor) } }, scopeFilter(scope, actor)],
  }
  const find = async (filter: ReviewFilter) => {
    const reviews = await Review.find({ $and: [base, filter] })
      .sort({ dueOn: 1, _id: 1 })
      .limit(MOST)
      .lean<ReviewRecord[]>()
    return reviewRows(reviews, actor)
  }
  const late = overdueFilter(lastOverdueDay(today, calendar))
  const [rows, coarse, before] = await Promise.all([
    find({ dueOn: { $gte: from, $lte: to }, duePrecision: 'day' }),
    find({ isOpen: true, duePrecision: { $ne: 'day' } }),
    find({ $and: [{ isOpen: true, dueOn: { $lt: from }, duePrecision: 'day' }, late] }),
  ])
  return {
    ...{ today, calendar, month, from, to, rows, coarse, late: before },
    marked: marked.filter(({ day }) => day >= from && day <= to),
  }
}

function scopeFilter(scope: Scope, actor: Actor): ReviewFilter {
  if (scope === 'mine') return { $or: [waitingFor(actor), { reviewer: actor.id }] }
  return scope === 'unit' ? { unit: actor.unit } : {}
}
