import type { ClientSession, Types } from 'mongoose'
import type { DocumentState } from '../legal/glossary.ts'
import { DocumentFile } from '../models/DocumentFile.ts'
import { LegalDocument } from '../models/LegalDocument.ts'

/** The document that holds the first file with these bytes, whoever may see it; null when they are new. */
export async function findSameBytes(sha256: string): Promise<Types.ObjectId | null> {
  const file = await DocumentFile.findOne({ sha256, isFirst: true }, { document: 1 }).lean()
  return file?.document ?? null
}

export interface Identity {
  _id: Types.ObjectId
  numberKey: string
  issuerKey: string
  issuedOn?: string | null | undefined
}

/**
 * Another draft or registered document of the same number, issuer and day (design 3: identity). An issuer nobody named
 * does not tell two apart; a day nobody named does.
 */
export async function findSameIdentity(
  document: Identity,
  {
    states = ['draft', 'confirmed'],
    session,
  }: { states?: DocumentState[]; session?: ClientSession } = {},
): Promise<Types.ObjectId | null> {
  if (document.numberKey === '') return null
  const issuers = document.issuerKey === '' ? {} : { issuerKey: { $in: [document.issuerKey, ''] } }
  const same = await LegalDocument.findOne({
    _id: { $ne: document._id },
    numberKey: document.numberKey,
    issuedOn: document.issuedOn ?? null,
    state: { $in: states },
    // A row of the starter catalogue gives way to what is registered.
    origin: { $ne: 'starter' },
    ...issuers,
  })
    .select({ _id: 1 })
    .sort({ state: 1, _id: 1 })
    .session(session ?? null)
    .lean()
  return same?._id ?? null
}
