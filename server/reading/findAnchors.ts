import type { Copies } from './fold.ts'

/** Where a number may begin, and of which kind it can be. */
export interface Anchor {
  at: number
  isBare: boolean
}

const SLASH = 47
const DASH = 45
const REACH = 120

/**
 * Places a number may begin at, in order. Only digits before a slash or a dash, behind `số` or before `ngày` are looked at, found
 * by plain search for these signs: the text itself is never scanned by a pattern.
 */
export function findAnchors(copies: Copies): Anchor[] {
  const starts = new Map<number, boolean>()
  for (const at of bySlash(copies.shape)) starts.set(at, false)
  for (const at of byDash(copies.shape)) starts.set(at, false)
  for (const at of byDay(copies)) if (!starts.has(at)) starts.set(at, true)
  for (const at of byMark(copies)) if (!starts.has(at)) starts.set(at, true)
  return [...starts].map(([at, isBare]) => ({ at, isBare })).sort((a, b) => a.at - b.at)
}

function* bySlash(shape: string): Generator<number> {
  for (let at = shape.indexOf('/'); at >= 0; at = shape.indexOf('/', at + 1)) {
    if (!mayFollowSlash(shape, at + 1)) continue
    const start = serialBefore(shape, at)
    if (start !== null) yield start
  }
}

/** Behind the slash a symbol, or a year with or without one; not the month of a date. */
function mayFollowSlash(shape: string, from: number): boolean {
  const at = skipBlanks(shape, from)
  const first = shape.charCodeAt(at)
  if (isLetter(first) && !isLookAlike(first)) return true
  let end = at
  while (isNumeral(shape.charCodeAt(end)) && end - at < 5) end++
  if (end === at) return false
  if (isLetter(shape.charCodeAt(end))) return end - at === 4 || isLookAlike(first)
  return mayBeYear(shape, end, end - at)
}

function mayBeYear(shape: string, end: number, digits: number): boolean {
  if (digits !== 4 && digits !== 2) return false
  const sign = skipBlanks(shape, end)
  if (shape.charCodeAt(sign) !== SLASH) return digits === 4
  return isLetter(shape.charCodeAt(skipBlanks(shape, sign + 1)))
}

/** Start of the serial that ends before `end`, with an old type between: `12`, `1249a`, `01-NQ`, `71QĐ`, `59 TC`. */
function serialBefore(shape: string, end: number): number | null {
  const last = backBlanks(shape, end)
  let at = tokenStart(shape, last)
  if (at === last) return null
  if (hasDigit(shape, at, last)) return edge(shape, serialOfYear(shape, at, last), last)
  const sign = backBlanks(shape, at)
  const digits = shape.charCodeAt(sign - 1) === DASH ? backBlanks(shape, sign - 1) : sign
  if (digits === at) return null
  at = tokenStart(shape, digits)
  return hasDigit(shape, at, digits) ? edge(shape, at, digits) : null
}

/** `43-2014/NĐ-CP`: the serial before the dash; `2016-2020` are two years. */
function serialOfYear(shape: string, at: number, last: number): number {
  if (shape.charCodeAt(at - 1) !== DASH || !/^(?:19|20)\d{2}$/u.test(shape.slice(at, last)))
    return at
  const start = tokenStart(shape, at - 1)
  return /^\d{1,3}$/u.test(shape.slice(start, at - 1)) ? start : at
}

/** What may be glued before a serial: `số12`, `Nghị định12`, `NĐ43/2014/NĐ-CP`. */
const GLUED_WORD =
  /(?:s[ốỐOo6]|định|thư|quyết|thị|^(?:TTLT|VBHN|QĐ|NĐ|NQ|TT|CT|KH|CV|TB|VB|QD|ND))$/iu

/** The token, a leading word glued to it cut off: `số12` → 12. Null when a sign before says it is part of something else. */
function edge(shape: string, start: number, end: number): number | null {
  let at = start
  while (at < end && !isNumeral(shape.charCodeAt(at))) at++
  if (at === end || isPartOfMore(shape, at)) return null
  return at === start || GLUED_WORD.test(shape.slice(start, at)) ? at : null
}

function isPartOfMore(shape: string, at: number): boolean {
  const before = shape.charAt(at - 1)
  if (before === '-' || /[/\\]/u.test(shape.charAt(backBlanks(shape, at) - 1))) return true
  return /[.,:]/u.test(before) && isDigit(shape.charCodeAt(at - 2))
}

function* byDash(shape: string): Generator<number> {
  for (let at = shape.indexOf('-'); at >= 0; at = shape.indexOf('-', at + 1)) {
    const last = backBlanks(shape, at)
    const before = shape.charCodeAt(last - 1)
    if (!isDigit(before) && !isDigit(shape.charCodeAt(last - 2))) continue
    if (!isLetter(shape.charCodeAt(skipBlanks(shape, at + 1)))) continue
    const start = edge(shape, tokenStart(shape, last), last)
    if (start !== null) yield start
  }
}

/** Digits right before `ngày`: `Công điện số 1409 ngày …`. */
function* byDay({ shape, plain }: Copies): Generator<number> {
  for (let at = plain.indexOf('ngay'); at >= 0; at = plain.indexOf('ngay', at + 4)) {
    const last = backBlanks(plain, at)
    if (!isDigit(plain.charCodeAt(last - 1)) && !isDigit(plain.charCodeAt(last - 2))) continue
    if (!isNumeral(plain.charCodeAt(skipBlanks(plain, at + 4)))) continue
    const start = edge(shape, tokenStart(shape, last), last)
    if (start !== null) yield start
  }
}

/** Digits right behind `số`: `Quyết định số 12 của Hội đồng quản trị`. */
function* byMark({ shape, plain }: Copies): Generator<number> {
  for (let at = plain.indexOf('so'); at >= 0; at = plain.indexOf('so', at + 2)) {
    const start = skipBlanks(plain, plain.charAt(at + 2) === ':' ? at + 3 : at + 2)
    if (!isDigit(plain.charCodeAt(start)) || isLetter(plain.charCodeAt(at - 1))) continue
    let end = start
    while (isDigit(plain.charCodeAt(end))) end++
    if (/^\p{L}?\s{1,40}(?:của\s+\p{Lu}|về việc\s)/iu.test(shape.slice(end, end + 60))) yield start
  }
}

function skipBlanks(text: string, from: number): number {
  let at = from
  while (isBlank(text.charCodeAt(at)) && at - from < REACH) at++
  return at
}

function backBlanks(text: string, from: number): number {
  let at = from
  while (at > 0 && isBlank(text.charCodeAt(at - 1)) && from - at < REACH) at--
  return at
}

/** Start of the run of letters, digits and dots that ends at `end`, at most 16 signs back. */
function tokenStart(text: string, end: number): number {
  let at = end
  while (at > 0 && end - at < 16 && isToken(text.charCodeAt(at - 1))) at--
  while (at < end && text.charAt(at) === '.') at++
  return at
}

function hasDigit(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (isDigit(text.charCodeAt(at))) return true
  return false
}

const isBlank = (unit: number) => unit === 32 || unit === 10 || unit === 13 || unit === 9
const isDigit = (unit: number) => unit >= 48 && unit <= 57
const isLetter = (unit: number) =>
  (unit >= 65 && unit <= 90) ||
  (unit >= 97 && unit <= 122) ||
  (unit >= 0xc0 && unit <= 0x24f) ||
  (unit >= 0x1e00 && unit <= 0x1eff)
const isToken = (unit: number) => isDigit(unit) || isLetter(unit) || unit === 46
/** l, I, O, o: letters OCR puts for 1 and 0. */
const isLookAlike = (unit: number) => unit === 108 || unit === 73 || unit === 79 || unit === 111
const isNumeral = (unit: number) => isDigit(unit) || isLookAlike(unit)
