import { isIsoDate } from '../../legal/dates.ts'
import type { Copies } from '../fold.ts'
import type { Header, Span } from '../types.ts'
import type { Foot } from './findFoot.ts'
import { findPlaceAndDate } from './findPlaceAndDate.ts'
import type { PlaceAndDate } from './findPlaceAndDate.ts'
import { found, trimmed } from './found.ts'

/** Place and date of `Quảng Trị, ngày 19 tháng 4 năm 2019`; what a draft leaves blank stays absent. */
export function readPlaceAndDate(copies: Copies, at: PlaceAndDate | null): Partial<Header> {
  if (!at) return {}
  const { place, day, month, year, dateStart, end } = at
  const header: Partial<Header> = {}
  const named = place && trimmed(copies, place)
  if (named && named.end > named.start) header.place = found(copies, named)
  const span = { start: dateStart, end }
  const date = isoOf({ day, month, year })
  if (date) header.date = found(copies, span, date)
  else if (year.length === 4) header.partialDate = found(copies, span, partial(month, year))
  return header
}

function isoOf({ day, month, year }: { day: string; month: string; year: string }): string | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return day && month && isIsoDate(date) ? date : null
}

function partial(month: string, year: string): string {
  const inYear = Number(month)
  return inYear >= 1 && inYear <= 12 ? `${year}-${month.padStart(2, '0')}` : year
}

const ADOPTED_ON =
  /thong\s{1,3}qua\s{1,3}(?<words>ngay\s{1,3}(?<day>\d{1,2})\s{1,3}thang\s{1,3}(?<month>\d{1,2})\s{1,3}nam\s{1,3}(?<year>\d{4}))/u

/**
 * The date of a document whose head bears none: the day its adoption clause names (`… thông qua ngày 27 tháng 11 năm 2023`),
 * else the line of place and date above the signature.
 */
export function readFootDate(copies: Copies, { signature, adopted }: Foot): Partial<Header> {
  if (adopted) return adoptedOn(copies, { start: adopted.start, end: adopted.end + 80 })
  const area = signature[0]
  if (!area) return {}
  const window = slice(copies, { start: Math.max(0, area.end - 3000), end: area.end })
  const at = findPlaceAndDate(window.copies, window.copies.text.length, [])
  if (!at?.place || !isoOf(at)) return {}
  return readPlaceAndDate(copies, {
    ...at,
    ...shifted(at, window.base),
    place: shifted(at.place, window.base),
    dateStart: at.dateStart + window.base,
  })
}

/** The day in an adoption clause. */
export function adoptedOn(copies: Copies, { start, end }: Span): Partial<Header> {
  const match = ADOPTED_ON.exec(copies.plain.slice(start, end))
  const { words = '', day = '', month = '', year = '' } = match?.groups ?? {}
  const date = isoOf({ day, month, year })
  if (!match || !date) return {}
  const at = start + match.index + match[0].length - words.length
  return { date: found(copies, { start: at, end: at + words.length }, date) }
}

function slice({ text, shape, plain }: Copies, { start, end }: Span) {
  const cut = (copy: string) => copy.slice(start, end)
  return { base: start, copies: { text: cut(text), shape: cut(shape), plain: cut(plain) } }
}

function shifted({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by }
}
