import { DOCUMENT_TYPES, labelOf } from '../../legal/glossary.ts'
import { typeFromSymbol } from '../../legal/documentNumber.ts'
import type { Copies } from '../fold.ts'
import type { Found, Header, Span } from '../types.ts'
import { found } from './found.ts'
import type { Landmarks } from './landmarks.ts'

/** The type: of a consolidated text its symbol; the heading; else a letter by its `V/v`; else what the symbol of the own number says. */
export function readType(
  copies: Copies,
  marks: Landmarks,
  header: Partial<Header>,
): Found | undefined {
  const { typeHeading, subjectMark, numberMark } = marks
  if (header.number && isConsolidated(header.number.value)) {
    return found(copies, header.number, labelOf(DOCUMENT_TYPES, 'consolidatedText'))
  }
  if (typeHeading && !isLetter(marks)) return found(copies, typeHeading, typeHeading.label)
  const noun = numberMark && nounOf(copies, numberMark)
  if (noun) return noun
  const seen = subjectMark && seenAs(subjectMark, header, numberMark)
  if (seen) return found(copies, seen, labelOf(DOCUMENT_TYPES, 'officialLetter'))
  return bySymbol(copies, header.number)
}

/** What shows that it is a letter: the mark `V/v`, else its number, where the subject has no mark. */
function seenAs(
  subjectMark: Span,
  { number }: Partial<Header>,
  numberMark: Span | null,
): Span | null {
  const shown = [subjectMark, number, numberMark].find(span => span && span.end > span.start)
  return shown ?? null
}

function bySymbol(copies: Copies, number: Found | undefined): Found | undefined {
  const type = number && typeFromSymbol(number.value)
  return number && type ? found(copies, number, labelOf(DOCUMENT_TYPES, type)) : undefined
}

/** `Bản án số: …`, `Luật số: …` where no heading names the type. */
function nounOf(copies: Copies, mark: Span): Found | null {
  const words = /^(?<noun>\p{L}+(?:\s{1,3}\p{L}+)?)\s{1,3}s[^\s:]{1,2}\s?:/u.exec(
    copies.shape.slice(mark.start, mark.end),
  )
  const noun = words?.groups?.noun
  if (!noun || noun === 'Văn bản') return null
  const span = { start: mark.start, end: mark.start + noun.length }
  return found(copies, span, noun.charAt(0) + noun.slice(1).toLowerCase())
}

/** `36/VBHN-BCT`: the heading below names the text consolidated. */
export function isConsolidated(number: string): boolean {
  return typeFromSymbol(number) === 'consolidatedText'
}

/** `V/v` with no heading before it. */
export function isLetter({ typeHeading, subjectMark }: Landmarks): boolean {
  return subjectMark !== null && !(typeHeading && typeHeading.start < subjectMark.start)
}
