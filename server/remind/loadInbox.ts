import type { IsoDate } from '../legal/dates.ts'
import { lastOverdueDay } from '../legal/overdue.ts'
import { endOfWeek } from '../legal/weeks.ts'
import type { WorkCalendar } from '../legal/workingDays.ts'
import { Notice, type NoticeRecord } from '../models/Notice.ts'
import { Review, type ReviewRecord } from '../models/Review.ts'
import type { TaskRecord } from '../models/Task.ts'
import type { Actor } from '../people/actor.ts'
import { reviewRows, type ReviewRow } from '../review/reviewRows.ts'
import { visibleReviews } from '../review/visibleReviews.ts'
import { findTasks, type TaskRow } from '../review/tasks/taskRows.ts'
import { workCalendar } from '../settings/workCalendar.ts'

/** What the order and the groups of the inbox go by. */
type About = Pick<TaskRecord, '_id' | 'code' | 'dueOn' | 'overdueSince'>

/** All unseen reminders of one review or task, newest first, with what they are about. */
export type InboxRow = { notices: NoticeRecord[]; about: About } & (
  { kind: 'review'; row: ReviewRow } | { kind: 'task'; row: TaskRow }
)

export interface Inbox {
  today: IsoDate
  calendar: WorkCalendar
  weekEnd: IsoDate
  lastOverdue: IsoDate
  unseen: InboxRow[]
  seen: InboxRow[]
}

const MOST_UNSEEN = 500
const MOST_SEEN = 30

/** A person's reminders: what is unseen, gathered by what it is about; then the last ones seen. */
export async function loadInbox(actor: Actor, today: IsoDate): Promise<Inbox> {
  const calendar = await workCalendar(today)
  const find = (filter: object, limit: number) =>
    Notice.find({ person: actor.id, ...filter })
      .sort({ createdOn: -1, _id: -1 })
      .limit(limit)
      .lean<NoticeRecord[]>()
  const [unseen, seen] = await Promise.all([
    find({ seenAt: null }, MOST_UNSEEN),
    find({ seenAt: { $ne: null } }, MOST_SEEN),
  ])
  return {
    ...{ today, calendar, lastOverdue: lastOverdueDay(today, calendar) },
    weekEnd: endOfWeek(today),
    unseen: (await gather(unseen, actor)).sort((a, b) => order(a).localeCompare(order(b))),
    seen: await gather(seen, actor),
  }
}

function order({ about: { dueOn, code } }: InboxRow): string {
  return `${dueOn} ${code}`
}

async function gather(notices: NoticeRecord[], actor: Actor): Promise<InboxRow[]> {
  const ids = notices.map(({ obligation }) => obligation)
  const reviews = await Review.find({
    $and: [{ _id: { $in: ids } }, await visibleReviews(actor)],
  }).lean<ReviewRecord[]>()
  const rows = new Map<string, InboxRow>()
  for (const row of await reviewRows(reviews, actor))
    rows.set(String(row.review._id), { kind: 'review', row, about: row.review, notices: [] })
  for (const row of await findTasks({ _id: { $in: ids } }, actor))
    rows.set(String(row.task._id), { kind: 'task', row, about: row.task, notices: [] })
  for (const notice of notices) rows.get(String(notice.obligation))?.notices.push(notice)
  const order = [...new Set(ids.map(String))]
  return order.flatMap(id => rows.get(id) ?? [])
}
