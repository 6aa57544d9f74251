import type { Copies } from './fold.ts'
import type { Header } from './types.ts'
import { findFoot } from './header/findFoot.ts'
import { findLandmarks } from './header/landmarks.ts'
import { readAddressees } from './header/readAddressees.ts'
import { readEffect } from './header/readEffect.ts'
import { readLetterhead } from './header/readLetterhead.ts'
import { readNumber } from './header/readNumber.ts'
import { readPlaceAndDate } from './header/readDate.ts'
import { readRecipients } from './header/readRecipients.ts'
import { readSignature } from './header/readSignature.ts'
import { readStamp } from './header/readStamp.ts'
import { readSubject } from './header/readSubject.ts'
import { readType } from './header/readType.ts'

/** Head and foot of a document. A field the text does not hold is absent. */
export function parseHeader(copies: Copies): Header {
  const marks = findLandmarks(copies)
  const foot = findFoot(copies, marks.bodyStart)
  const number = readNumber(copies, marks)
  const header: Header = {
    ...readLetterhead(copies, marks),
    ...readPlaceAndDate(copies, marks, number),
    ...readSignature(copies, foot),
  }
  Object.assign(header, readStamp(copies, header), readEffect(copies, header))
  put(header, 'number', number)
  put(header, 'type', readType(copies, marks, header))
  put(header, 'subject', readSubject(copies, marks, header))
  put(header, 'addressees', readAddressees(copies, marks))
  put(header, 'recipients', readRecipients(copies, foot))
  return header
}

function put<F extends keyof Header>(header: Header, field: F, value: Header[F]): void {
  if (value !== undefined) header[field] = value
}
