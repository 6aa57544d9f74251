import { tidyNumber } from '../../legal/documentNumber.ts'
import type { Copies } from '../fold.ts'
import { numberAt } from '../numberAt.ts'
import type { Found, Span } from '../types.ts'
import { found } from './found.ts'
import type { Landmarks } from './landmarks.ts'

const REACH = 160
/** Nothing but a symbol stands on the rest of the line: ` - NVQL`. */
const REST_OF_LINE = /^(?<rest>(?:\s?-\s?[\p{Lu}\d]{1,12}){1,4})[^\S\n]*(?:\n|$)/u
/** The term of the National Assembly cut off: `QH 11`. */
const TERM = /^(?<rest>\s\d{1,2})(?!\d)/u

/** The number standing right at `at`, behind `Số:`. A draft's `/SCT-VP` has no number. */
export function ownNumberAt({ shape }: Copies, at: number): Span | null {
  const words = shape.slice(at, at + REACH)
  const number = numberAt(words, 0)
  if (!number || number.kind === 'year') return null
  const pattern = words.slice(0, number.end).endsWith('QH') ? TERM : REST_OF_LINE
  const rest = pattern.exec(words.slice(number.end))?.groups?.rest ?? ''
  return { start: at, end: at + number.end + rest.length }
}

/** The document's own number. The date of the other column that broke it (see landmarks) is left out. */
export function readNumber(copies: Copies, { number, placeAndDate }: Landmarks): Found | undefined {
  if (!number) return undefined
  const { start, end } = number
  const isBroken = placeAndDate && placeAndDate.start > start && placeAndDate.end < end
  const words = isBroken
    ? copies.text.slice(start, placeAndDate.start) + copies.text.slice(placeAndDate.end, end)
    : copies.text.slice(start, end)
  return found(copies, number, tidyNumber(words))
}
