import type { QueryFilter } from 'mongoose'
import { Task, type TaskRecord } from '../../models/Task.ts'
import { Unit } from '../../models/Unit.ts'
import { User } from '../../models/User.ts'
import { holds, type Actor } from '../../people/actor.ts'
import { hiddenFrom } from '../../people/visibleTo.ts'
import { glances, type DocumentGlance } from '../documentGlance.ts'
import { names } from '../reviewRows.ts'
import { taskActionsOpen, taskStandings, type TaskAction } from './taskTransitions.ts'

export type TaskFilter = QueryFilter<TaskRecord>

/** A task with the names a line of a list prints. */
export interface TaskRow {
  task: TaskRecord
  /** The document that orders it. */
  document: DocumentGlance
  unitName: string
  personName: string
  actions: TaskAction[]
}

const MOST = 500

/** Open tasks that wait for this person: their own, their unit's that nobody holds, and those of no unit for who leads. */
export function tasksWaitingFor(actor: Actor): TaskFilter {
  const mine: TaskFilter[] = [{ person: actor.id }]
  if (actor.unit && holds(actor, 'clerk', 'reviewer')) mine.push({ person: null, unit: actor.unit })
  if (holds(actor, 'legalLead')) mine.push({ person: null, unit: null })
  return { isOpen: true, $or: mine }
}

/** Tasks a person may know of: those of documents they may see. */
export async function visibleTasks(actor: Actor): Promise<TaskFilter> {
  return { document: { $nin: await hiddenFrom(actor) } }
}

/** Tasks of documents this person may see, sooner first, with what their lines need. */
export async function findTasks(filter: TaskFilter, actor: Actor): Promise<TaskRow[]> {
  const tasks = await Task.find({ $and: [await visibleTasks(actor), filter] })
    .sort({ dueOn: 1, _id: 1 })
    .limit(MOST)
    .lean<TaskRecord[]>()
  return taskRows(tasks, actor)
}

/** Loads what lines of a list need, all at once. */
export async function taskRows(tasks: TaskRecord[], actor: Actor): Promise<TaskRow[]> {
  const [documents, units, people, headed] = await Promise.all([
    glances(tasks.map(({ document }) => document)),
    names(
      Unit,
      tasks.flatMap(({ unit }) => unit ?? []),
    ),
    names(
      User,
      tasks.flatMap(({ person }) => person ?? []),
    ),
    Unit.find({ head: actor.id }, { _id: 1 }).lean(),
  ])
  const heads = new Set(headed.map(({ _id }) => String(_id)))
  return tasks.flatMap(task => {
    const document = documents.get(String(task.document))
    if (!document) return []
    const standings = taskStandings(actor, task, heads.has(String(task.unit)))
    return {
      ...{ task, document },
      unitName: units.get(String(task.unit)) ?? '',
      personName: people.get(String(task.person)) ?? '',
      actions: taskActionsOpen({ state: task.state, standings }),
    }
  })
}
