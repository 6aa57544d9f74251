import type { Span } from '../types.ts'

const MARK = /["“”«»]/gu
/** An opening mark no closing mark answers within this many units quotes nothing. */
const REACH = 60_000

/**
 * Quoted passages of a text, outermost only, without their marks: `“Điều 5. …”` behind `được sửa đổi như sau:`. What they
 * say is said by the quoted text. Straight marks open behind a blank and close before one. Linear.
 */
export function findQuotations(text: string): Span[] {
  const found: Span[] = []
  let open: number[] = []
  for (const { 0: mark, index } of text.matchAll(MARK)) {
    if (open[0] !== undefined && index - open[0] > REACH) open = []
    if (opens(text, mark, index, open.length)) {
      if (isAnnounced(text, index)) open = []
      open.push(index)
      continue
    }
    const from = open.pop()
    if (from !== undefined && open.length === 0) found.push({ start: from + 1, end: index })
  }
  return found
}

function opens(text: string, mark: string, at: number, depth: number): boolean {
  if (mark !== '"') return mark === '“' || mark === '«'
  const before = text[at - 1] ?? ' '
  const after = text[at + 1] ?? ' '
  return depth === 0 && /[\s(:[“]/u.test(before) && /\S/u.test(after)
}

/** Behind `như sau:` the amending text begins: a mark still open there was never closed. */
function isAnnounced(text: string, at: number): boolean {
  return /như sau\s*:\s*$/iu.test(text.slice(Math.max(0, at - 24), at))
}
