import type { Span } from '../reading/types.ts'

const FURTHEST = 600
// A full stop, semicolon or the like before a blank and a capital, or a paragraph (two line breaks before a capital or a dash).
const BREAK = /[.;:!?…]["”)]?\s+(?=[\p{Lu}\d“"(–+-])|\n\s*\n\s*(?=[\p{Lu}\d“"–+-])/gu

/** The sentence a span stands in, blanks and line breaks as one: the proof shown beside a citation. Long ones are cut at 600 each side. */
export function sentenceAround(text: string, { start, end }: Span): string {
  const from = Math.max(0, start - FURTHEST)
  const to = Math.min(text.length, end + FURTHEST)
  const before = [...text.slice(from, start).matchAll(BREAK)].at(-1)
  const begin = before ? from + before.index + before[0].length : from
  const after = new RegExp(BREAK).exec(text.slice(end, to))
  const stop = after
    ? end + after.index + (after[0].match(/^[.;:!?…]["”)]?/u)?.[0].length ?? 0)
    : to
  return text.slice(begin, stop).replace(/\s+/gu, ' ').trim()
}
