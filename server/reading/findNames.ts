import type { IsoDate } from '../legal/dates.ts'
import type { Span } from './types.ts'
import type { Copies } from './fold.ts'
import { amendingLength, guessedLength } from './guessLawName.ts'
import { matchLawName } from './matchLawName.ts'
import { readDateAfter, readYearAfter } from './readDate.ts'
import {
  ADOPTED,
  AMENDED_IN,
  AMENDING_LAW,
  CONVENTION_BEFORE,
  CONSTITUTION_NAME,
  LAW_LEAD,
  LAW_WORD,
  LOUD_LEAD,
  NOT_BEFORE,
  REVISED,
} from './patterns/lawName.ts'

/** A law, code, ordinance or constitution cited by name. */
export interface NameFound extends Span {
  type: string | null
  title: string
  date: IsoDate | null
  year: number | null
  issuer: string | null
  /** Years of the amendments the text names: `được sửa đổi, bổ sung năm 2025`. */
  amendedIn: number[]
}

interface Tail {
  length: number
  date: IsoDate | null
  year: number | null
  issuer: string | null
}

/** Words a numbered citation has taken; the title it carries stands between its number and its date. */
export interface Taken extends Span {
  numberEnd?: number
  title?: string | null
}

/** A law's word in the text and the room its name may take. */
interface Place extends Span {
  word: string
  plain: string
  shape: string
  /** The day behind it is that of the citation whose title it stands in. */
  inTitle: boolean
}

const REACH = 420
const NO_TAIL: Tail = { length: 0, date: null, year: null, issuer: null }

/**
 * Laws cited by name, in order, outside the spans already taken by numbers. `titles`: names of laws a register has learned.
 */
export function findNames(
  copies: Copies,
  taken: Taken[],
  titles: readonly string[] = [],
): NameFound[] {
  const found: NameFound[] = []
  let from = 0
  for (const place of placesOf(copies, taken)) {
    if (place.start < from) continue
    const name = readName(copies, place, titles)
    if (!name) continue
    found.push(name)
    from = name.end
  }
  return found
}

/** Where a law's word stands in words no number has taken, or in the title a numbered citation carries. */
function* placesOf(copies: Copies, taken: Taken[]): Generator<Place> {
  const spans = [...taken, { start: copies.text.length, end: Infinity }]
  let next = 0
  for (const { 0: word, index: start } of copies.shape.matchAll(LAW_WORD)) {
    while (endOf(spans, next) <= start) next++
    const span = spans[next]
    if (!span || !stands(copies, start)) continue
    const inTitle = isInTitle(span, start)
    if (start >= span.start && !inTitle) continue
    const end = Math.min(inTitle ? span.end : span.start, start + REACH)
    const plain = copies.plain.slice(start, end)
    yield { start, end, word, plain, shape: copies.shape.slice(start, end), inTitle }
  }
}

function endOf(spans: Span[], index: number): number {
  return spans[index]?.end ?? Infinity
}

/** `Nghị định số 12/2019/NĐ-CP Quy định chi tiết Luật Biên phòng ngày 5/6/2019`: behind the number, not right behind. */
function isInTitle({ end, numberEnd, title }: Taken, start: number): boolean {
  return Boolean(title) && numberEnd !== undefined && start > numberEnd + 2 && start < end
}

/** Not `pháp luật`, `Đại học Luật`, `Công ty Luật`. */
function stands(copies: Copies, start: number): boolean {
  const before = copies.plain.slice(Math.max(0, start - 80), start)
  if (NOT_BEFORE.test(before.slice(-16))) return false
  return !before.trimEnd().endsWith(' ve') || !CONVENTION_BEFORE.test(before)
}

function readName(copies: Copies, place: Place, titles: readonly string[]): NameFound | null {
  const { length, isKnown } = nameLength(place, titles)
  if (length === 0) return null
  const at = place.start + length + revisedLength(copies, place.start + length)
  const tail = place.inTitle ? NO_TAIL : readTail(copies, at, place.end + 60)
  if (!isCertain(copies, place, { isKnown, hasTail: tail.length > 0 })) return null
  const { length: tailLength, date, year, issuer } = tail
  return {
    start: place.start,
    end: at + tailLength,
    date,
    year,
    issuer,
    type: place.word.startsWith('BL') ? null : place.word.replace(/\s+/gu, ' '),
    title: tidyTitle(copies.text.slice(place.start, at)),
    amendedIn: readAmendments(copies, at + tailLength),
  }
}

/** How sure a name must be: in capitals or in lower case surer than as names are written. */
function isCertain(copies: Copies, place: Place, name: { isKnown: boolean; hasTail: boolean }) {
  const { word, plain, shape } = place
  const before = copies.plain.slice(Math.max(0, place.start - 24), place.start)
  if (plain.startsWith('hien phap')) return isConstitution(plain, before, name.hasTail)
  if (LOUD.test(word)) return name.isKnown && (name.hasTail || LOUD_LEAD.test(before))
  if (isLower(word.charCodeAt(0))) return name.isKnown && (name.hasTail || CAPITAL.test(shape))
  return name.isKnown || name.hasTail || isWritten(shape, before)
}

/** As names are written: with a capital behind the law's word, or behind words that lead to a law. */
function isWritten(shape: string, before: string): boolean {
  return CAPITAL.test(shape) || LAW_LEAD.test(before)
}

const LOUD = /^(?!BL)\p{Lu}{2}/u
/** The name behind the law's word begins with a capital. */
const CAPITAL = /^(?:[Bb]ộ\s+\S+|[Pp]háp\s+lệnh|\S+)\s+\p{Lu}/u
/** A law's word begins with a plain letter. */
const isLower = (unit: number) => unit >= 97 && unit <= 122

/** `Hiến pháp` alone is an idea; with its year, its full name or an article of it, it is a document. */
function isConstitution(plain: string, before: string, hasTail: boolean): boolean {
  const isFull = (CONSTITUTION_NAME.exec(plain)?.[0].length ?? 0) > 15
  return hasTail || isFull || /(?:\d[a-z]?(?:\s+cua)?|can\s+cu)\s+$/u.test(before)
}

function nameLength({ plain, shape }: Place, titles: readonly string[]): Length {
  if (plain.startsWith('hien phap')) return sure(CONSTITUTION_NAME.exec(plain)?.[0].length ?? 0)
  if (AMENDING_LAW.test(plain)) return sure(amendingLength({ plain, shape }, titles))
  const known = matchLawName(plain, titles)
  if (known > 0 && !MAY_GO_ON.test(plain.slice(known, known + 60))) return sure(known)
  const guessed = guessedLength({ plain, shape })
  const isOther = known === 0 || isLonger({ plain, known, guessed })
  return isOther ? { length: guessed, isKnown: false } : sure(known)
}

interface Length {
  length: number
  /** Whether a table holds the name. */
  isKnown: boolean
}

function sure(length: number): Length {
  return { length, isKnown: true }
}

const MAY_GO_ON = /^\s+[a-z][^;.:]{0,50}\d{4}/u

/** `Luật Đầu tư nước ngoài tại Việt Nam năm 1996`: another law than the one its first words name. */
function isLonger({ plain, known, guessed }: { plain: string; known: number; guessed: number }) {
  if (guessed <= known || guessed > known + 40) return false
  return /^\s*(?:ng\s?ay\s+\d|(?:nam\s+)?(?:19|20)\d{2}(?!\d))/u.test(plain.slice(guessed))
}

function readTail(copies: Copies, at: number, end: number): Tail {
  if (!MAY_TAIL.test(copies.plain.slice(at, at + 12))) return NO_TAIL
  const after = copies.plain.slice(at, Math.max(at, end))
  const date = readDateAfter(after)
  if (date) return { ...NO_TAIL, length: date.length, date: date.date }
  const year = readYearAfter(after)
  if (year) return { ...NO_TAIL, length: year.length, year: year.year }
  return readAdoption(copies, at)
}

/** How `ngày`, a year, `ban hành`, `ký`, `được`, `đã` begin: a quick look before the long ones. */
const MAY_TAIL = /^\s*,?\s*[\dnbkd]/u

function readAdoption(copies: Copies, at: number): Tail {
  const after = copies.plain.slice(at, at + 200)
  const adopted = ADOPTED.exec(after)
  const date = adopted && readDateAfter(after.slice(adopted[0].length))
  if (!adopted || !date) return NO_TAIL
  const issuerAt = at + adopted[0].indexOf(adopted[1] ?? '')
  return {
    length: adopted[0].length + date.length,
    date: date.date,
    year: null,
    issuer: copies.text.slice(issuerAt, issuerAt + (adopted[1] ?? '').length),
  }
}

/** `Luật đất đai sửa đổi 1998`: the words are part of what the law is called. */
function revisedLength(copies: Copies, at: number): number {
  return REVISED.exec(copies.plain.slice(at, at + 40))?.[0].length ?? 0
}

function readAmendments(copies: Copies, at: number): number[] {
  if (!/^[\s,(]{0,4}[sd]/u.test(copies.plain.slice(at, at + 6))) return []
  const match = AMENDED_IN.exec(copies.plain.slice(at, at + 160))
  return [...(match?.[1]?.matchAll(/\d{4}/gu) ?? [])].map(year => Number(year[0]))
}

/** Blanks single; `Ủ y ban`, a common fault of PDF text layers, put together. */
function tidyTitle(words: string): string {
  return words.replace(/\s+/gu, ' ').replaceAll('Ủ y ban', 'Ủy ban').trim()
}
