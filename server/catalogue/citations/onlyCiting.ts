import type { Types } from 'mongoose'
import { Citation } from '../../models/Citation.ts'
import { LegalDocument, type LegalDocumentRecord } from '../../models/LegalDocument.ts'
import type { Actor } from '../../people/actor.ts'
import { visibleTo } from '../../people/visibleTo.ts'

const MOST = 100

/** Registered documents whose live citations lead to a document, without those already touched otherwise. */
export async function onlyCiting(
  target: Types.ObjectId,
  { touched, actor }: { touched: string[]; actor: Actor },
): Promise<LegalDocumentRecord[]> {
  const citing = await Citation.distinct('from', { to: target, isLive: true })
  const rest = citing.filter(id => !touched.includes(String(id)) && !id.equals(target))
  return LegalDocument.find({
    $and: [{ _id: { $in: rest }, state: 'confirmed' as const }, visibleTo(actor)],
  })
    .sort({ issuedOn: -1, _id: 1 })
    .limit(MOST)
    .lean<LegalDocumentRecord[]>()
}
