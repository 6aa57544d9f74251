import type { ClientSession } from 'mongoose'
import type { IsoDate } from '../legal/dates.ts'
import type { WorkCalendar } from '../legal/workingDays.ts'
import { Setting } from '../models/Setting.ts'
import { holidaysOf, type MarkedDay } from './holidays.ts'

/** The days of one year as they hold now. `revision` 0: computed, nobody has edited them. */
export interface CalendarYear {
  year: number
  days: MarkedDay[]
  isChecked: boolean
  source: string
  revision: number
}

export const CALENDAR = 'calendar'

/** Marked days of several years: edited ones from the settings, the others computed. */
export async function calendarYears(
  years: number[],
  session?: ClientSession,
): Promise<CalendarYear[]> {
  const saved = await Setting.find({ name: CALENDAR, regime: { $in: years.map(String) } })
    .session(session ?? null)
    .lean()
  return years.map(year => {
    const row = saved.find(({ regime }) => regime === String(year))
    if (!row) return { year, days: holidaysOf(year), isChecked: false, source: '', revision: 0 }
    const { isChecked, source, revision } = row
    return { year, days: row.value as MarkedDay[], isChecked, source, revision }
  })
}

/** A calendar of working days that reaches from the year before `today` to three years after it. */
export async function workCalendar(today: IsoDate, session?: ClientSession): Promise<WorkCalendar> {
  const year = Number(today.slice(0, 4))
  const years = await calendarYears(
    [-1, 0, 1, 2, 3].map(step => year + step),
    session,
  )
  return toCalendar(years.flatMap(({ days }) => days))
}

/** Marked days as the sets that the arithmetic of working days takes. */
export function toCalendar(days: MarkedDay[]): WorkCalendar {
  const of = (mark: MarkedDay['mark']) =>
    new Set(days.filter(day => day.mark === mark).map(({ day }) => day))
  return { holidays: of('holiday'), swappedOff: of('swappedOff'), swappedOn: of('swappedOn') }
}
