import type { Copies } from './fold.ts'
import { ACTION, ORDERS, RECEIVES, UNIT, UNIT_TAIL } from './patterns/order.ts'
import type { Span } from './types.ts'

/** Who is ordered to do what in a sentence; offsets are into the text. */
export interface Ordered {
  unit: Span | null
  /** From the first verb to the end of the clause, or to the term. */
  action: Span | null
  /** Words of the sentence order: `đề nghị`, `giao`, `yêu cầu`. */
  isOrdered: boolean
}

const LONGEST_UNIT = 120
const LONGEST_ACTION = 400
/** Between a unit and its verb stands nothing of these. */
const BREAKS = /[.;:!?]|(?<!\p{L})(?:trước|để|chậm|hạn|theo|về|tại|từ)(?!\p{L})/u

/** Reads a sentence; `due` is where its term stands, which is no part of the action. */
export function readOrdered(copies: Copies, { start, end }: Span, due: Span | null): Ordered {
  const words = copies.text.slice(start, end)
  const unit = findUnit(words, copies.plain.slice(start, end))
  const term = due && { start: due.start - start, end: due.end - start }
  const shift = (span: Span | null) => span && { start: span.start + start, end: span.end + start }
  return {
    unit: shift(unit),
    action: shift(findAction(words, { from: unit?.end ?? 0, due: term })),
    isOrdered: words.search(ORDERS) >= 0,
  }
}

/** The first name of a unit that goes straight on to a verb, and does not only receive. */
function findUnit(words: string, plain: string): Span | null {
  let skipTo = 0
  for (const { 0: name, index } of words.matchAll(UNIT)) {
    if (index < skipTo || !/\p{Lu}|^(?:các|từng|toàn)\s/u.test(name)) continue
    if (RECEIVES.test(plain.slice(Math.max(0, index - 24), index))) {
      // `gửi Văn phòng Bộ, Vụ Kế hoạch`: what is listed with a receiver receives too.
      skipTo = index + verbAfter(words.slice(index, index + LONGEST_UNIT))
      continue
    }
    const found = words.slice(
      index,
      index + lengthOfName(words, { from: index, least: name.length }),
    )
    // `Sở yêu cầu các phòng báo cáo`: who orders is not who is ordered.
    const order = [...found.matchAll(ORDERS)].at(-1)
    const from = order ? order.index + order[0].length : 0
    const ordered = found.slice(from).replace(UNIT_TAIL, '').trim()
    if (ordered === '') continue
    const start = index + from + (found.slice(from).length - found.slice(from).trimStart().length)
    return { start, end: start + ordered.length }
  }
  return null
}

/** Where the next verb of work or of ordering stands. */
function verbAfter(window: string): number {
  const [[verb], [order]] = [window.matchAll(ACTION), window.matchAll(ORDERS)]
  return Math.min(verb?.index ?? window.length, order?.index ?? window.length)
}

/** Up to the verb that follows, or to the end of a list's head (`Giao Văn phòng:`); 0 where neither comes. */
function lengthOfName(words: string, { from, least }: { from: number; least: number }): number {
  const window = words.slice(from, from + LONGEST_UNIT)
  const behind = window.slice(least)
  const [verb] = behind.matchAll(ACTION)
  const end = verb?.index ?? /^[^.;:!?]{0,80}(?=:\s*$)/u.exec(behind)?.[0].length
  const name = window.slice(0, least + (end ?? 0))
  return end === undefined || BREAKS.test(name) ? 0 : name.length
}

function findAction(words: string, { from, due }: { from: number; due: Span | null }): Span | null {
  const [first] = words.slice(from, from + LONGEST_ACTION).matchAll(ACTION)
  if (!first) return null
  const start = from + first.index
  const isBeforeTerm = due !== null && due.start > start
  const end = Math.min(words.length, start + LONGEST_ACTION, isBeforeTerm ? due.start : Infinity)
  const length = words.slice(start, end).replace(/[\s,.;:/(]+$/u, '').length
  return length > 0 ? { start, end: start + length } : null
}
