import { addDays, addMonths, isIsoDate, type IsoDate } from '../legal/dates.ts'
import {
  DUE_DAY,
  DUE_MONTH,
  DUE_QUARTER,
  DUE_TERM,
  FACT_BEFORE,
  RECURS,
  TAKES_EFFECT,
} from './patterns/order.ts'

/** When something is to be done by, as the words say it. Offsets are into the words given. */
export interface DueRead {
  start: number
  end: number
  /** The day, or the last day of the month or quarter; null when the words name none that can be told. */
  on: IsoDate | null
  /** `before` leaves the day itself out: `trước ngày 26/4/2019`. */
  kind: 'before' | 'by'
  precision: 'day' | 'month' | 'quarter'
}

const QUARTERS: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4 }

/**
 * The first term in a sentence on the plain copy, or null. `issuedOn` is the document's day (or its year or month), which
 * completes a day without its year and tells a term from a fact of the past.
 */
export function readDue(words: string, issuedOn: string | null): DueRead | null {
  const found = [
    ...days(words, issuedOn),
    ...spans(words, { pattern: DUE_MONTH, months: 1, issuedOn }),
    ...spans(words, { pattern: DUE_QUARTER, months: 3, issuedOn }),
    ...terms(words, issuedOn),
  ]
  const ahead = found.filter(due => isTerm(words, due) && isAhead(due, issuedOn))
  return ahead.sort((a, b) => a.start - b.start)[0] ?? null
}

function isTerm(words: string, { start, end }: DueRead): boolean {
  const before = words.slice(Math.max(0, start - 90), start)
  if (FACT_BEFORE.test(before) || TAKES_EFFECT.test(words.slice(Math.max(0, start - 40), end)))
    return false
  return !/^\s*(?:thi|tro\s+ve\s+truoc|nhung|ma)(?![a-z])/u.test(words.slice(end, end + 30))
}

function isAhead({ on }: DueRead, issuedOn: string | null): boolean {
  return on === null || issuedOn === null || on >= issuedOn.slice(0, on.length)
}

function* days(words: string, issuedOn: string | null): Generator<DueRead> {
  for (const match of words.matchAll(DUE_DAY)) {
    const [whole, word = '', hour, ...parts] = match
    const end = match.index + whole.length
    const recurs = RECURS.test(words.slice(end, end + 20))
    const numbers = parts.filter(part => part !== undefined).map(digits)
    const on = recurs ? null : dayOf(numbers, issuedOn)
    if (!recurs && !on) continue
    // "Trước 16h00 ngày D" is still on D.
    const kind = word === 'truoc' && hour === undefined ? 'before' : 'by'
    yield { start: match.index, end, on, kind, precision: 'day' }
  }
}

/** OCR writes l for 1 and O for 0. */
function digits(part: string): number {
  return Number(part.replace(/[li]/gu, '1').replace(/o/gu, '0'))
}

function dayOf([day = 0, month = 0, year]: number[], issuedOn: string | null): IsoDate | null {
  if (year !== undefined) return iso(year, month, day)
  if (!issuedOn) return null
  const first = iso(Number(issuedOn.slice(0, 4)), month, day)
  return first && first < issuedOn ? iso(Number(issuedOn.slice(0, 4)) + 1, month, day) : first
}

function iso(year: number, month: number, day: number): IsoDate | null {
  const text = [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')
  return isIsoDate(text) ? text : null
}

/** Months and quarters: the last day of them, the day before them where the words say `trước`. */
function* spans(
  words: string,
  { pattern, months, issuedOn }: { pattern: RegExp; months: 1 | 3; issuedOn: string | null },
): Generator<DueRead> {
  for (const match of words.matchAll(pattern)) {
    const [whole, word, name = '', year = issuedOn?.slice(0, 4)] = match
    const number = QUARTERS[name] ?? Number(name)
    const first = iso(Number(year ?? 0), months * (number - 1) + 1, 1)
    if (!first) continue
    const after = word === 'truoc' ? first : addMonths(first, months)
    const precision = months === 1 ? 'month' : 'quarter'
    const end = match.index + whole.length
    yield { start: match.index, end, on: addDays(after, -1), kind: 'by', precision }
  }
}

/** A number of days from a day. Working days are counted by a calendar the reader has not: such a term keeps its words only. */
function* terms(words: string, issuedOn: string | null): Generator<DueRead> {
  for (const match of words.matchAll(DUE_TERM)) {
    const [whole, days = '', unit = '', ...parts] = match
    const numbers = parts
      .filter(part => part && /^[\dlio]+$/u.test(part))
      .map(part => digits(part ?? ''))
    const isSigning = parts.some(part => part && /^(?:ky|ban)/u.test(part))
    const from = numbers.length === 3 ? dayOf(numbers, null) : isSigning ? fullDay(issuedOn) : null
    const on = from && unit === 'ngay' ? addDays(from, Number(days)) : null
    yield { start: match.index, end: match.index + whole.length, on, kind: 'by', precision: 'day' }
  }
}

function fullDay(day: string | null): IsoDate | null {
  return day && isIsoDate(day) ? day : null
}
