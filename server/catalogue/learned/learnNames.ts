import type { ClientSession, Types } from 'mongoose'
import { audit } from '../../audit/audit.ts'
import { foldText } from '../../legal/foldText.ts'
import { isCentralIssuer, issuerKey } from '../../legal/issuerKey.ts'
import { LearnedName } from '../../models/LearnedName.ts'
import type { Actor } from '../../people/actor.ts'

export interface Teaching {
  /** The text it is learned in. */
  from: Types.ObjectId
  actor: Actor
  now: Date
}

/**
 * Learns from a corrected issuer, in the caller's transaction: what an abbreviation stands for (`TCTĐA06` → its full name), or the name of
 * a body the tables do not hold. A name they hold teaches nothing.
 */
export async function learnIssuer(
  { read, typed, ...teaching }: Teaching & { read: string; typed: string },
  session: ClientSession,
): Promise<void> {
  if (foldText(typed) === foldText(read) || foldText(typed) === '') return
  if (isAbbreviation(read) && !isAbbreviation(typed)) {
    await learn({ ...teaching, kind: 'issuer', written: read, name: typed }, session)
  }
  if (!isKnownBody(typed)) {
    await learn({ ...teaching, kind: 'issuer', written: typed, name: typed }, session)
  }
}

function isAbbreviation(words: string): boolean {
  return /^[\p{Lu}\d&]{2,15}$/u.test(words.trim())
}

function isKnownBody(name: string): boolean {
  const key = issuerKey(name)
  return isCentralIssuer(key) || key.includes('/')
}

/** A law, plan or programme cited by name that a person linked: the name means that document from now on. */
export async function learnDocument(
  { title, document, ...teaching }: Teaching & { title: string; document: Types.ObjectId },
  session: ClientSession,
): Promise<void> {
  if (nameWords(title) === '') return
  await learn({ ...teaching, kind: 'document', written: title, document }, session)
}

/** Words a learned name is looked up by: folded, marks dropped. */
export function nameWords(name: string): string {
  return foldText(name)
    .replace(/[^a-z\d]+/gu, ' ')
    .trim()
}

type Lesson = Teaching & {
  kind: 'issuer' | 'document'
  written: string
  name?: string
  document?: Types.ObjectId
}

async function learn(lesson: Lesson, session: ClientSession): Promise<void> {
  const { kind, written, name = '', document, from, actor, now } = lesson
  const words = nameWords(written)
  const before = await LearnedName.findOne({ kind, words }).session(session).lean()
  if (isSame(before, { name, document })) return
  const after = { written, name, from, taughtBy: actor.id, taughtAt: now, isRetired: false }
  const saved = await LearnedName.findOneAndUpdate(
    { kind, words },
    { $set: { ...after, ...(document && { document }) }, $inc: { revision: 1 } },
    { upsert: true, returnDocument: 'after', session },
  )
  await audit(
    {
      ...{ action: 'nameLearn', by: actor, at: now, targetKind: 'LearnedName', target: saved._id },
      ...(before && { before: { name: before.name, document: before.document } }),
      after: { written, name, document },
    },
    session,
  )
}

function isSame(
  before: { isRetired: boolean; name: string; document?: Types.ObjectId | null } | null,
  { name, document }: { name: string; document?: Types.ObjectId | undefined },
): boolean {
  if (!before || before.isRetired) return false
  return before.name === name && String(before.document ?? '') === String(document ?? '')
}
