import { LAW_NAMES } from '../legal/data/lawNames.ts'
import { foldText } from '../legal/foldText.ts'
import type { IsoDate } from '../legal/dates.ts'
import type { Span } from './types.ts'
import type { Copies } from './fold.ts'
import { readDateAfter, readYearAfter } from './readDate.ts'
import {
  ADOPTED,
  AMENDING_LAW,
  CONSTITUTION_NAME,
  LAW_WORD,
  NAME_STOP,
  NOT_A_NAME,
} from './patterns/lawName.ts'

/** A law, code, ordinance or constitution cited by name. */
export interface NameFound extends Span {
  type: string
  title: string
  date: IsoDate | null
  year: number | null
  issuer: string | null
}

interface Tail {
  length: number
  date: IsoDate | null
  year: number | null
  issuer: string | null
}

const REACH = 260
const words = (text: string) =>
  foldText(text)
    .replace(/[^a-z0-9]+/gu, ' ')
    .trim()
const KNOWN = new Set(LAW_NAMES.map(words))

/** Laws cited by name, in order, outside the spans already taken by numbers. */
export function findNames(copies: Copies, taken: Span[]): NameFound[] {
  const found: NameFound[] = []
  let next = 0
  let from = 0
  for (const match of copies.shape.matchAll(LAW_WORD)) {
    const start = match.index
    while ((taken[next]?.end ?? Infinity) <= start) next++
    const barrier = taken[next]?.start ?? copies.text.length
    if (start < from || start >= barrier) continue
    const name = readName(copies, { start, end: Math.min(barrier, start + REACH) }, match[0])
    if (!name) continue
    found.push(name)
    from = name.end
  }
  return found
}

function readName(copies: Copies, { start, end }: Span, word: string): NameFound | null {
  const plain = copies.plain.slice(start, end)
  const length = nameLength(plain, copies.shape.slice(start, end))
  if (length === 0) return null
  const tail = readTail(copies, start + length, end + 60)
  if (!AMENDING_LAW.test(plain)) {
    const certain = KNOWN.has(words(plain.slice(0, length))) || tail.length > 0
    if (!certain && !/^\S+\s+(?:luật\s+)?\p{Lu}/iu.test(copies.shape.slice(start, end))) return null
    if (word === 'Hiến pháp' && length < 15 && tail.year === null) return null
  }
  const title = tidyTitle(copies.text.slice(start, start + length))
  return {
    start,
    end: start + length + tail.length,
    type: word,
    title,
    date: tail.date,
    year: tail.year,
    issuer: tail.issuer,
  }
}

function nameLength(plain: string, shape: string): number {
  if (plain.startsWith('hien phap')) return CONSTITUTION_NAME.exec(plain)?.[0].length ?? 0
  if (AMENDING_LAW.test(plain)) return amendingLength(plain)
  if (NOT_A_NAME.test(plain)) return 0
  return knownLength(plain) || guessedLength(plain, shape)
}

/** A law that amends others is cited with its date: all words up to the date are its name. Without a date: not one name. */
function amendingLength(plain: string): number {
  const match = /\s+(?:ng\s?ay\s+\d|\d{1,2}\s+thang\s+\d|nam\s+(?:19|20)\d{2})/u.exec(plain)
  if (!match || /[;:“”"]|\.\s/u.test(plain.slice(0, match.index))) return 0
  return match.index
}

/** Longest name of the gazetteer the text starts with. */
function knownLength(plain: string): number {
  let best = 0
  let said = ''
  for (const match of plain.matchAll(/[a-z0-9]+/gu)) {
    said = said ? `${said} ${match[0]}` : match[0]
    if (KNOWN.has(said)) best = match.index + match[0].length
    if (said.length > 160) break
  }
  return best
}

function guessedLength(plain: string, shape: string): number {
  const head = /^\S+(?:\s+luat)?\s+/u.exec(plain)?.[0].length ?? 0
  const stop = NAME_STOP.exec(plain.slice(head))
  let length = stop ? head + stop.index : plain.length
  for (const match of plain.slice(0, length).matchAll(/\s*,\s*/gu)) {
    const rest = shape.slice(match.index + match[0].length, length)
    if (/^\p{Ll}/u.test(rest) && rest.length < 90 && isClosed(plain, length)) continue
    length = match.index
    break
  }
  const name = plain.slice(0, length).trimEnd()
  return isNameLong(name, head) ? name.length : 0
}

function isNameLong(name: string, head: number): boolean {
  const count = name.split(/\s+/u).length
  return count >= 2 && count <= 24 && name.length > head
}

/** A name with commas counts only when something ends it for sure: a date, a year, a number, the clause. */
function isClosed(plain: string, length: number): boolean {
  return /^\s*(?:ng\s?ay\s|nam\s+\d|so\s+\d|[;.)]|$)/u.test(plain.slice(length))
}

function readTail(copies: Copies, at: number, end: number): Tail {
  const after = copies.plain.slice(at, Math.max(at, end))
  const date = readDateAfter(after)
  if (date) return { length: date.length, date: date.date, year: null, issuer: null }
  const year = readYearAfter(after)
  if (year) return { length: year.length, date: null, year: year.year, issuer: null }
  return readAdoption(copies, at)
}

function readAdoption(copies: Copies, at: number): Tail {
  const after = copies.plain.slice(at, at + 200)
  const adopted = ADOPTED.exec(after)
  const date = adopted && readDateAfter(after.slice(adopted[0].length))
  if (!adopted || !date) return { length: 0, date: null, year: null, issuer: null }
  const issuerAt = at + adopted[0].indexOf(adopted[1] ?? '')
  return {
    length: adopted[0].length + date.length,
    date: date.date,
    year: null,
    issuer: copies.text.slice(issuerAt, issuerAt + (adopted[1] ?? '').length),
  }
}

/** Blanks single; `Ủ y ban`, a common fault of PDF text layers, put together. */
function tidyTitle(words: string): string {
  return words.replace(/\s+/gu, ' ').replaceAll('Ủ y ban', 'Ủy ban').trim()
}
