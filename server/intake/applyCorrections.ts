import { isDeepStrictEqual } from 'node:util'
import { Types } from 'mongoose'
import type { LegalDocumentRecord } from '../models/LegalDocument.ts'
import type { Corrections } from './corrections.ts'
import { derivedFields } from './derivedFields.ts'

const STATED = [
  'number',
  'type',
  'issuedOn',
  'place',
  'issuerName',
  'parentAgency',
  'title',
  'signer',
  'signerRole',
  'signingMode',
  'secrecyMark',
  'urgency',
  'digitalSigner',
  'addressees',
  'recipients',
  'effectiveFrom',
  'direction',
  'own',
  'reviewEveryMonths',
  'secrecy',
] as const

export type DocumentChange = Partial<Record<keyof LegalDocumentRecord, unknown>>

/**
 * What the corrections change in a document: the fields that differ, everything computed from them, and their names among
 * those a person decided. Pure.
 */
export function applyCorrections(
  document: LegalDocumentRecord,
  corrections: Corrections,
): { change: DocumentChange; changed: string[] } {
  const stated = changedFields(document, corrections)
  const change: DocumentChange = {
    ...stated,
    ...classChange(document, corrections),
    ...unitChange(document, corrections),
  }
  if (stated.issuedOn) change.issuedPartial = ''
  const changed = Object.keys(change)
  if (changed.length === 0) return { change: {}, changed }
  const merged = { ...document, ...change } as LegalDocumentRecord
  return {
    change: {
      ...change,
      ...derivedFields(merged),
      decidedFields: [...new Set([...document.decidedFields, ...changed])],
    },
    changed,
  }
}

function changedFields(document: LegalDocumentRecord, corrections: Corrections): DocumentChange {
  const change: DocumentChange = {}
  for (const name of STATED) {
    if (!(name in corrections)) continue
    const wanted = corrections[name] ?? null
    if (!isDeepStrictEqual(wanted, plain(document[name]))) change[name] = wanted
  }
  return change
}

function plain(value: unknown): unknown {
  return Array.isArray(value) ? [...(value as unknown[])] : (value ?? null)
}

/** '' on the form: as computed, which also takes an overruling back. */
function classChange(
  document: LegalDocumentRecord,
  { docClass, docClassReason = '' }: Corrections,
): DocumentChange {
  if (docClass === undefined) return {}
  if (docClass === '') return document.docClassOverruled ? { docClassOverruled: false } : {}
  const same =
    document.docClassOverruled &&
    document.docClass === docClass &&
    document.docClassReason === docClassReason
  return same ? {} : { docClass, docClassReason, docClassOverruled: true }
}

function unitChange(
  document: LegalDocumentRecord,
  { responsibleUnit }: Corrections,
): DocumentChange {
  if (responsibleUnit === undefined) return {}
  if (String(document.responsibleUnit ?? '') === responsibleUnit) return {}
  return { responsibleUnit: responsibleUnit === '' ? null : new Types.ObjectId(responsibleUnit) }
}
