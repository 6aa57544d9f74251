import { isIsoDate } from '../legal/dates.ts'
import type { IsoDate } from '../legal/dates.ts'
import { DATE_AFTER, MAKER_AND_DATE, YEAR_AFTER } from './patterns/date.ts'

/** A date and where it ends, counted from where reading began. */
export interface DateRead {
  date: IsoDate
  length: number
}

/** The legal day of a match whose groups hold day, month, year in turn (of several alternatives one matched). */
export function isoFromMatch(match: RegExpMatchArray | RegExpExecArray): IsoDate | null {
  const [day, month, year] = match.slice(1).filter(group => group !== undefined)
  if (!day || !month || !year) return null
  const iso = `${fourDigits(numerals(year))}-${numerals(month).padStart(2, '0')}-${numerals(day).padStart(2, '0')}`
  return isIsoDate(iso) ? iso : null
}

/** OCR reads 1 as l or I and 0 as O; inside a date they can be nothing else. */
function numerals(digits: string): string {
  return digits.replace(/[li]/giu, '1').replace(/o/giu, '0')
}

/** `89` → 1989, `06` → 2006. No document cited is older than 1945. */
function fourDigits(year: string): string {
  if (year.length === 4) return year
  return Number(year) < 45 ? `20${year}` : `19${year}`
}

/** The date standing right at the start of `after` (plain copy), if any. */
export function readDateAfter(after: string): DateRead | null {
  return dateBy(DATE_AFTER, after)
}

/** The date behind the maker that stands right at the start of `after`: ` của Bộ A ban hành ngày 04/10/2006`. */
export function readMakerAndDate(after: string): DateRead | null {
  return dateBy(MAKER_AND_DATE, after)
}

function dateBy(pattern: RegExp, after: string): DateRead | null {
  const match = pattern.exec(after)
  const date = match && isoFromMatch(match)
  return match && date ? { date, length: match[0].length } : null
}

/** The year a document is cited by, standing right at the start of `after`; of several years the first. */
export function readYearAfter(after: string): { year: number; length: number } | null {
  const match = YEAR_AFTER.exec(after)
  return match ? { year: Number(match[1]), length: match[0].length } : null
}
