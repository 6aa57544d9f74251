import type { IsoDate } from '../legal/dates.ts'
import { typeOfAbbreviation } from '../legal/documentNumber.ts'
import { datedNoun } from './datedNoun.ts'
import type { Copies } from './fold.ts'
import { typeOfNoun } from './typeOfNoun.ts'
import type { Span } from './types.ts'
import { nounBefore, typeOfNounWords } from './nounBefore.ts'
import { NUMBER_MARK, TYPE_NOUN } from './patterns/typeNoun.ts'

/** The noun before a number and what stands between them. */
export interface NounFound {
  /** Where the citation starts: the noun, else the mark `số`, else the number. */
  start: number
  /** As written, blanks single; null when no noun stands there. */
  type: string | null
  /** Words between noun and mark: name of a law, description (`định giá tài sản`), issuer (`của Chính phủ`). */
  between: string
  hasMark: boolean
  /** The day, when it stands between noun and number. */
  date: IsoDate | null
}

/** What is known of the number a noun is looked for. */
export interface Numbered {
  start: number
  groups: string[]
}

const WINDOW = 260
const LAW = /^(?:bo\s+)?luat$|^phap\s+lenh$/u
const LAW_SYMBOL = /^(?:QH|UBTVQH|L$|PL$|LCTN|CTN)/u
const BETWEEN_LAW = /^[^;.:\d()]{0,200}\(?\s{0,5}$/u
const BETWEEN_OTHER = /^[^;.:,()\d]{0,90}$/u
const NOT_BETWEEN =
  /(?<![\p{L}])(?:tại|theo|này|và|ngày|được|bằng|đến|căn cứ|gồm|sau|như|thuộc|trên)(?![\p{L}])/u
/** `(Quyết định của UBND tỉnh (số 12/QĐ-UBND`: what may stand right before the mark. */
const OPENING = /[\s("“*_-]*$/u

/** Reads backwards from a number, not past `limit` (the end of the citation before). */
export function findNoun(copies: Copies, numbered: Numbered, limit: number): NounFound {
  const from = Math.max(limit, numbered.start - WINDOW)
  const before = copies.plain.slice(from, numbered.start)
  const mark = markIn(before)
  const markAt = mark ?? before.length
  const at = from + markAt
  const adjacent = nounBefore(copies, at, from)
  const noun = adjacent
    ? (ownerNoun(copies, { adjacent, from, numbered }) ?? adjacent)
    : farNoun(copies, { rest: before.slice(0, markAt), from, hasMark: mark !== null, numbered })
  if (!noun) return behindDay(copies, numbered, { start: at, hasMark: mark !== null, from })
  return {
    start: noun.start,
    type: typeOfNounWords(copies, noun),
    between: copies.text.slice(noun.end, at).replace(OPENING, '').trim(),
    hasMark: mark !== null,
    date: null,
  }
}

/** Where `số` begins at the end of `before`, over a colon, quotes and Markdown marks; null when it does not stand there. */
function markIn(before: string): number | null {
  let end = before.length
  while (end > 0 && /[\s:*_“"]/u.test(before.charAt(end - 1))) end--
  const mark = NUMBER_MARK.exec(before.slice(Math.max(0, end - 4), end))?.[1]
  return mark === undefined ? null : end - mark.length
}

interface Unnamed {
  /** Where the mark stands, or the number without one. */
  start: number
  hasMark: boolean
  from: number
}

function behindDay(copies: Copies, numbered: Numbered, unnamed: Unnamed): NounFound {
  const dated = unnamed.hasMark ? datedNoun(copies, unnamed.start, unnamed.from) : null
  if (!dated) return annotated(copies, numbered, unnamed)
  return {
    start: dated.start,
    type: typeOfNounWords(copies, dated),
    between: dated.owner,
    hasMark: true,
    date: dated.date,
  }
}

const ANNOTATION = /(?:^|[^[])\[[^[\]]{1,380}\]\s{0,3}$/u

/** An editor's note between noun and number: `Luật số [Khoản này hết hiệu lực từ ngày …] 21/2017/QH14`. */
function annotated(copies: Copies, numbered: Numbered, { start, hasMark }: Unnamed): NounFound {
  const none = { start, type: null, between: '', hasMark, date: null }
  if (hasMark || !/\]\s{0,3}$/u.test(copies.shape.slice(Math.max(0, start - 4), start))) return none
  const from = Math.max(0, start - 400)
  const note = ANNOTATION.exec(copies.shape.slice(from, start))
  if (!note) return none
  const opening = from + note.index + note[0].indexOf('[')
  const limit = Math.max(0, opening - 120)
  const { type, hasMark: isMarked } = findNoun(copies, { ...numbered, start: opening }, limit)
  return isMarked ? { ...none, type, hasMark: true } : none
}

interface Search {
  rest: string
  from: number
  hasMark: boolean
  numbered: Numbered
}

/**
 * `Quyết định phê duyệt Kế hoạch số 12/QĐ-UBND`: the symbol names the first noun, not the one next to it.
 */
function ownerNoun(
  copies: Copies,
  { adjacent, from, numbered }: { adjacent: Span; from: number; numbered: Numbered },
): Span | null {
  const said = symbolType(numbered)
  if (!said || sameType(copies, adjacent, said)) return null
  const rest = copies.plain.slice(from, adjacent.start)
  for (const match of [...rest.matchAll(TYPE_NOUN)].reverse()) {
    const noun = spanOf(match, from)
    const between = copies.shape.slice(noun.end, adjacent.start)
    if (between.length > 60 || !/^\s+(?:ban hành|phê duyệt|về|công bố)\s/u.test(between))
      return null
    if (BETWEEN_OTHER.test(between) && sameType(copies, noun, said)) return noun
  }
  return null
}

/**
 * A noun with words between it and the mark: a law and its name, a body, a description. Not before the `Số:` of a letterhead.
 */
function farNoun(copies: Copies, search: Search): Span | null {
  const { hasMark, numbered, rest, from } = search
  if (/^S[ốo]/u.test(copies.shape.slice(from + rest.length, from + rest.length + 2))) return null
  if (rest.length < 4 || (!hasMark && numbered.groups.length === 0)) return null
  if (!hasMark && !isLawSymbol(numbered) && symbolType(numbered) === null) return null
  const matches = nounsIn(rest).reverse()
  const [last] = matches
  if (!last) return null
  return lawNoun(copies, matches, search) ?? otherNoun(copies, spanOf(last, search.from), search)
}

/** The nouns behind the last sign that may stand between no noun and its number. */
function nounsIn(rest: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  TYPE_NOUN.lastIndex = openFrom(rest)
  for (let noun = TYPE_NOUN.exec(rest); noun; noun = TYPE_NOUN.exec(rest)) found.push(noun)
  return found
}

function openFrom(rest: string): number {
  for (let at = rest.length; at > 0; at--) if (isClosing(rest.charCodeAt(at - 1))) return at
  return 0
}

/** `;`, `.`, `:`, `)` and digits. */
function isClosing(unit: number): boolean {
  return (unit >= 48 && unit <= 59) || unit === 46 || unit === 41
}

function isLawSymbol({ groups }: Numbered): boolean {
  return LAW_SYMBOL.test(groups[0] ?? '')
}

function lawNoun(copies: Copies, matches: RegExpExecArray[], search: Search): Span | null {
  const { rest, from, hasMark, numbered } = search
  if (!hasMark && !isLawSymbol(numbered)) return null
  const law = matches.find(match => isCapital(copies, from + match.index))
  if (!law || !LAW.test(law[0])) return null
  const between = rest.slice(law.index + law[0].length)
  return BETWEEN_LAW.test(between) &&
    !/\n\s*\n\s*\p{Lu}/u.test(copies.shape.slice(from + law.index, from + rest.length))
    ? spanOf(law, from)
    : null
}

function otherNoun(
  copies: Copies,
  noun: Span,
  { rest, from, hasMark, numbered }: Search,
): Span | null {
  const said = symbolType(numbered)
  const agrees = said !== null && sameType(copies, noun, said)
  if (!hasMark && !agrees) return null
  const end = from + rest.length
  const written = copies.shape.slice(noun.end, end).replace(OPENING, '')
  if (!BETWEEN_OTHER.test(written) || (!agrees && written.length > 70)) return null
  return NOT_BETWEEN.test(written.toLowerCase()) ? null : noun
}

function symbolType({ groups }: Numbered): string | null {
  for (const group of groups) {
    const type = typeOfAbbreviation(group)
    if (type) return type
  }
  return null
}

function sameType(copies: Copies, noun: Span, said: string): boolean {
  return typeOfNoun(copies.text.slice(noun.start, noun.end)) === said
}

function spanOf(match: RegExpExecArray, from: number): Span {
  return { start: from + match.index, end: from + match.index + match[0].length }
}

function isCapital(copies: Copies, at: number): boolean {
  return /\p{Lu}/u.test(copies.shape.charAt(at))
}
