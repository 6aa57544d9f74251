import type { Span } from '../reading/types.ts'

/**
 * Where words stand in a text: blanks and line breaks between them do not count, nor does case. Nearest to `near` when they
 * stand in several places; null when they do not.
 */
export function locateWords(text: string, words: string, near = 0): Span | null {
  const parts = words.normalize('NFC').trim().split(/\s+/u).filter(Boolean)
  if (parts.length === 0) return null
  const pattern = new RegExp(parts.map(looseWord).join('\\s+'), 'giu')
  return nearest([...text.matchAll(pattern)].map(spanOf), near)
}

/** A number in the text, with any blanks around its slashes and dashes. */
export function locateNumber(text: string, number: string, near = 0): Span | null {
  const parts = number
    .normalize('NFC')
    .replace(/\s+/gu, '')
    .split(/([/-])/u)
    .filter(Boolean)
  if (parts.length === 0) return null
  const pattern = new RegExp(
    `(?<![\\p{L}\\d/-])${parts.map(escape).join('\\s*')}(?![\\p{L}\\d])`,
    'giu',
  )
  return nearest([...text.matchAll(pattern)].map(spanOf), near)
}

/** Inside one word a dash or slash may be followed by a line break. */
function looseWord(word: string): string {
  return word
    .split(/([/-])/u)
    .filter(Boolean)
    .map(escape)
    .join('\\s*')
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&')
}

function spanOf(match: RegExpExecArray): Span {
  return { start: match.index, end: match.index + match[0].length }
}

function nearest(spans: Span[], near: number): Span | null {
  const away = ({ start }: Span) => Math.abs(start - near)
  return spans.reduce<Span | null>(
    (best, span) => (best && away(best) <= away(span) ? best : span),
    null,
  )
}

/** Whether two spans share at least one character. */
export function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end
}
