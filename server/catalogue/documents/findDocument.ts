import type { Types } from 'mongoose'
import { AuditEntry } from '../../models/AuditEntry.ts'
import { Citation } from '../../models/Citation.ts'
import { DocumentFile } from '../../models/DocumentFile.ts'
import type { EffectRecord } from '../../models/Effect.ts'
import { LegalDocument, type LegalDocumentRecord } from '../../models/LegalDocument.ts'
import { Relation } from '../../models/Relation.ts'
import { Review } from '../../models/Review.ts'
import type { Actor } from '../../people/actor.ts'
import { visibleTo } from '../../people/visibleTo.ts'
import { whyStarter, type StarterWhy } from '../starter/whyStarter.ts'
import { effectsByTarget } from '../effects/projectForceStatus.ts'

/** Other documents by id, as far as the actor may see them. */
export type Known = Map<string, LegalDocumentRecord>

/** A document with the events of its life and what its tabs hold. */
export interface DocumentView {
  document: LegalDocumentRecord & { createdAt: Date; updatedAt: Date }
  effects: EffectRecord[]
  /** Documents the events come from. */
  known: Known
  bases: Basis[]
  /** What the starter catalogue says of it. */
  starter: StarterWhy | null
  counts: {
    related: number
    files: number
    reviews: number
    openReviews: number
    history: number
    restOn: number
  }
}

/** A legal basis of the document (căn cứ) with its own events. */
export interface Basis {
  document: LegalDocumentRecord
  effects: EffectRecord[]
}

/** A registered, withdrawn or draft document the actor may see, with its text; null otherwise. */
export async function findDocument(id: Types.ObjectId, actor: Actor): Promise<DocumentView | null> {
  const document = await LegalDocument.findOne({ $and: [{ _id: id }, visibleTo(actor)] })
    .select('+text')
    .lean<DocumentView['document']>()
  if (!document) return null
  const effects = (await effectsByTarget([id])).get(String(id)) ?? []
  const [known, bases, counts, starter] = await Promise.all([
    knownDocuments(
      effects.flatMap(({ source }) => source ?? []),
      actor,
    ),
    findBases(id, actor),
    countParts(id),
    whyStarter(document),
  ])
  return { document, effects, known, bases, counts, starter }
}

/** Registered and withdrawn documents by id, as far as the actor may see them. */
export async function knownDocuments(ids: Types.ObjectId[], actor: Actor): Promise<Known> {
  const documents = await LegalDocument.find({
    $and: [{ _id: { $in: ids } }, visibleTo(actor)],
  }).lean<LegalDocumentRecord[]>()
  return new Map(documents.map(document => [String(document._id), document]))
}

async function findBases(id: Types.ObjectId, actor: Actor): Promise<Basis[]> {
  const ids = await Relation.distinct('to', { from: id, kind: 'basedOn' })
  const [known, effects] = await Promise.all([knownDocuments(ids, actor), effectsByTarget(ids)])
  return [...known.values()]
    .filter(({ state }) => state === 'confirmed')
    .map(document => ({ document, effects: effects.get(String(document._id)) ?? [] }))
}

async function countParts(id: Types.ObjectId): Promise<DocumentView['counts']> {
  const [out, into, relations, files, reviews, openReviews, history, restOn] = await Promise.all([
    Citation.countDocuments({ from: id, isLive: true, state: { $ne: 'rejected' } }),
    Citation.countDocuments({ to: id, isLive: true }),
    Relation.countDocuments({ $or: [{ from: id }, { to: id }] }),
    DocumentFile.countDocuments({ document: id }),
    Review.countDocuments({ document: id }),
    Review.countDocuments({ document: id, isOpen: true }),
    AuditEntry.countDocuments({ targetKind: 'LegalDocument', target: id }),
    Relation.countDocuments({ to: id, kind: 'basedOn' }),
  ])
  return { related: out + into + relations, files, reviews, openReviews, history, restOn }
}
