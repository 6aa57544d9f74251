import { isIsoDate } from '../../legal/dates.ts'
import type { Copies } from '../fold.ts'
import type { Draft } from '../citation.ts'

const DAY =
  /^[\s,]{0,4}(?:(?:ky|ban\s+hanh)\s+)?ngay\s{1,4}(\d{1,2})\s{0,2}(?:[/.-]|\s+thang)\s{0,2}(\d{1,2})\s{0,2}(?:[/.-]|\s+nam)\s{0,2}(\d{4})(?!\d)/u

/** The day written behind a number that no calendar has: `ngày 31/02/2020` → `31/02/2020`. Null when it has, or when none is written. */
export function impossibleDay({ plain }: Copies, { date, start, end }: Draft): string | null {
  if (date) return null
  const inside = plain.slice(start, end).lastIndexOf('ngay')
  const from = inside < 0 ? end : start + inside
  const [, day, month, year] = DAY.exec(plain.slice(from, from + 48)) ?? []
  if (!day || !month || !year) return null
  const isDay = isIsoDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  return isDay ? null : `${day}/${month}/${year}`
}
