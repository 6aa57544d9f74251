import type { IsoDate } from '../legal/dates.ts'
import type { Copies } from './fold.ts'
import { readDateAfter, readMakerAndDate, readYearAfter } from './readDate.ts'
import { readIssuerAfter } from './readIssuer.ts'
import { readTitleAndDate } from './readTitleAndDate.ts'

/** What stands behind a number and belongs to the citation. */
export interface DayRead {
  date: IsoDate | null
  year: number | null
  /** The title, when it stands between number and date. */
  title: string | null
  /** Who made it, when that stands between number and date. */
  maker: string | null
  length: number
}

const REACH = 420

/** The date behind a number; else the year; else the maker and the date; else the title and the date. */
export function readDay(copies: Copies, at: number, type: string | null): DayRead {
  const after = copies.plain.slice(at, at + REACH)
  const nothing = { date: null, year: null, title: null, maker: null, length: 0 }
  const date = readDateAfter(after)
  if (date) return { ...nothing, ...date }
  const year = readYearAfter(after)
  if (year) return { ...nothing, ...year }
  const made = readMakerAndDate(after)
  if (made) return { ...nothing, ...made, maker: readIssuerAfter(copies, at) }
  return { ...nothing, ...readTitleAndDate(copies, at, type) }
}
