import type { Copies } from './fold.ts'
import { NUMBER_MARK, TYPE_NOUN, TYPE_NOUN_ABBREVIATIONS } from './patterns/typeNoun.ts'

/** The noun before a number and what stands between them. */
export interface NounFound {
  /** Where the citation starts: the noun, else the mark `số`, else the number. */
  start: number
  /** As written, blanks single; null when no noun stands there. */
  type: string | null
  /** Words between noun and mark: name of a law, description (`định giá tài sản`), issuer (`của Chính phủ`). */
  between: string
  hasMark: boolean
}

const WINDOW = 220
const LAW = /^(?:bo )?luat$|^phap lenh$/u
const BETWEEN_LAW = /^[^;.:()\d]{0,180}$/u
const BETWEEN_OTHER = /^(?:[^;.:,()\d]{0,70})$/u
const NOT_BETWEEN =
  /(?<![\p{L}])(?:tại|theo|này|và|ngày|được|bằng|đến|căn cứ|gồm|sau|như)(?![\p{L}])/u
const ABBREVIATION = new RegExp(`(?<![a-z0-9/-])(?:${TYPE_NOUN_ABBREVIATIONS.join('|')})\\s*$`, 'u')

/** Reads backwards from a number, not past `limit` (the end of the citation before). */
export function findNoun(copies: Copies, numberStart: number, limit: number): NounFound {
  const from = Math.max(limit, numberStart - WINDOW)
  const before = copies.plain.slice(from, numberStart)
  const mark = NUMBER_MARK.exec(before)
  const markAt = mark ? mark.index + mark[0].indexOf(mark[1] ?? '') : before.length
  const rest = before.slice(0, markAt)
  const none = { start: from + markAt, type: null, between: '', hasMark: Boolean(mark) }
  const noun =
    lastNoun(copies, { rest, from, hasMark: Boolean(mark) }) ?? abbreviation(copies, rest, from)
  if (!noun) return none
  return {
    start: noun.start,
    type: copies.text.slice(noun.start, noun.end).replace(/\s+/gu, ' '),
    between: copies.text.slice(noun.end, from + markAt).trim(),
    hasMark: Boolean(mark),
  }
}

function lastNoun(
  copies: Copies,
  { rest, from, hasMark }: { rest: string; from: number; hasMark: boolean },
): { start: number; end: number } | null {
  const matches = [...rest.matchAll(TYPE_NOUN)].reverse()
  const [last] = matches
  if (!last) return null
  const spanOf = (match: RegExpExecArray) => ({
    start: from + match.index,
    end: from + match.index + match[0].length,
  })
  const between = (match: RegExpExecArray) => rest.slice(match.index + match[0].length)
  if (!between(last).trim() && !isTailOfLaw(rest, last)) return spanOf(last)
  if (!hasMark) return null
  const law = matches.find(match => isCapital(copies, from + match.index))
  if (law && isLaw(copies, law, from) && BETWEEN_LAW.test(between(law))) return spanOf(law)
  const other = between(last)
  const at = spanOf(last).end
  const written = copies.shape.slice(at, at + other.length).toLowerCase()
  return BETWEEN_OTHER.test(other) && !NOT_BETWEEN.test(written) ? spanOf(last) : null
}

/** `văn bản quy phạm pháp luật số …` ends in `luật`, which is no noun of its own. */
function isTailOfLaw(rest: string, match: RegExpExecArray): boolean {
  return match[0] === 'luat' && /phap\s+$/u.test(rest.slice(0, match.index))
}

function isLaw(copies: Copies, match: RegExpExecArray, from: number): boolean {
  return LAW.test(match[0].replace(/\s+/gu, ' ')) && isCapital(copies, from + match.index)
}

function abbreviation(copies: Copies, rest: string, from: number) {
  const match = ABBREVIATION.exec(rest)
  if (!match || !isCapital(copies, from + match.index)) return null
  const end = from + match.index + match[0].trimEnd().length
  return { start: from + match.index, end }
}

function isCapital(copies: Copies, at: number): boolean {
  return /\p{Lu}/u.test(copies.shape.charAt(at))
}
