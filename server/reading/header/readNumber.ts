import { tidyNumber } from '../../legal/documentNumber.ts'
import type { Copies } from '../fold.ts'
import type { Found } from '../types.ts'
import { NUMBER_WITH_DASH, NUMBER_WITH_SYMBOL } from '../patterns/documentNumber.ts'
import { splitTailLength, symbolLength } from '../symbol.ts'
import { found } from './found.ts'
import type { Landmarks } from './landmarks.ts'

const REACH = 90

/** The document's own number, right behind `Số:`. A draft's `/SCT-VP` has no number. */
export function readNumber(copies: Copies, { numberMark }: Landmarks): Found | undefined {
  if (!numberMark) return undefined
  const after = copies.shape.slice(numberMark.end, numberMark.end + REACH)
  const length = symbolForm(after) || dashForm(after)
  if (!length) return undefined
  const span = { start: numberMark.end, end: numberMark.end + length }
  const value = tidyNumber(copies.text.slice(span.start, span.end))
  return found(copies, span, value)
}

function symbolForm(after: string): number {
  const match = after.matchAll(NUMBER_WITH_SYMBOL).next().value
  if (match?.index !== 0) return 0
  const symbol = match.groups?.symbol ?? ''
  const kept = symbolLength(symbol)
  if (kept === 0) return 0
  const end = match[0].length - symbol.length + kept
  return end + splitTailLength(after.slice(0, end), after.slice(end))
}

function dashForm(after: string): number {
  const match = after.matchAll(NUMBER_WITH_DASH).next().value
  return match?.index === 0 ? match[0].length : 0
}
