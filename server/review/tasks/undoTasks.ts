import type { ClientSession, Types } from 'mongoose'
import { audit } from '../../audit/audit.ts'
import { t } from '../../lib/labels.ts'
import { Notice } from '../../models/Notice.ts'
import { Task, type TaskRecord } from '../../models/Task.ts'
import type { Actor } from '../../people/actor.ts'
import type { Undone } from '../undoOpening.ts'

/** Takes back tasks this person's registering opened: closes those nobody has worked on, lists the others and keeps them. */
export async function undoTasks(
  ids: Types.ObjectId[],
  { actor, now, session }: { actor: Actor; now: Date; session: ClientSession },
): Promise<Undone> {
  const found = await Task.find({ _id: { $in: ids }, openedBy: actor.id, isOpen: true })
    .session(session)
    .lean<TaskRecord[]>()
  const untouched = found.filter(({ state, history }) => state === 'open' && history.length <= 1)
  for (const { _id, state } of untouched) {
    const line = { at: now, by: actor.id, byName: actor.name, what: 'undone', note: '' }
    const set = { state: 'closed', isOpen: false, note: t('reviews.closed.undone') }
    await Task.updateOne(
      { _id },
      { $set: set, $unset: { overdueSince: 1 }, $push: { history: line }, $inc: { revision: 1 } },
      { session },
    )
    const unheard = { obligation: _id, actedAt: null }
    await Notice.updateMany(unheard, { $set: { actedAt: now, seenAt: now } }, { session })
    const entry = { action: 'taskClose' as const, by: actor, at: now, targetKind: 'Task' }
    await audit({ ...entry, target: _id, before: { state }, after: set }, session)
  }
  const kept = found.filter(task => !untouched.includes(task))
  return {
    closed: untouched.map(({ _id }) => _id),
    kept: kept.map(({ _id, code }) => ({ id: _id, code })),
  }
}
