import type { Types } from 'mongoose'
import type { IsoDate } from '../../legal/dates.ts'
import type { TaskState } from '../../legal/glossary.ts'
import { lastOverdueOrder } from '../../legal/overdue.ts'
import type { WorkCalendar } from '../../legal/workingDays.ts'
import { Task, type TaskRecord } from '../../models/Task.ts'
import { Unit } from '../../models/Unit.ts'
import type { Actor } from '../../people/actor.ts'
import { workCalendar } from '../../settings/workCalendar.ts'
import type { Scope } from '../listReviews.ts'
import { overdueFilter } from '../reviewFilters.ts'
import {
  taskRows,
  tasksWaitingFor,
  visibleTasks,
  type TaskFilter,
  type TaskRow,
} from './taskRows.ts'

export interface TasksWanted {
  actor: Actor
  today: IsoDate
  scope: Scope
  states: TaskState[]
  units: Types.ObjectId[]
  overdue: boolean
  page: number
}

export interface TaskList {
  rows: TaskRow[]
  total: number
  size: number
  calendar: WorkCalendar
  counts: {
    scopes: Record<Scope, number>
    states: Partial<Record<TaskState, number>>
    /** Units that have a task in this choice, or are chosen. */
    units: { id: string; name: string; n: number }[]
    overdue: number
  }
}

const PAGE = 30

/** One page of tasks by due day, with the counts of every choice of the filters. */
export async function listTasks(wanted: TasksWanted): Promise<TaskList> {
  const calendar = await workCalendar(wanted.today)
  const base = await visibleTasks(wanted.actor)
  const late = overdueFilter(lastOverdueOrder(wanted.today))
  const filter: TaskFilter = { $and: [base, ...partsOf(wanted, late)] }
  const [tasks, total, counts] = await Promise.all([
    Task.find(filter)
      .sort({ isOpen: -1, dueOn: 1, _id: 1 })
      .skip((wanted.page - 1) * PAGE)
      .limit(PAGE)
      .lean<TaskRecord[]>(),
    Task.countDocuments(filter),
    countChoices(wanted, { base, late }),
  ])
  return { rows: await taskRows(tasks, wanted.actor), total, size: PAGE, calendar, counts }
}

type Part = 'scope' | 'states' | 'units' | 'overdue'

function partsOf(wanted: TasksWanted, late: TaskFilter, without?: Part): TaskFilter[] {
  const { states, units, overdue } = wanted
  const parts: TaskFilter[] = []
  if (without !== 'scope') parts.push(scopeFilter(wanted.scope, wanted.actor))
  if (states.length > 0 && without !== 'states') parts.push({ state: { $in: states } })
  if (units.length > 0 && without !== 'units') parts.push({ unit: { $in: units } })
  if (overdue && without !== 'overdue') parts.push({ isOpen: true }, late)
  // Done and closed ones only when asked for.
  if (states.length === 0 && without !== 'states') parts.push({ isOpen: true })
  return parts
}

function scopeFilter(scope: Scope, actor: Actor): TaskFilter {
  if (scope === 'mine') return tasksWaitingFor(actor)
  return scope === 'unit' ? { unit: actor.unit } : {}
}

async function countChoices(
  wanted: TasksWanted,
  { base, late }: { base: TaskFilter; late: TaskFilter },
): Promise<TaskList['counts']> {
  const counting = (without: Part, more: TaskFilter[] = []) =>
    Task.countDocuments({ $and: [base, ...partsOf(wanted, late, without), ...more] })
  const grouped = <K>(without: Part, field: string) =>
    Task.aggregate<{ _id: K; n: number }>([
      { $match: { $and: [base, ...partsOf(wanted, late, without)] } },
      { $group: { _id: `$${field}`, n: { $sum: 1 } } },
    ])
  const scope = (name: Scope) => counting('scope', [scopeFilter(name, wanted.actor)])
  const [mine, unit, all, states, units, overdue] = await Promise.all([
    scope('mine'),
    wanted.actor.unit ? scope('unit') : 0,
    scope('all'),
    grouped<TaskState>('states', 'state'),
    grouped<Types.ObjectId | null>('units', 'unit'),
    counting('overdue', [{ isOpen: true }, late]),
  ])
  return {
    scopes: { mine, unit, all },
    states: Object.fromEntries(states.map(({ _id, n }) => [_id, n])),
    units: await namedUnits(units, wanted.units),
    overdue,
  }
}

async function namedUnits(
  counts: { _id: Types.ObjectId | null; n: number }[],
  chosen: Types.ObjectId[],
): Promise<TaskList['counts']['units']> {
  const n = new Map(counts.map(row => [String(row._id), row.n]))
  const ids = [...counts.flatMap(({ _id }) => _id ?? []), ...chosen]
  const units = await Unit.find({ _id: { $in: ids } }, { name: 1 })
    .sort({ name: 1 })
    .lean()
  return units.map(({ _id, name }) => ({
    ...{ id: String(_id), name, n: n.get(String(_id)) ?? 0 },
  }))
}
