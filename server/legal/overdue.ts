import { addDays, type IsoDate } from './dates.ts'
import { addWorkingDays, endOfTerm, workingDaysBetween, type WorkCalendar } from './workingDays.ts'

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
