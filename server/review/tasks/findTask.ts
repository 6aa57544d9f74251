import type { Types } from 'mongoose'
import type { IsoDate } from '../../legal/dates.ts'
import type { WorkCalendar } from '../../legal/workingDays.ts'
import type { Actor } from '../../people/actor.ts'
import { workCalendar } from '../../settings/workCalendar.ts'
import { hiddenFrom } from '../../people/visibleTo.ts'
import { glances, HIDDEN, type DocumentGlance } from '../documentGlance.ts'
import { noticesOf, type NoticeSent } from '../noticesOf.ts'
import { findTasks, type TaskRow } from './taskRows.ts'

/** A task with everything its page prints. */
export interface TaskFile {
  row: TaskRow
  today: IsoDate
  calendar: WorkCalendar
  /** The registered document that answered it. */
  reply: DocumentGlance | null
  notices: NoticeSent[]
}

/** One task for its page; null when there is none, or its document may not be seen. */
export async function findTask(
  id: Types.ObjectId,
  { actor, today }: { actor: Actor; today: IsoDate },
): Promise<TaskFile | null> {
  const [row] = await findTasks({ _id: id }, actor)
  if (!row) return null
  const [calendar, reply, notices] = await Promise.all([
    workCalendar(today),
    replyOf(row, actor),
    noticesOf(id),
  ])
  return { row, today, calendar, reply, notices }
}

async function replyOf({ task: { reply } }: TaskRow, actor: Actor): Promise<DocumentGlance | null> {
  if (!reply) return null
  const isHidden = (await hiddenFrom(actor)).some(id => id.equals(reply))
  return isHidden ? HIDDEN : ((await glances([reply])).get(String(reply)) ?? null)
}
