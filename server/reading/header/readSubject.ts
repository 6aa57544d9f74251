import { numberKey } from '../../legal/documentNumber.ts'
import type { Copies } from '../fold.ts'
import type { Found, Header, Span } from '../types.ts'
import { withoutNoise } from './findNoise.ts'
import { found, oneLine, trimmed } from './found.ts'
import type { Landmarks } from './landmarks.ts'
import { isConsolidated, isLetter } from './readType.ts'
import { subjectEnd } from './subjectEnd.ts'

/**
 * Trích yếu: behind `V/v` in a letter, behind the type in the other documents, up to what cannot belong to it:
 * motto, place and date, addressee, the authority's line (`BỘ TRƯỞNG BỘ Y TẾ`), the body.
 */
const NOTE = /\[[^\]]{0,900}\]/gu
/** The document's own data inside its title: `LUẬT CỦA QUỐC HỘI NƯỚC … SỐ 29/2001/QH10 VỀ HẢI QUAN`, `… SỐ 24-L/CTN NGÀY … CỦA QUỐC HỘI`. */
const OWN_DATA_FIRST =
  /^(?:của\s.{2,90}?\s)?số\s\S+(?:\sngày\s(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d.{4,24}?\snăm\s\d{4}))?\s+(?=\S)/iu
const OWN_DATA_LAST =
  /\s+(?:của\s(?:quốc\shội|chính\sphủ|ủy\sban|uỷ\sban|hội\sđồng|thủ\stướng|bộ)[^,;]{0,90}?\s)?số\s\S+\sngày\s\d.{4,24}?\d{4}(?:\scủa\s.{2,80})?$/iu
const SECOND_MARK = /^V\s?\/\s?v\s*:?\s*/iu

export function readSubject(
  head: Copies,
  marks: Landmarks,
  header: Partial<Header>,
): Found | undefined {
  const from = subjectStart(head, marks)
  if (from === null) return undefined
  const { typeHeading } = marks
  const isNamed = typeHeading && header.number && isConsolidated(header.number.value)
  const span = trimmed(head, {
    start: isNamed ? typeHeading.start : from,
    end: subjectEnd(head, from, { marks, issuer: header.issuer?.value ?? '' }),
  })
  const value = tidy(valueOf(head, span, marks), header.number?.value ?? '')
  return value.length > 1 ? found(head, span, value) : undefined
}

function subjectStart({ shape }: Copies, marks: Landmarks): number | null {
  const { typeHeading, subjectMark, number } = marks
  if (isLetter(marks)) return subjectMark?.end ?? null
  if (!typeHeading) return null
  const behind = shape.slice(typeHeading.end, number?.start)
  if (!number || number.start < typeHeading.end || !/^\s+s[oố]\s*$/iu.test(behind)) {
    return typeHeading.end
  }
  return number.end + footnoteLength(shape.slice(number.end, number.end + 20))
}

/** The mark of a footnote: `ÁN LỆ SỐ 34/2020/AL 1⏎`. */
function footnoteLength(behind: string): number {
  return /^[^\S\n]\d{1,2}(?=\s*\n)/u.exec(behind)?.[0].length ?? 0
}

/** The words of the span without page furniture, editors' notes and the date of the other column. */
function valueOf({ text }: Copies, span: Span, { noise, placeAndDate }: Landmarks): string {
  const cuts: Span[] = noise.filter(({ kind }) => kind === 'furniture' || kind === 'motto')
  if (placeAndDate && placeAndDate.start >= span.start) cuts.push(placeAndDate)
  const words = withoutNoise(
    text,
    span,
    cuts.sort((a, b) => a.start - b.start),
  )
  return oneLine(words.replace(NOTE, ' '))
}

function tidy(value: string, number: string): string {
  return withoutOwnData(value, number)
    .replace(SECOND_MARK, '')
    .replace(/^[\s.:]+|[\s.,;:]+$/gu, '')
}

/** Only the document's own number is cut; another one is what the title is about. */
function withoutOwnData(value: string, number: string): string {
  const isOwn = (words: string | undefined) =>
    words !== undefined && number !== '' && numberKey(words).includes(numberKey(number))
  const last = OWN_DATA_LAST.exec(value)
  const kept = last && isOwn(last[0]) ? value.slice(0, last.index) : value
  return isOwn(OWN_DATA_FIRST.exec(kept)?.[0]) ? kept.replace(OWN_DATA_FIRST, '') : kept
}
