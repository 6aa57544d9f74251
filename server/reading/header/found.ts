import type { Copies } from '../fold.ts'
import type { Found, Span } from '../types.ts'

/** A header field read from a span; the value is the words on one line unless another is given. */
export function found({ text }: Copies, { start, end }: Span): Found
export function found<T>({ text }: Copies, span: Span, value: T): Found<T>
export function found<T>({ text }: Copies, { start, end }: Span, value?: T): Found<T | string> {
  const quote = text.slice(start, end)
  return { value: value ?? oneLine(quote), start, end, quote }
}

/** Blanks single, Markdown stars off. */
export function oneLine(words: string): string {
  return words
    .replace(/<br\s?\/?>|[*_\s\\]+/gu, ' ')
    .replace(/ {2,}/gu, ' ')
    .trim()
}

/** The span without blanks, stars and rulers at its ends. */
export function trimmed(copies: Copies, { start, end }: Span): Span {
  const words = copies.shape.slice(start, end)
  const head = /^[\s*_.:;,#>|\\-]*/u.exec(words)?.[0].length ?? 0
  const tail = /(?<![\s*_;,#|\\-])[\s*_;,#|\\-]*$/u.exec(words)?.[0].length ?? 0
  return head + tail >= words.length
    ? { start, end: start }
    : { start: start + head, end: end - tail }
}
