import { addDays, type IsoDate } from './dates.ts'

/** Whether `trước ngày D` leaves D out (plain reading, domain 5.1), or an office counts it in. */
export type BeforeDay = 'excluded' | 'included'

/** The last day on which what was ordered can be done: the day before `trước ngày D`, D itself for `chậm nhất ngày D`. */
export function lastDayOf(
  { dueOn, dueKind }: { dueOn?: IsoDate | null; dueKind?: string | null },
  beforeDay: BeforeDay,
): IsoDate | null {
  if (!dueOn) return null
  return dueKind === 'before' && beforeDay === 'excluded' ? addDays(dueOn, -1) : dueOn
}

/** What tells whether an order waits: the house's rule for `trước ngày`, and the day of asking. */
export interface OrderClock {
  beforeDay: BeforeDay
  today: IsoDate
}

/** Whether a person has to decide on an order still. A term that is over gives no task: nothing waits for it. */
export function isWaiting(
  order: {
    decision: string
    isReview: boolean
    typedDueOn?: IsoDate | null
    dueOn?: IsoDate | null
    dueKind?: string | null
  },
  { beforeDay, today }: OrderClock,
): boolean {
  if (order.decision !== '') return false
  const day = order.typedDueOn ?? lastDayOf(order, beforeDay)
  return order.isReview || !day || day >= today
}
