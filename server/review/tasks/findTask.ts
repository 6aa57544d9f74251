import type { Types } from 'mongoose'
import type { IsoDate } from '../../legal/dates.ts'
import type { WorkCalendar } from '../../legal/workingDays.ts'
import { Notice, type NoticeRecord } from '../../models/Notice.ts'
import { User } from '../../models/User.ts'
import type { Actor } from '../../people/actor.ts'
import { workCalendar } from '../../settings/workCalendar.ts'
import { names } from '../reviewRows.ts'
import { findTasks, type TaskRow } from './taskRows.ts'

/** A task with everything its page prints. */
export interface TaskFile {
  row: TaskRow
  today: IsoDate
  calendar: WorkCalendar
  notices: { notice: NoticeRecord; name: string }[]
}

const MOST_NOTICES = 30

/** One task for its page; null when there is none, or its document may not be seen. */
export async function findTask(
  id: Types.ObjectId,
  { actor, today }: { actor: Actor; today: IsoDate },
): Promise<TaskFile | null> {
  const [row] = await findTasks({ _id: id }, actor)
  if (!row) return null
  return { row, today, calendar: await workCalendar(today), notices: await noticesOf(id) }
}

/** Reminders of a review or a task, newest first, with whom they went to. */
export async function noticesOf(id: Types.ObjectId): Promise<TaskFile['notices']> {
  const rows = await Notice.find({ obligation: id })
    .sort({ createdOn: -1, _id: -1 })
    .limit(MOST_NOTICES)
    .lean<NoticeRecord[]>()
  const people = await names(
    User,
    rows.map(({ person }) => person),
  )
  return rows.map(notice => ({ notice, name: people.get(String(notice.person)) ?? '' }))
}
