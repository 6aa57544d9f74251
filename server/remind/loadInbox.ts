import type { IsoDate } from '../legal/dates.ts'
import { lastOverdueDay } from '../legal/overdue.ts'
import { endOfWeek } from '../legal/weeks.ts'
import type { WorkCalendar } from '../legal/workingDays.ts'
import { Notice, type NoticeRecord } from '../models/Notice.ts'
import { Review, type ReviewRecord } from '../models/Review.ts'
import type { Actor } from '../people/actor.ts'
import { hiddenFrom } from '../people/visibleTo.ts'
import { reviewRows, type ReviewRow } from '../review/reviewRows.ts'
import { workCalendar } from '../settings/workCalendar.ts'

/** All unseen reminders of one review, newest first, with the review they are about. */
export interface InboxRow {
  row: ReviewRow
  notices: NoticeRecord[]
}

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

/** A person's reminders: what is unseen, gathered by review; then the last ones seen. */
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

function order({ row: { review } }: InboxRow): string {
  return `${review.dueOn} ${review.code}`
}

async function gather(notices: NoticeRecord[], actor: Actor): Promise<InboxRow[]> {
  const hidden = await hiddenFrom(actor)
  const ids = notices.map(({ obligation }) => obligation)
  const reviews = await Review.find({ _id: { $in: ids }, document: { $nin: hidden } }).lean<
    ReviewRecord[]
  >()
  const rows = await reviewRows(reviews, actor)
  const byReview = new Map(rows.map(row => [String(row.review._id), row]))
  const order = [...new Set(ids.map(String))]
  return order.flatMap(id => {
    const row = byReview.get(id)
    const own = notices.filter(({ obligation }) => String(obligation) === id)
    return row ? [{ row, notices: own }] : []
  })
}
