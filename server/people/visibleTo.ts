import type { QueryFilter, Types } from 'mongoose'
import { LegalDocument, type LegalDocumentRecord } from '../models/LegalDocument.ts'
import { holds, type Actor } from './actor.ts'

/**
 * The one filter every query on documents passes: restricted documents are seen by the legal lead and the administrator,
 * the units they were opened to, and the person who took them in. `null` (a job) sees all.
 */
export function visibleTo(actor: Actor | null): QueryFilter<LegalDocumentRecord> {
  if (actor === null || holds(actor, 'legalLead', 'admin')) return {}
  const open: QueryFilter<LegalDocumentRecord>[] = [{ secrecy: '' }, { createdBy: actor.id }]
  if (actor.unit) open.push({ visibleToUnits: actor.unit })
  return { $or: open }
}

/** Ids of the documents the actor may not see: for records that point at a document (`{ document: { $nin: … } }`). */
export async function hiddenFrom(actor: Actor | null): Promise<Types.ObjectId[]> {
  if (actor === null || holds(actor, 'legalLead', 'admin')) return []
  const hidden = await LegalDocument.find({ secrecy: 'restricted', $nor: [visibleTo(actor)] })
    .select({ _id: 1 })
    .lean()
  return hidden.map(({ _id }) => _id)
}
