import { tidyNumber } from '../../legal/documentNumber.ts'
import type { Copies } from '../fold.ts'
import type { Found } from '../types.ts'
import { numberAt } from '../numberAt.ts'
import { found } from './found.ts'
import type { Landmarks } from './landmarks.ts'

/** The document's own number, right behind `Số:`. A draft's `/SCT-VP` has no number. */
export function readNumber(copies: Copies, { numberMark }: Landmarks): Found | undefined {
  if (!numberMark) return undefined
  const number = numberAt(copies.shape, numberMark.end)
  if (!number || number.kind === 'year') return undefined
  const span = { start: number.start, end: number.end }
  const value = tidyNumber(copies.text.slice(span.start, span.end))
  return found(copies, span, value)
}
