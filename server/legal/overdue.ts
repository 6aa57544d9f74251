import { addDays, type IsoDate } from './dates.ts'
import {
  addWorkingDays,
  endOfTerm,
  isWorkingDay,
  workingDaysBetween,
  type WorkCalendar,
} from './workingDays.ts'

/**
 * The last due day that is over on `today`: what was due on it or before is overdue. A due day off ends with the next
 * working day (Bộ luật Dân sự 2015, Điều 148 khoản 5), so that is the last working day before today.
 */
export function lastOverdueDay(today: IsoDate, calendar: WorkCalendar): IsoDate {
  return addWorkingDays(today, -1, calendar)
}

/** The first day on which something due is overdue. */
export function overdueFrom(dueOn: IsoDate, calendar: WorkCalendar): IsoDate {
  return addDays(endOfTerm(dueOn, calendar), 1)
}

/** Working days left until something due ends; those gone since, as a negative, when it is over. */
export function workingDaysLeft(
  { dueOn, today }: { dueOn: IsoDate; today: IsoDate },
  calendar: WorkCalendar,
): number {
  return workingDaysBetween({ from: today, to: endOfTerm(dueOn, calendar) }, calendar)
}

/** Of what an order asks for by a day, the last due day that is over: the day ordered is the day, at work or off. */
export function lastOverdueOrder(today: IsoDate): IsoDate {
  return addDays(today, -1)
}

/** The first day on which an order is overdue: no day off puts it later than who ordered it said. */
export function orderOverdueFrom(dueOn: IsoDate): IsoDate {
  return addDays(dueOn, 1)
}

/** The last day at work on which what is ordered can be sent: the day itself, or the working day before a day off. */
export function lastDayAtWork(dueOn: IsoDate, calendar: WorkCalendar): IsoDate {
  return isWorkingDay(dueOn, calendar) ? dueOn : addWorkingDays(dueOn, -1, calendar)
}

/** Working days left for an order; those gone since its day, as a negative. */
export function orderDaysLeft(
  { dueOn, today }: { dueOn: IsoDate; today: IsoDate },
  calendar: WorkCalendar,
): number {
  return workingDaysBetween({ from: today, to: dueOn }, calendar)
}
