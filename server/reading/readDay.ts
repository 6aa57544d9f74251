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
  const date = readDateAfter(after)
  if (date) return read(date)
  const year = readYearAfter(after)
  if (year) return { date: null, year: year.year, title: null, maker: null, length: year.length }
  const made = readMakerAndDate(after)
  if (made) return read(made, null, readIssuerAfter(copies, at))
  const titled = readTitleAndDate(copies, at, type)
  return titled ? read(titled, titled.title) : NOTHING
}

const NOTHING: DayRead = { date: null, year: null, title: null, maker: null, length: 0 }

function read(
  { date, length }: { date: IsoDate; length: number },
  title: string | null = null,
  maker: string | null = null,
): DayRead {
  return { date, year: null, title, maker, length }
}
