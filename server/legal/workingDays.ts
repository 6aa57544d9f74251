import { addDays, weekday, type IsoDate } from './dates.ts'

/** The days that differ from "Monday to Friday": public holidays, weekdays swapped off, Saturdays swapped on. */
export interface WorkCalendar {
  holidays: ReadonlySet<IsoDate>
  swappedOff: ReadonlySet<IsoDate>
  swappedOn: ReadonlySet<IsoDate>
}

/** A calendar of nothing but weekends. */
export const PLAIN_WEEK: WorkCalendar = {
  holidays: new Set(),
  swappedOff: new Set(),
  swappedOn: new Set(),
}

/** Does the office work on this day? */
export function isWorkingDay(day: IsoDate, calendar: WorkCalendar): boolean {
  if (calendar.swappedOn.has(day)) return true
  if (calendar.holidays.has(day) || calendar.swappedOff.has(day)) return false
  const inWeek = weekday(day)
  return inWeek !== 0 && inWeek !== 6
}

/** The day `count` working days after `day` (before it when negative). Zero gives the day itself, working or not. */
export function addWorkingDays(day: IsoDate, count: number, calendar: WorkCalendar): IsoDate {
  const step = count < 0 ? -1 : 1
  let at = day
  for (let left = Math.abs(count); left > 0;) {
    at = addDays(at, step)
    if (isWorkingDay(at, calendar)) left -= 1
  }
  return at
}

/** Working days after `from` up to and including `to`; negative when `to` is earlier. */
export function workingDaysBetween(
  { from, to }: { from: IsoDate; to: IsoDate },
  calendar: WorkCalendar,
): number {
  if (to < from) return -workingDaysBetween({ from: to, to: from }, calendar)
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(day, calendar)) count += 1
  }
  return count
}

/**
 * The day on which a term really ends: a term that ends on a day off ends with the next working day
 * (Bộ luật Dân sự 2015, Điều 148 khoản 5).
 */
export function endOfTerm(day: IsoDate, calendar: WorkCalendar): IsoDate {
  let at = day
  while (!isWorkingDay(at, calendar)) at = addDays(at, 1)
  return at
}
