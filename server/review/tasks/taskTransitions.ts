import type { TaskState } from '../../legal/glossary.ts'
import type { TaskRecord } from '../../models/Task.ts'
import { holds, type Actor } from '../../people/actor.ts'

/** What a person is to a task. `member`: of the unit it is put to; `doer`: who reported it done. */
export type TaskStanding = 'holder' | 'member' | 'head' | 'lead' | 'doer'

export const TASK_ACTIONS = ['take', 'done', 'reopen', 'due', 'close'] as const
export type TaskAction = (typeof TASK_ACTIONS)[number]

interface Way {
  from: readonly TaskState[]
  by: readonly TaskStanding[]
  to: TaskState | 'same'
}

const OPEN = ['open', 'accepted'] as const

/** The way of a task. «Hoàn tác» brings back what was reported done, or closed, by mistake. */
const WAYS: Record<TaskAction, Way> = {
  take: { from: ['open'], by: ['member', 'head', 'lead'], to: 'accepted' },
  done: { from: OPEN, by: ['holder', 'member', 'head', 'lead'], to: 'done' },
  reopen: { from: ['done', 'closed'], by: ['doer', 'head', 'lead'], to: 'accepted' },
  due: { from: OPEN, by: ['head', 'lead'], to: 'same' },
  close: { from: OPEN, by: ['head', 'lead'], to: 'closed' },
}

/** What a person is to a task; `isHead`: of its unit. Pure. */
export function taskStandings(
  actor: Actor,
  { person, unit, doneBy }: Pick<TaskRecord, 'person' | 'unit' | 'doneBy'>,
  isHead: boolean,
): TaskStanding[] {
  const isMember = Boolean(unit && actor.unit?.equals(unit)) && holds(actor, 'clerk', 'reviewer')
  const standings: [TaskStanding, boolean][] = [
    ['holder', person?.equals(actor.id) ?? false],
    ['member', isMember],
    ['head', isHead],
    ['lead', holds(actor, 'legalLead')],
    ['doer', doneBy?.equals(actor.id) ?? false],
  ]
  return standings.filter(([, holdsIt]) => holdsIt).map(([standing]) => standing)
}

/** May this person do this now, and where does it lead? `reason` is a label key. Pure. */
export function taskTransition(
  action: TaskAction,
  { state, standings }: { state: TaskState; standings: readonly TaskStanding[] },
): { ok: true; to: Way['to'] } | { ok: false; reason: string } {
  const { from, by, to } = WAYS[action]
  if (!by.some(standing => standings.includes(standing)))
    return { ok: false, reason: 'tasks.error.notYours' }
  return from.includes(state) ? { ok: true, to } : { ok: false, reason: 'tasks.error.wrongState' }
}

/** The actions open to a person on a task as it stands. */
export function taskActionsOpen(facts: {
  state: TaskState
  standings: readonly TaskStanding[]
}): TaskAction[] {
  return TASK_ACTIONS.filter(action => taskTransition(action, facts).ok)
}
