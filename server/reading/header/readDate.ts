import { isIsoDate } from '../../legal/dates.ts'
import type { Copies } from '../fold.ts'
import type { Found, Header, Span } from '../types.ts'
import { overlaps } from '../citation.ts'
import { found, trimmed } from './found.ts'
import type { Landmarks } from './landmarks.ts'

/** Place and date of `Quảng Trị, ngày 19 tháng 4 năm 2019`; what a draft leaves blank stays absent. */
export function readPlaceAndDate(
  copies: Copies,
  { placeAndDate }: Landmarks,
  number: Found | undefined,
): Partial<Header> {
  if (!placeAndDate) return {}
  const { place, day, month, year, dateStart, end } = placeAndDate
  const header: Partial<Header> = {}
  const named = place && trimmed(copies, { ...place, start: startOfPlace(place, number) })
  if (named && named.end > named.start) header.place = found(copies, named)
  const span = { start: dateStart, end }
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (day && month && isIsoDate(date)) header.date = found(copies, span, date)
  else if (year) header.partialDate = found(copies, span, partial(month, year))
  return header
}

function partial(month: string, year: string): string {
  const inYear = Number(month)
  return inYear >= 1 && inYear <= 12 ? `${year}-${month.padStart(2, '0')}` : year
}

/** Joined lines put the number right before the place: `Số: 61-CP Hà Nội, ngày`. */
function startOfPlace(place: Span, number: Found | undefined): number {
  return number && overlaps(place, number) ? number.end : place.start
}
