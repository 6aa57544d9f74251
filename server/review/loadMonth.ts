import { addDays, addMonths, weekday, type IsoDate } from '../legal/dates.ts'
import { Review, type ReviewRecord } from '../models/Review.ts'
import type { Actor } from '../people/actor.ts'
import type { MarkedDay } from '../settings/holidays.ts'
import { calendarYears, toCalendar } from '../settings/workCalendar.ts'
import type { WorkCalendar } from '../legal/workingDays.ts'
import { lastOverdueDay, lastOverdueOrder } from '../legal/overdue.ts'
import type { Scope } from './listReviews.ts'
import { overdueFilter, waitingFor, type ReviewFilter } from './reviewFilters.ts'
import { reviewRows, type ReviewRow } from './reviewRows.ts'
import { visibleReviews } from './visibleReviews.ts'
import { findTasks, tasksWaitingFor, type TaskFilter, type TaskRow } from './tasks/taskRows.ts'

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
  /** The same of tasks that documents order. */
  tasks: Record<'rows' | 'coarse' | 'late', TaskRow[]>
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
  const { marked, calendar } = await daysAround([from, to, today])
  const base: ReviewFilter = {
    $and: [await visibleReviews(actor), scopeFilter(scope, actor)],
  }
  const find = (filter: ReviewFilter) => rowsOf({ $and: [base, filter] }, actor)
  const late = overdueFilter(lastOverdueDay(today, calendar))
  const onSheet = { dueOn: { $gte: from, $lte: to }, duePrecision: 'day' as const }
  const inside = { isOpen: true, duePrecision: { $ne: 'day' as const } }
  const earlier = { isOpen: true, dueOn: { $lt: from }, duePrecision: 'day' as const }
  const [rows, coarse, before] = await Promise.all([
    find(onSheet),
    find(inside),
    find({ $and: [earlier, late] }),
  ])
  const overdue = { $and: [earlier, overdueFilter(lastOverdueOrder(today))] }
  const tasks = await tasksOf({ actor, scope }, [onSheet, inside, overdue])
  return {
    ...{ today, calendar, month, from, to, rows, coarse, late: before },
    tasks,
    marked: marked.filter(({ day }) => day >= from && day <= to),
  }
}

async function rowsOf(filter: ReviewFilter, actor: Actor): Promise<ReviewRow[]> {
  const reviews = await Review.find(filter)
    .sort({ dueOn: 1, _id: 1 })
    .limit(MOST)
    .lean<ReviewRecord[]>()
  return reviewRows(reviews, actor)
}

async function daysAround(days: IsoDate[]) {
  const years = days.map(day => Number(day.slice(0, 4)))
  const known = await calendarYears([...new Set(years.flatMap(year => [year, year - 1]))])
  const marked = known.flatMap(one => one.days)
  return { marked, calendar: toCalendar(marked) }
}

async function tasksOf(
  { actor, scope }: { actor: Actor; scope: Scope },
  filters: object[],
): Promise<Month['tasks']> {
  const mine = taskScope(scope, actor)
  const [rows = [], coarse = [], late = []] = await Promise.all(
    filters.map(filter => findTasks({ $and: [mine, filter as TaskFilter] }, actor)),
  )
  return { rows, coarse, late }
}

function taskScope(scope: Scope, actor: Actor): TaskFilter {
  if (scope === 'mine') return { $or: [tasksWaitingFor(actor), { person: actor.id }] }
  return scope === 'unit' ? { unit: actor.unit } : {}
}

function scopeFilter(scope: Scope, actor: Actor): ReviewFilter {
  if (scope === 'mine') return { $or: [waitingFor(actor), { reviewer: actor.id }] }
  return scope === 'unit' ? { unit: actor.unit } : {}
}
