import { classifyDocument } from '../legal/documentClass.ts'
import { numberKey } from '../legal/documentNumber.ts'
import {
  DOCUMENT_TYPES,
  labelOf,
  type DocumentClass,
  type DocumentType,
} from '../legal/glossary.ts'
import { issuerKeyOf } from '../legal/issuerKey.ts'
import { provinceNamed } from '../legal/provinces.ts'
import { searchWords } from '../legal/searchWords.ts'
import type { IsoDate } from '../legal/dates.ts'

/** What a person or the reader says of a document, as far as anything is computed from it. */
export interface Stated {
  number: string
  type: string
  title: string
  issuerName: string
  parentAgency: string
  place: string
  signer: string
  issuedOn?: IsoDate | null | undefined
  docClass: string
  docClassReason: string
  docClassOverruled: boolean
}

export interface Derived {
  numberKey: string
  issuerKey: string
  searchWords: string[]
  docClass: DocumentClass
  docClassReason: string
}

/** Everything of a document that is computed from its fields: look-up keys, fallback words, class unless a person overruled it. */
export function derivedFields(stated: Stated): Derived {
  const type = stated.type === '' ? null : (stated.type as DocumentType)
  const computed = classifyDocument({
    number: stated.number || null,
    type,
    issuer: stated.issuerName,
    issuedOn: stated.issuedOn ?? null,
  })
  return {
    numberKey: stated.number ? numberKey(stated.number) : '',
    issuerKey: issuerKeyOf({
      number: stated.number,
      name: stated.issuerName,
      province: letterheadProvince(stated),
      issuedOn: stated.issuedOn ?? null,
    }),
    searchWords: searchWords({ ...stated, typeLabel: labelOf(DOCUMENT_TYPES, stated.type) }),
    docClass: stated.docClassOverruled
      ? (stated.docClass as DocumentClass)
      : computed.documentClass,
    docClassReason: stated.docClassOverruled ? stated.docClassReason : computed.reason,
  }
}

/** The province a letterhead names: in the issuer, its superior body or the place, in that order. */
function letterheadProvince({ issuerName, parentAgency, place }: Stated): string | null {
  const named = [issuerName, parentAgency, place].map(words => provinceNamed(words)?.key)
  return named.find(Boolean) ?? null
}
