import type { Copies } from './fold.ts'
import type { Header } from './types.ts'
import { findFoot } from './header/findFoot.ts'
import type { Foot } from './header/findFoot.ts'
import { headOf } from './header/headOf.ts'
import { findLandmarks } from './header/landmarks.ts'
import type { Landmarks } from './header/landmarks.ts'
import { adoptedOn, readFootDate, readPlaceAndDate } from './header/readDate.ts'
import { readAddressees } from './header/readAddressees.ts'
import { readEffect } from './header/readEffect.ts'
import { readLetterhead } from './header/readLetterhead.ts'
import { readMarks } from './header/readMarks.ts'
import { readNumber } from './header/readNumber.ts'
import { readRecipients } from './header/readRecipients.ts'
import { readSignature } from './header/readSignature.ts'
import { readStamp } from './header/readStamp.ts'
import { readSubject } from './header/readSubject.ts'
import { readType } from './header/readType.ts'

/** Head and foot of a document. A field the text does not hold is absent. Only a window at the head and the foot are read. */
export function parseHeader(copies: Copies): Header {
  const head = headOf(copies)
  const marks = findLandmarks(head)
  const foot = findFoot(copies, Math.min(marks.bodyStart, marks.end))
  const header: Header = {
    ...readLetterhead(head, marks),
    ...readSignature(copies, foot),
    ...readMarks(head, marks.bodyStart),
  }
  put(header, 'number', readNumber(head, marks))
  put(header, 'type', readType(head, marks, header))
  Object.assign(header, readDate(copies, { head, marks, foot }, header))
  Object.assign(header, readStamp({ copies, head }, header))
  Object.assign(header, readEffect(copies, header))
  put(header, 'subject', readSubject(head, marks, header))
  put(header, 'addressees', readAddressees(head, marks, header.issuer?.value))
  put(header, 'recipients', readRecipients(copies, foot))
  return header
}

interface Parts {
  head: Copies
  marks: Landmarks
  foot: Foot
}

/** In the head, of a precedent in its adoption clause; else at the foot. */
function readDate(
  copies: Copies,
  { head, marks, foot }: Parts,
  { type, number }: Partial<Header>,
): Partial<Header> {
  const inHead = readPlaceAndDate(head, marks.placeAndDate)
  if (inHead.date ?? inHead.partialDate) return inHead
  if (type?.value === 'Án lệ') return adoptedOn(head, { start: 0, end: 1500 })
  return number || foot.adopted ? { ...inHead, ...readFootDate(copies, foot) } : inHead
}

function put<F extends keyof Header>(header: Header, field: F, value: Header[F]): void {
  if (value !== undefined) header[field] = value
}
