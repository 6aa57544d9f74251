import { DOCUMENT_TYPES, labelOf } from '../../legal/glossary.ts'
import { typeFromSymbol } from '../../legal/documentNumber.ts'
import type { Copies } from '../fold.ts'
import type { Found, Header } from '../types.ts'
import { found } from './found.ts'
import type { Landmarks } from './landmarks.ts'

/** The type: of a consolidated text its symbol; the heading; else a letter by its `V/v`; else what the symbol of the own number says. */
export function readType(
  copies: Copies,
  marks: Landmarks,
  header: Partial<Header>,
): Found | undefined {
  const { typeHeading, subjectMark } = marks
  if (header.number && isConsolidated(header.number.value)) {
    return found(copies, header.number, labelOf(DOCUMENT_TYPES, 'consolidatedText'))
  }
  if (typeHeading && !isLetter(marks)) return found(copies, typeHeading, typeHeading.label)
  if (subjectMark) return found(copies, subjectMark, labelOf(DOCUMENT_TYPES, 'officialLetter'))
  const bySymbol = header.number && typeFromSymbol(header.number.value)
  if (!header.number || !bySymbol) return undefined
  return found(copies, header.number, labelOf(DOCUMENT_TYPES, bySymbol))
}

/** `36/VBHN-BCT`: the heading below names the text consolidated. */
export function isConsolidated(number: string): boolean {
  return typeFromSymbol(number) === 'consolidatedText'
}

/** `V/v` with no heading before it. */
export function isLetter({ typeHeading, subjectMark }: Landmarks): boolean {
  return subjectMark !== null && !(typeHeading && typeHeading.start < subjectMark.start)
}
