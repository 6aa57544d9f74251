import type { Types } from 'mongoose'
import { audit } from '../audit/audit.ts'
import { readBytes } from '../catalogue/files/storeBytes.ts'
import type { Config } from '../config.ts'
import { inTransaction } from '../lib/mongo.ts'
import { DocumentFile } from '../models/DocumentFile.ts'
import { LegalDocument } from '../models/LegalDocument.ts'
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
    config?: Config
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
  return inTransaction(async session => {
    const seen = await LegalDocument.findOne(
      { $and: [{ _id: existing }, visibleTo(actor)] },
      { _id: 1 },
    )
      .session(session)
      .lean()
    if (!seen) return { ok: false as const, errors: { file: fault('intake.errors.gone') } }
    const row = {
      document: existing,
      sha256,
      name,
      kind,
      part,
      size: bytes.length,
      isFirst: false,
      addedBy: actor.id,
    }
    await DocumentFile.create([row], { session })
    await audit(
      {
        action: 'fileAdd',
        by: actor,
        at: outside.now(),
        targetKind: 'LegalDocument',
        target: existing,
        after: { name, sha256, part },
      },
      session,
    )
    return { ok: true as const }
  })
}
