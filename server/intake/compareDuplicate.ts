import type { Types } from 'mongoose'
import { Citation } from '../models/Citation.ts'
import { DocumentFile, type DocumentFileRecord } from '../models/DocumentFile.ts'
import { LegalDocument } from '../models/LegalDocument.ts'
import type { Config } from '../config.ts'
import type { Actor } from '../people/actor.ts'
import { visibleTo } from '../people/visibleTo.ts'
import { extract } from '../reading/index.ts'
import { keptBytes } from './attachKept.ts'
import { fieldsFromHeader, type ReadFields } from './fieldsFromHeader.ts'
import { findSameBytes, findSameIdentity } from './findDuplicate.ts'
import type { DraftRecord } from './findDraft.ts'
import { readText } from './readText/index.ts'

/** One side of the sheet: fields, files, and how many citations. */
export interface Side {
  fields: ReadFields
  files: { name: string; id?: string }[]
  citations: number
}

export interface Comparison {
  /** Null: the actor may not see it. */
  existing: (Side & { record: DraftRecord }) | null
  existingId: Types.ObjectId
  fresh: Side
}

/** The two sides when bytes were taken in that are there already; null when the bytes are new or not kept. */
export async function compareBytes(
  { sha256, name }: { sha256: string; name: string },
  { actor, config }: { actor: Actor; config: Pick<Config, 'uploadLimitBytes' | 'textLimitBytes'> },
): Promise<(Comparison & { kind: string }) | null> {
  const existingId = await findSameBytes(sha256)
  const bytes = existingId && (await keptBytes(sha256))
  if (!bytes) return null
  const limits = { fileBytes: config.uploadLimitBytes, textBytes: config.textLimitBytes }
  const read = await readText({ name, bytes }, limits)
  const text = read.ok ? read.text : null
  const { header, citations } = extract(text ?? '')
  const { fields } = fieldsFromHeader(header)
  return {
    kind: read.ok ? read.kind : 'txt',
    existingId,
    existing: await sideOf(existingId, actor),
    fresh: { fields, files: [{ name }], citations: citations.length },
  }
}

/** The two sides when a draft has the number, issuer and day of another document; null when no other has. */
export async function compareDraft(
  id: Types.ObjectId,
  actor: Actor,
): Promise<(Comparison & { draft: DraftRecord }) | null> {
  const fresh = await sideOf(id, actor)
  if (fresh?.record.state !== 'draft') return null
  const existingId = await findSameIdentity(fresh.record)
  if (!existingId) return null
  return { draft: fresh.record, existingId, existing: await sideOf(existingId, actor), fresh }
}

async function sideOf(
  id: Types.ObjectId,
  actor: Actor,
): Promise<(Side & { record: DraftRecord }) | null> {
  const record = await LegalDocument.findOne({
    $and: [{ _id: id }, visibleTo(actor)],
  }).lean<DraftRecord>()
  if (!record) return null
  const files = await DocumentFile.find({ document: id }).lean<DocumentFileRecord[]>()
  return {
    record,
    fields: record as unknown as ReadFields,
    files: files.map(file => ({ name: file.name, id: String(file._id) })),
    citations: await Citation.countDocuments({ from: id, state: { $ne: 'rejected' } }),
  }
}
