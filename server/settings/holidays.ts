import { addDays, weekday, type IsoDate } from '../legal/dates.ts'
import { hungKingsOf, tetOf } from '../legal/lunar.ts'

/** `holiday` and `swappedOff` are off; `swappedOn` is a Saturday that counts; `note` is a named day that stays a working day. */
export type DayMark = 'holiday' | 'swappedOff' | 'swappedOn' | 'note'

export interface MarkedDay {
  day: IsoDate
  mark: DayMark
  /** Label key of a computed day, or the words a person typed. */
  name: string
}

const TET_DAYS = 5

/** Days the Government announced for one year: the rows below stand in place of what is computed. Source: domain 5.2. */
const ANNOUNCED: Record<number, MarkedDay[]> = {
  2026: [
    { day: '2026-01-02', mark: 'swappedOff', name: 'settings.holiday.swappedOff' },
    { day: '2026-01-10', mark: 'swappedOn', name: 'settings.holiday.swappedOn' },
    ...days('2026-02-16', TET_DAYS).map(day => tet(day)),
    { day: '2026-11-24', mark: 'note', name: 'settings.holiday.cultureDay' },
  ],
}

/**
 * Days off of a year by Bộ luật Lao động 2019 Điều 112: 01/01, five days of Tết from its eve, Giỗ Tổ, 30/4, 01/5,
 * 02/9 with the day beside it; one that falls on a weekend is made up on the next working day (Điều 111 khoản 3).
 * Tết and 02/9 are fixed each year by the Prime Minister: the computed days are a default to be checked.
 */
export function holidaysOf(year: number): MarkedDay[] {
  const announced = ANNOUNCED[year] ?? []
  const hasTet = announced.some(({ name }) => name === 'settings.holiday.tet')
  const fixed: MarkedDay[] = [
    holiday(`${year}-01-01`, 'newYear'),
    ...(hasTet ? [] : days(addDays(tetOf(year), -1), TET_DAYS).map(tet)),
    holiday(hungKingsOf(year), 'hungKings'),
    holiday(`${year}-04-30`, 'reunification'),
    holiday(`${year}-05-01`, 'labour'),
    ...nationalDays(year),
  ]
  const marked = [...fixed, ...announced]
  return [...marked, ...madeUp(marked)].sort((a, b) => a.day.localeCompare(b.day))
}

function holiday(day: IsoDate, name: string): MarkedDay {
  return { day, mark: 'holiday', name: `settings.holiday.${name}` }
}

function tet(day: IsoDate): MarkedDay {
  return holiday(day, 'tet')
}

function days(from: IsoDate, count: number): IsoDate[] {
  return Array.from({ length: count }, (_, index) => addDays(from, index))
}

function isWeekend(day: IsoDate): boolean {
  return weekday(day) === 0 || weekday(day) === 6
}

/** 02/9 and the day before it, or the day after where that makes the longer rest. */
function nationalDays(year: number): MarkedDay[] {
  const day = `${year}-09-02`
  const beside = isWeekend(addDays(day, -1)) ? addDays(day, 1) : addDays(day, -1)
  return [day, beside].map(one => holiday(one, 'national'))
}

/** A working day in place of each holiday that falls on a weekend. */
function madeUp(marked: MarkedDay[]): MarkedDay[] {
  const taken = new Set(marked.filter(({ mark }) => mark !== 'note').map(({ day }) => day))
  const extra: MarkedDay[] = []
  for (const { day, mark } of marked) {
    if (mark !== 'holiday' || !isWeekend(day)) continue
    let next = addDays(day, 1)
    while (isWeekend(next) || taken.has(next)) next = addDays(next, 1)
    taken.add(next)
    extra.push({ day: next, mark: 'holiday', name: 'settings.holiday.madeUp' })
  }
  return extra
}
