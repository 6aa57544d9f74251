import type { Span } from '../reading/types.ts'

const FURTHEST = 600
// A full stop, semicolon or the like before a blank and a capital, or a line that begins an item. A printer breaks lines
// anywhere: a line break alone ends no sentence.
const BREAK =
  /[.;:!?…]["”)]?\s+(?=[\p{Lu}\d“"(–+-])|\n\s*(?=[-–+•]\s|\d{1,2}[.)]\s|Điều \d|Căn cứ )/gu

const BREAK_OR_BLANK_LINE = new RegExp(`${BREAK.source}|\\n[^\\S\\n]*\\n\\s*`, 'gu')

/** Whether a blank line stands between nearly all lines, as in a text pasted from a page layout: then it ends nothing. */
function isSetDouble(text: string): boolean {
  const lines = text.trim().match(/\n+(?:[^\S\n]*\n)*/gu) ?? []
  const blank = lines.filter(gap => /\n[^\S\n]*\n/u.test(gap))
  return lines.length > 3 && blank.length / lines.length > 0.7
}

/** The sentence a span stands in, blanks and line breaks as one: the proof shown beside a citation. Long ones are cut at 600 each side. */
export function sentenceAround(text: string, { start, end }: Span): string {
  const from = Math.max(0, start - FURTHEST)
  const to = Math.min(text.length, end + FURTHEST)
  const breaks = isSetDouble(text.slice(from, to)) ? BREAK : BREAK_OR_BLANK_LINE
  const before = [...text.slice(from, start).matchAll(breaks)].at(-1)
  const begin = before ? from + before.index + before[0].length : from
  const after = new RegExp(breaks).exec(text.slice(end, to))
  const stop = after ? end + after.index + markOf(after[0]).length : to
  return text.slice(begin, stop).replace(/\s+/gu, ' ').trim()
}

/** The mark that ends the sentence belongs to it, the blank after it does not. */
function markOf(end: string): string {
  return /^[.;:!?…]["”)]?/u.exec(end)?.[0] ?? ''
}
