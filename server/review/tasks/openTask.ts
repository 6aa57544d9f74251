import { Types, type ClientSession } from 'mongoose'
import { audit } from '../../audit/audit.ts'
import { Task, type TaskRecord } from '../../models/Task.ts'
import { nextCode } from '../nextCode.ts'
import type { Opening } from '../openReview.ts'
import { responsiblePeople } from '../responsible.ts'
import { tell } from '../tell.ts'

export type NewTask = Pick<
  TaskRecord,
  'document' | 'order' | 'start' | 'quote' | 'action' | 'dueOn'
> &
  Partial<Pick<TaskRecord, 'unit' | 'duePrecision' | 'dueWords' | 'isIllustrative'>>

/**
 * Opens one task: code, first line of its history, a notice to whoever must act, audit. Null when the order has its task
 * already: opening twice is a no-op.
 */
export async function openTask(
  wanted: NewTask,
  { actor, today, now, session }: Opening,
): Promise<{ id: Types.ObjectId; people: Types.ObjectId[] } | null> {
  const { document, order, unit = null, dueOn, isIllustrative = false } = wanted
  if (await Task.exists({ order }).session(session)) return null
  const id = new Types.ObjectId()
  const code = await nextCode({ name: 'task', prefix: 'CV', today }, session)
  const line = { at: now, by: actor?.id, byName: actor?.name ?? '', what: 'opened' }
  const opened = { openedOn: today, openedBy: actor?.id, history: [line] }
  await Task.create([{ ...wanted, ...opened, _id: id, code, unit }], { session })
  const people = await responsiblePeople({ unit, about: [document] }, session)
  const told = { _id: id, dueOn, isIllustrative }
  await tell(told, { people, stage: 'opened', today, kind: 'task' }, session)
  await auditOpening(id, { code, document, unit, dueOn }, { actor, now, session })
  return { id, people }
}

async function auditOpening(
  target: Types.ObjectId,
  after: object,
  { actor, now, session }: Pick<Opening, 'actor' | 'now'> & { session: ClientSession },
): Promise<void> {
  const entry = { action: 'taskOpen' as const, by: actor, at: now, targetKind: 'Task' }
  await audit({ ...entry, target, after }, session)
}
