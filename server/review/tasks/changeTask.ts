import type { ClientSession, Types } from 'mongoose'
import { audit } from '../../audit/audit.ts'
import { parseTypedDate, printDate } from '../../legal/dates.ts'
import { lastOverdueOrder } from '../../legal/overdue.ts'
import { inTransaction } from '../../lib/mongo.ts'
import { Notice } from '../../models/Notice.ts'
import { Task, type TaskRecord } from '../../models/Task.ts'
import { Unit } from '../../models/Unit.ts'
import { hiddenFrom } from '../../people/visibleTo.ts'
import type { ReviewErrors, ReviewRequest } from '../changeReview.ts'
import { findReply } from './findReply.ts'
import { TASK_TRAIL } from './taskTrail.ts'
import { taskStandings, taskTransition, type TaskAction } from './taskTransitions.ts'

export type TaskAnswer =
  | { ok: true; task: TaskRecord }
  | { ok: false; errors: ReviewErrors; stale?: boolean; missing?: boolean }

/** What stands in the form of an action. */
export interface TaskForm {
  note: string
  /** `due` only, as typed. */
  day?: string
  /** `done` only: number of the registered reply, as typed; or that none is needed. */
  reply?: string
  noReply?: boolean
}

interface Change {
  set: Record<string, unknown>
  unset?: Record<string, 1>
  note?: string
}

/**
 * Every change of a task passes here: permission and state by its table, the revision of the form, one line of history, the
 * audit entry and the reminders, in one transaction. A stale form changes nothing.
 */
export async function changeTask(
  action: TaskAction,
  { form, ...request }: ReviewRequest & { form: TaskForm },
): Promise<TaskAnswer> {
  const hidden = await hiddenFrom(request.actor)
  return inTransaction<TaskAnswer>(async session => {
    const task = await Task.findOne({ _id: request.id, document: { $nin: hidden } })
      .session(session)
      .lean<TaskRecord>()
    if (!task) return { ok: false, missing: true, errors: {} }
    if (task.revision !== request.revision)
      return { ok: false, stale: true, errors: { form: { key: 'reviews.error.stale' } } }
    const isHead = await Unit.exists({ _id: task.unit, head: request.actor.id }).session(session)
    const standings = taskStandings(request.actor, task, isHead !== null)
    const verdict = taskTransition(action, { state: task.state, standings })
    if (!verdict.ok) return { ok: false, errors: { form: { key: verdict.reason } } }
    const planned = await plan(action, { task, form, request, session })
    if ('errors' in planned) return { ok: false, errors: planned.errors }
    const state = verdict.to === 'same' ? task.state : verdict.to
    return { ok: true, task: await write(task, { action, planned, state, request, session }) }
  })
}

interface Planning {
  task: TaskRecord
  form: TaskForm
  request: ReviewRequest
  session: ClientSession
}

function plan(action: TaskAction, planning: Planning): Change | Promise<Change | Fault> | Fault {
  const { form, request } = planning
  const { note } = form
  switch (action) {
    case 'take':
      return { set: { person: request.actor.id } }
    case 'reopen':
      return { set: { isOpen: true, note: '' }, unset: { doneAt: 1, doneBy: 1, reply: 1 }, note }
    case 'due':
      return planDue(planning)
    case 'done':
      return planDone(planning)
    case 'close':
      if (!note) return { errors: { closeNote: { key: 'tasks.error.close' } } }
      return { set: ended(request, note), unset: { overdueSince: 1 }, note }
  }
}

/** A registered reply answers the order; without one, a person says why none is needed. */
async function planDone({ task, form, request, session }: Planning): Promise<Change | Fault> {
  const { note, reply: typed = '', noReply } = form
  const done = { unset: { overdueSince: 1 as const }, note }
  if (noReply && !note) return { errors: { doneNote: { key: 'tasks.error.noReply' } } }
  if (noReply) return { set: ended(request, note), ...done }
  if (!typed) return { errors: { doneReply: { key: 'tasks.error.done' } } }
  const found = await findReply({ typed, task, actor: request.actor }, session)
  if ('error' in found) return { errors: { doneReply: found.error } }
  return { set: { ...ended(request, note), reply: found.id }, ...done }
}

interface Fault {
  errors: ReviewErrors
}

function ended({ actor, outside }: ReviewRequest, note: string) {
  return { isOpen: false, doneAt: outside.now(), doneBy: actor.id, note }
}

/** A person's day wins over the one the document wrote; the reason stands in the history. */
function planDue({ task, form, request }: Planning): Change | Fault {
  const day = parseTypedDate(form.day ?? '')
  if (!day) return { errors: { dueOn: { key: 'reviews.error.dueOn' } } }
  if (!form.note) return { errors: { dueNote: { key: 'reviews.error.dueReason' } } }
  const isLate = day <= lastOverdueOrder(request.outside.today())
  return {
    set: { dueOn: day, duePrecision: 'day' },
    ...(!isLate && { unset: { overdueSince: 1 as const } }),
    note: `${printDate(task.dueOn)} → ${printDate(day)}. ${form.note}`,
  }
}

interface Writing {
  action: TaskAction
  planned: Change
  state: TaskRecord['state']
  request: ReviewRequest
  session: ClientSession
}

async function write(before: TaskRecord, writing: Writing): Promise<TaskRecord> {
  const { action, planned, state, request, session } = writing
  const { actor, outside } = request
  const [at, note] = [outside.now(), planned.note ?? '']
  const task = await Task.findOneAndUpdate(
    { _id: before._id },
    {
      $set: { ...planned.set, state },
      ...(planned.unset && { $unset: planned.unset }),
      $push: { history: { at, by: actor.id, byName: actor.name, what: action, note } },
      $inc: { revision: 1 },
    },
    { session, returnDocument: 'after', runValidators: true },
  )
    .orFail()
    .lean<TaskRecord>()
  await settleNotices(task, { person: actor.id, at, session })
  const entry = { action: TASK_TRAIL[action], by: actor, at, targetKind: 'Task', target: task._id }
  await audit({ ...entry, before: trace(before), after: trace(task), reason: note }, session)
  return task
}

function trace({ state, person, dueOn, note, reply }: TaskRecord) {
  return { state, person, dueOn, note, reply }
}

/** Who acts has seen the reminder; when the task ends nobody needs theirs any more. */
async function settleNotices(
  task: TaskRecord,
  { person, at, session }: { person: Types.ObjectId; at: Date; session: ClientSession },
): Promise<void> {
  const whose = task.isOpen ? { person } : {}
  const seen = { $set: { actedAt: at, seenAt: at } }
  await Notice.updateMany({ obligation: task._id, actedAt: null, ...whose }, seen, { session })
}
