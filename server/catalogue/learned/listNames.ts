import type { ClientSession, Types } from 'mongoose'
import { audit } from '../../audit/audit.ts'
import { inTransaction } from '../../lib/mongo.ts'
import { LearnedName, type LearnedNameRecord } from '../../models/LearnedName.ts'
import { LegalDocument, type LegalDocumentRecord } from '../../models/LegalDocument.ts'
import { User } from '../../models/User.ts'
import type { Actor } from '../../people/actor.ts'
import { lookAgain } from './lookAgain.ts'

const MOST = 500

/** A learned name with the document it means and who taught it. */
export interface LearnedRow {
  name: LearnedNameRecord
  document: Pick<LegalDocumentRecord, '_id' | 'number' | 'title'> | null
  taughtBy: string
}

/** Learned names in use, the newest first. */
export async function listNames(): Promise<LearnedRow[]> {
  const names = await LearnedName.find({ isRetired: false })
    .sort({ taughtAt: -1, _id: -1 })
    .limit(MOST)
    .lean<LearnedNameRecord[]>()
  const [documents, users] = await Promise.all([
    LegalDocument.find(
      { _id: { $in: names.flatMap(one => one.document ?? []) } },
      'number title',
    ).lean<Pick<LegalDocumentRecord, '_id' | 'number' | 'title'>[]>(),
    User.find({ _id: { $in: names.map(one => one.taughtBy) } }, 'name').lean(),
  ])
  return names.map(name => ({
    name,
    document: documents.find(({ _id }) => name.document?.equals(_id)) ?? null,
    taughtBy: users.find(({ _id }) => _id.equals(name.taughtBy))?.name ?? '',
  }))
}

/**
 * Takes a learned name back: it stays on record and is used no more; links the machine made through it are looked up again. False when it is not in use any more or was taught anew since the
 * form was made.
 */
export async function retireName(input: {
  id: Types.ObjectId
  revision: number
  actor: Actor
  now: Date
}): Promise<boolean> {
  return inTransaction(session => retire(input, session))
}

async function retire(
  { id, revision, actor, now }: Parameters<typeof retireName>[0],
  session: ClientSession,
): Promise<boolean> {
  const change = { isRetired: true, retiredBy: actor.id, retiredAt: now }
  const before = await LearnedName.findOneAndUpdate(
    { _id: id, revision, isRetired: false },
    { $set: change, $inc: { revision: 1 } },
    { session },
  ).lean<LearnedNameRecord>()
  if (!before) return false
  const entry = { action: 'nameRetire' as const, by: actor, at: now, targetKind: 'LearnedName' }
  await lookAgain(before, { actor, now }, session)
  const { written, name, document } = before
  await audit({ ...entry, target: id, before: { written, name, document } }, session)
  return true
}
