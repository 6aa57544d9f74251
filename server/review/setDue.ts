import { parseTypedDate, printDate } from '../legal/dates.ts'
import { lastOverdueDay } from '../legal/overdue.ts'
import { workCalendar } from '../settings/workCalendar.ts'
import { changeReview, type ReviewAnswer, type ReviewRequest } from './changeReview.ts'
import { dueOn } from './dueOn.ts'

/** «Đặt hạn khác»: a person's day wins over the computed one; who and why stand in its arithmetic. */
export function setDue(
  request: ReviewRequest,
  { typedDay, reason }: { typedDay: string; reason: string },
): Promise<ReviewAnswer> {
  const on = parseTypedDate(typedDay)
  const today = request.outside.today()
  return changeReview(request, {
    action: 'setDue',
    trail: 'reviewDue',
    plan: async (review, { session }) => {
      if (!on) return { errors: { dueOn: { key: 'reviews.error.dueOn' } } }
      if (!reason) return { errors: { dueReason: { key: 'reviews.error.dueReason' } } }
      const calendar = await workCalendar(today, session)
      const due = dueOn({
        recordedOn: review.openedOn,
        term: { days: 0, kind: 'calendar' },
        calendar,
        person: { on, precision: 'day', by: request.actor.name, reason },
      })
      const isLate = on <= lastOverdueDay(today, calendar)
      return {
        set: {
          dueOn: due.dueOn,
          duePrecision: due.precision,
          dueWhy: due.why,
          dueSetByPerson: true,
        },
        ...(!isLate && { unset: { overdueSince: 1 as const } }),
        what: 'dueSet',
        note: `${printDate(review.dueOn)} → ${printDate(on)}. ${reason}`,
      }
    },
  })
}
