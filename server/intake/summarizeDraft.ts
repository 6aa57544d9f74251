import type { Types } from 'mongoose'
import { Citation } from '../models/Citation.ts'
import { LegalDocument } from '../models/LegalDocument.ts'

/** What was read from a draft, in numbers. */
export interface DraftSummary {
  hasText: boolean
  /** Of twelve things a header may hold: number, day, place, type, issuer, superior body, title, addressees, role, signer, recipients, effective day. */
  header: number
  citations: number
  linked: number
  several: number
  missing: number
}

/** Two ways of saying the day, and two parts of one signature, count once. */
const COUNTED_AS: Record<string, string> = { issuedPartial: 'issuedOn', signingMode: 'signerRole' }

/** Stamps stand on few documents: none is missed where there is none. */
const STAMPS = new Set(['secrecyMark', 'urgency', 'digitalSigner'])

/** Counts what the reader found in a draft. */
export async function summarizeDraft(id: Types.ObjectId): Promise<DraftSummary> {
  const document = await LegalDocument.findById(id, { evidence: 1, hasText: 1 }).lean()
  const counts = await Citation.aggregate<{ _id: string; n: number }>([
    { $match: { from: id } },
    { $group: { _id: '$state', n: { $sum: 1 } } },
  ])
  const count = (state: string) => counts.find(({ _id }) => _id === state)?.n ?? 0
  const fields = (document?.evidence ?? [])
    .filter(({ field }) => !STAMPS.has(field))
    .map(({ field }) => COUNTED_AS[field] ?? field)
  return {
    hasText: document?.hasText ?? false,
    header: new Set(fields).size,
    citations: counts.reduce((sum, { n }) => sum + n, 0),
    linked: count('linked'),
    several: count('several'),
    missing: count('missing'),
  }
}
