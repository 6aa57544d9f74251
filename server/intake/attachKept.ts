import type { ClientSession, Types } from 'mongoose'
import { audit } from '../audit/audit.ts'
import { readBytes } from '../catalogue/files/storeBytes.ts'
import { inTransaction } from '../lib/mongo.ts'
import { DocumentFile, type DocumentFileRecord } from '../models/DocumentFile.ts'
import { LegalDocument } from '../models/LegalDocument.ts'
import type { Actor } from '../people/actor.ts'
import { visibleTo } from '../people/visibleTo.ts'
import { fault, type ChangeAnswer, type DraftAnswer } from './answers.ts'
import type { Part } from './discardDraft.ts'
import { draftFromFile, type IntakeSetting } from './draftFromFile.ts'

const SHA256 = /^[0-9a-f]{64}$/u

/** Bytes of an earlier upload that wait under their hash; null when there are none. */
export async function keptBytes(sha256: string): Promise<Buffer | null> {
  return SHA256.test(sha256) ? readBytes(sha256) : null
}

/** Registers bytes again that are in the register already, for a reason; they need not be sent again. */
export async function registerKept(
  input: Omit<IntakeSetting, 'duplicate'> & { sha256: string; name: string; reason: string },
): Promise<DraftAnswer> {
  const bytes = await keptBytes(input.sha256)
  if (!bytes) return { ok: false, errors: { file: fault('intake.errors.fileGone') } }
  const duplicate = { decision: 'registerAnyway' as const, reason: input.reason }
  return draftFromFile({ ...input, duplicate, file: { name: input.name, bytes } })
}

/** Adds kept bytes to a document as one of its parts. */
export async function attachKept(
  input: Omit<IntakeSetting, 'duplicate' | 'config'> & {
    sha256: string
    name: string
    kind: string
    existing: Types.ObjectId
    part: Part
  },
): Promise<ChangeAnswer> {
  const { actor, outside, existing, sha256, name, kind, part } = input
  const bytes = await keptBytes(sha256)
  if (!bytes) return { ok: false, errors: { file: fault('intake.errors.fileGone') } }
  const file = { sha256, name, kind, size: bytes.length }
  return inTransaction(async session => {
    const wanted = { $and: [{ _id: existing }, visibleTo(actor)] }
    if (!(await LegalDocument.exists(wanted).session(session))) {
      return { ok: false as const, errors: { file: fault('intake.errors.gone') } }
    }
    await addFile({ ...file, document: existing, part, actor, at: outside.now() }, session)
    return { ok: true as const }
  })
}

async function addFile(
  {
    actor,
    at,
    ...file
  }: Pick<DocumentFileRecord, 'sha256' | 'name' | 'kind' | 'size' | 'document' | 'part'> & {
    actor: Actor | null
    at: Date
  },
  session: ClientSession,
): Promise<void> {
  const { document, name, sha256, part } = file
  const row = { ...file, isFirst: false, ...(actor && { addedBy: actor.id }) }
  await DocumentFile.create([row], { session })
  const entry = {
    action: 'fileAdd' as const,
    by: actor,
    at,
    targetKind: 'LegalDocument',
    target: document,
  }
  await audit({ ...entry, after: { name, sha256, part } }, session)
}
