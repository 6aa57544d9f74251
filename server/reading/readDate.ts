import { isIsoDate } from '../legal/dates.ts'
import type { IsoDate } from '../legal/dates.ts'
import { DATE_AFTER, YEAR_AFTER } from './patterns/date.ts'

/** A date and where it ends, counted from where reading began. */
export interface DateRead {
  date: IsoDate
  length: number
}

/** The legal day of a match whose groups hold day, month, year in turn (of several alternatives one matched). */
export function isoFromMatch(match: RegExpMatchArray | RegExpExecArray): IsoDate | null {
  const [day, month, year] = match.slice(1).filter(group => group !== undefined)
  if (!day || !month || !year) return null
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isIsoDate(iso) ? iso : null
}

/** The date standing right at the start of `after` (plain copy), if any. */
export function readDateAfter(after: string): DateRead | null {
  const match = DATE_AFTER.exec(after)
  const date = match && isoFromMatch(match)
  return match && date ? { date, length: match[0].length } : null
}

/** The year a document is cited by, standing right at the start of `after`; of several years the first. */
export function readYearAfter(after: string): { year: number; length: number } | null {
  const match = YEAR_AFTER.exec(after)
  return match ? { year: Number(match[1]), length: match[0].length } : null
}
