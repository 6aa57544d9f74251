import type { Found, Header, HeaderField } from '../reading/types.ts'
import { codes, DOCUMENT_TYPES, labelOf, type DocumentType } from '../legal/glossary.ts'
import { typeFromSymbol } from '../legal/documentNumber.ts'
import type { IsoDate } from '../legal/dates.ts'

/** Fields of the register that can be read from a text. */
export interface ReadFields {
  number: string
  type: DocumentType | ''
  issuedOn: IsoDate | undefined
  issuedPartial: string
  place: string
  issuerName: string
  parentAgency: string
  title: string
  signer: string
  signerRole: string
  signingMode: string
  secrecyMark: string
  urgency: string
  digitalSigner: string
  addressees: string[]
  recipients: string[]
  effectiveFrom: IsoDate | undefined
}
export type ReadField = keyof ReadFields

/** Where a field was read. `doubt` is a label key under `doubts`. */
export interface Evidence {
  field: ReadField
  start: number
  end: number
  quote: string
  doubt?: string
}

const FIELD_OF: Partial<Record<HeaderField, ReadField>> = {
  number: 'number',
  date: 'issuedOn',
  partialDate: 'issuedPartial',
  place: 'place',
  type: 'type',
  issuer: 'issuerName',
  parentAgency: 'parentAgency',
  subject: 'title',
  addressees: 'addressees',
  signingMode: 'signingMode',
  signerRole: 'signerRole',
  signer: 'signer',
  secrecy: 'secrecyMark',
  urgency: 'urgency',
  digitalSigner: 'digitalSigner',
  recipients: 'recipients',
  effectiveFrom: 'effectiveFrom',
}

/** What the header says as fields of the register, each with the words it was read from. What it does not say stays empty. */
export function fieldsFromHeader(header: Header): { fields: ReadFields; evidence: Evidence[] } {
  const text = (found: Found | undefined) => found?.value ?? ''
  const fields: ReadFields = {
    number: text(header.number),
    type: typeByName(text(header.type)) || (typeFromSymbol(text(header.number)) ?? ''),
    issuedOn: header.date?.value,
    issuedPartial: text(header.partialDate),
    place: text(header.place),
    issuerName: text(header.issuer),
    parentAgency: text(header.parentAgency),
    title: text(header.subject),
    signer: text(header.signer),
    signerRole: text(header.signerRole),
    signingMode: text(header.signingMode),
    secrecyMark: text(header.secrecy),
    urgency: text(header.urgency),
    digitalSigner: text(header.digitalSigner),
    addressees: header.addressees?.value ?? [],
    recipients: header.recipients?.value ?? [],
    effectiveFrom: header.effectiveFrom?.value,
  }
  return { fields, evidence: evidenceOf(header) }
}

function evidenceOf(header: Header): Evidence[] {
  const found = Object.entries(header) as [HeaderField, Found<unknown> | undefined][]
  return found.flatMap(([name, at]) => {
    const field = FIELD_OF[name]
    if (!at || !field) return []
    const { start, end, quote, doubt } = at
    return [{ field, start, end, quote, ...(doubt && { doubt }) }]
  })
}

const TYPE_OF_NAME = new Map(
  codes(DOCUMENT_TYPES).map(type => [labelOf(DOCUMENT_TYPES, type).toLowerCase(), type]),
)

/** The code of a type as written ("Thông báo", "QUYẾT ĐỊNH"); empty when it is none of the glossary. */
export function typeByName(name: string): DocumentType | '' {
  return TYPE_OF_NAME.get(name.normalize('NFC').trim().toLowerCase()) ?? ''
}
