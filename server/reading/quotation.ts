import { isNoText } from './findHeads.ts'
import type { Copies } from './fold.ts'

/** Words between quotation marks, those inside others among them. */
export interface Quotation {
  start: number
  /** Behind the closing mark; where that is missing, behind the next one that ends a line; else Infinity. */
  end: number
  /** Both marks are there. */
  isSure: boolean
}

const MARKS = /[“”"«»„‟]/gu
const CLOSES_BEFORE = /^[\s.,;:)\]!?”"»]|^$/u
const ENDS_LINE = /^[.;,]{0,2}[ \t]*(?:\n|$)/u
/** Longer quotations that are no amending text are stray marks. */
const LONGEST_TERM = 3000
const BACK = 400

/**
 * Quotations of a text in order. Whether a mark opens or closes is said by what stands beside it, so that `"…"`, `”…“` and
 * `“…“` are read alike. A mark without its partner leaves the others in order.
 */
export function quotations({ text }: Copies): Quotation[] {
  const open: Quotation[] = []
  const found: Quotation[] = []
  const lineEnds: number[] = []
  for (const { index } of text.matchAll(MARKS)) {
    if (isNoText(found.length, index)) break
    if (isOpening(text, index)) {
      const quotation = { start: index, end: Infinity, isSure: false }
      open.push(quotation)
      found.push(quotation)
      continue
    }
    const last = open.pop()
    if (last) Object.assign(last, { end: index + 1, isSure: true })
    if (ENDS_LINE.test(text.slice(index + 1, index + 12))) lineEnds.push(index + 1)
  }
  closeOpen(open, lineEnds)
  return found.filter(
    ({ start, end }) => end - start <= LONGEST_TERM || isAmendingText(text, start),
  )
}

/** Quotations without a closing mark end with the next line that a closing mark ends. Both lists are in order. */
function closeOpen(open: Quotation[], lineEnds: number[]): void {
  let next = 0
  for (const quotation of open) {
    while (next < lineEnds.length && (lineEnds[next] ?? 0) <= quotation.start) next += 1
    quotation.end = lineEnds[next] ?? Infinity
  }
}

function isOpening(text: string, at: number): boolean {
  const before = text.charAt(at - 1)
  const after = text.charAt(at + 1)
  if (CLOSES_BEFORE.test(after)) return text.charAt(at) === '“' && after === ' ' && isBlank(before)
  return isBlank(before) || /[([:;,/“"«]/u.test(before)
}

function isBlank(unit: string): boolean {
  return unit === '' || /\s/u.test(unit)
}

/**
 * Words put in place of others begin a line, or stand behind a colon or behind another such quotation. A note of the publisher in
 * brackets may stand between: `… như sau: [Khoản này được hướng dẫn bởi …] “1. …`
 */
function isAmendingText(text: string, at: number): boolean {
  let last = at - 1
  while (last >= 0 && at - last < BACK && isBlank(text.charAt(last))) {
    if (text.charAt(last) === '\n') return true
    last -= 1
  }
  return last < 0 || ':”"»]'.includes(text.charAt(last))
}
