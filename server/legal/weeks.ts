import { addDays, weekday, type IsoDate } from './dates.ts'

/** The Sunday that ends "this week" for somebody at work: on a Saturday or Sunday, the week that begins on Monday. */
export function endOfWeek(today: IsoDate): IsoDate {
  const inWeek = weekday(today)
  if (inWeek === 6) return addDays(today, 8)
  return addDays(today, 7 - inWeek)
}
