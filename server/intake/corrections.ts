import { isValidObjectId } from 'mongoose'
import { parseTypedDate, type IsoDate } from '../legal/dates.ts'
import {
  codes,
  DIRECTIONS,
  DOCUMENT_CLASSES,
  DOCUMENT_TYPES,
  type Direction,
  type DocumentClass,
  type DocumentType,
} from '../legal/glossary.ts'
import { fault, type Faults } from './answers.ts'
import { isReasonable, LONGEST_LINE, LONGEST_TITLE, tidy, typed, type Body } from './typed.ts'
import { readCitationForm, type CitationCorrection } from './citationForm.ts'
import type { ReadFields } from './fieldsFromHeader.ts'
import { orderCorrections } from './orderCorrections.ts'
import type { OrderValues } from './orderProposal.ts'

/** A checked form; fields that did not stand on it are absent and stay as they are. */
export interface Corrections extends Partial<ReadFields> {
  /** '' = as computed; a class = overruled, with a reason. */
  docClass?: DocumentClass | ''
  docClassReason?: string
  direction?: Direction
  own?: boolean
  responsibleUnit?: string
  reviewEveryMonths?: number | undefined
  secrecy?: '' | 'restricted'
  citations?: Record<string, CitationCorrection>
  /** What stands in the fields of each order, by its place in the list. */
  orders?: Record<number, OrderValues>
}

const LINES = [
  'number',
  'issuerName',
  'parentAgency',
  'place',
  'title',
  'signer',
  'signerRole',
  'signingMode',
  'secrecyMark',
  'urgency',
  'digitalSigner',
] as const
const LONGEST = { title: LONGEST_TITLE } as Record<string, number>

/**
 * Reads the registration form as it was typed. Faults are by the name of the field; a fault in one field does not lose the others.
 * Blanks at the ends go, words become NFC, nothing else is repaired.
 */
export function readCorrections(body: Body): { corrections: Corrections; errors: Faults } {
  const errors: Faults = {}
  const corrections: Corrections = {
    ...lines(body, errors),
    ...dates(body, errors),
    ...lists(body),
    ...choices(body, errors),
    ...boxes(body),
    ...citations(body, errors),
    ...orderCorrections(body, errors),
  }
  return { corrections, errors }
}

function lines(body: Body, errors: Faults): Partial<ReadFields> {
  const read: Partial<ReadFields> = {}
  for (const name of LINES) {
    const value = typed(body, name)
    if (value === undefined) continue
    const limit = LONGEST[name] ?? LONGEST_LINE
    if (value.length > limit) errors[name] = fault('intake.errors.tooLong', { limit })
    else read[name] = value
  }
  return read
}

function dates(body: Body, errors: Faults): Partial<ReadFields> {
  const read: { issuedOn?: IsoDate | undefined; effectiveFrom?: IsoDate | undefined } = {}
  for (const name of ['issuedOn', 'effectiveFrom'] as const) {
    const value = typed(body, name)
    if (value === undefined) continue
    const day = parseTypedDate(value)
    if (value !== '' && (!day || !isReasonable(day)))
      errors[name] = fault('intake.errors.noDay', { typed: value.slice(0, 40) })
    else read[name] = day
  }
  return read
}

function lists(body: Body): Partial<ReadFields> {
  const read: Partial<ReadFields> = {}
  for (const name of ['addressees', 'recipients'] as const) {
    const value = body[name]
    if (typeof value !== 'string') continue
    read[name] = value.split(/[\n;]/u).map(tidy).filter(Boolean).slice(0, 200)
  }
  return read
}

function oneOf<T extends string>(body: Body, name: string, allowed: readonly T[]): T | undefined {
  const value = typed(body, name)
  return allowed.find(code => code === value)
}

function choices(body: Body, errors: Faults): Corrections {
  const read: Corrections = {}
  const type = oneOf<DocumentType | ''>(body, 'type', ['', ...codes(DOCUMENT_TYPES)])
  if (type !== undefined) read.type = type
  const direction = oneOf<Direction>(body, 'direction', codes(DIRECTIONS))
  if (direction) read.direction = direction
  const docClass = oneOf<DocumentClass | ''>(body, 'docClass', ['', ...codes(DOCUMENT_CLASSES)])
  if (docClass !== undefined) {
    read.docClass = docClass
    read.docClassReason = typed(body, 'docClassReason') ?? ''
    if (docClass !== '' && read.docClassReason === '')
      errors.docClassReason = fault('intake.errors.classReason')
  }
  const unit = typed(body, 'responsibleUnit')
  if (unit !== undefined && (unit === '' || isValidObjectId(unit))) read.responsibleUnit = unit
  readRhythm({ body, read, errors })
  return read
}

function readRhythm({ body, read, errors }: { body: Body; read: Corrections; errors: Faults }) {
  const value = typed(body, 'reviewEveryMonths')
  if (value === undefined) return
  const months = Number(value)
  if (value === '') read.reviewEveryMonths = undefined
  else if (/^\d+$/u.test(value) && months >= 1 && months <= 120) read.reviewEveryMonths = months
  else errors.reviewEveryMonths = fault('intake.errors.months')
}

/** A box that is not ticked sends nothing: `isForm` says that the boxes stood on the form. */
function boxes(body: Body): Corrections {
  if (body.isForm === undefined) return {}
  return { own: body.own !== undefined, secrecy: body.restricted === undefined ? '' : 'restricted' }
}

function citations(body: Body, errors: Faults): Corrections {
  const read = readCitationForm(body, errors)
  return Object.keys(read).length === 0 ? {} : { citations: read }
}
