import type { Copies } from './fold.ts'
import type { StandardFound } from './types.ts'
import { MAY_HOLD_STANDARD, STANDARD } from './patterns/standard.ts'

/** Technical standards named in the text, in order: they look like document numbers and are none. */
export function findStandards({ text, shape }: Copies): StandardFound[] {
  if (!MAY_HOLD_STANDARD.test(shape)) return []
  return [...shape.matchAll(STANDARD)].map(({ 0: words, index: start }) => {
    const quote = text.slice(start, start + words.length)
    return { start, end: start + words.length, quote, code: quote.replace(/\s+/gu, ' ') }
  })
}
