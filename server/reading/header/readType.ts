import { DOCUMENT_TYPES, labelOf } from '../../legal/glossary.ts'
import { typeFromSymbol } from '../../legal/documentNumber.ts'
import type { Copies } from '../fold.ts'
import type { Found, Header } from '../types.ts'
import { found } from './found.ts'
import type { Landmarks } from './landmarks.ts'
import { typeValue } from './typeHeading.ts'

/** The type: the heading; else a letter by its `V/v`; else what the symbol of the own number says. */
export function readType(
  copies: Copies,
  marks: Landmarks,
  header: Partial<Header>,
): Found | undefined {
  const { typeHeading, subjectMark } = marks
  const isLetter = subjectMark && !(typeHeading && typeHeading.start < subjectMark.start)
  if (typeHeading && !isLetter) {
    return found(
      copies,
      typeHeading,
      typeValue(copies.text.slice(typeHeading.start, typeHeading.end)),
    )
  }
  if (subjectMark) return found(copies, subjectMark, labelOf(DOCUMENT_TYPES, 'officialLetter'))
  const bySymbol = header.number && typeFromSymbol(header.number.value)
  if (!header.number || !bySymbol) return undefined
  return found(copies, header.number, labelOf(DOCUMENT_TYPES, bySymbol))
}
