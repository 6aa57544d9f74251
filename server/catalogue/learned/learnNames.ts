import type { ClientSession, Types } from 'mongoose'
import { audit } from '../../audit/audit.ts'
import { foldText } from '../../legal/foldText.ts'
import { isCentralIssuer, issuerKey } from '../../legal/issuerKey.ts'
import { lawVersions } from '../../legal/laws.ts'
import { LearnedName, type LearnedNameRecord } from '../../models/LearnedName.ts'
import { LegalDocument, type LegalDocumentRecord } from '../../models/LegalDocument.ts'
import type { Actor } from '../../people/actor.ts'
import { isCitedByName, keysAnsweredBy, toKeyOf } from '../citations/citationKeys.ts'
import { provinceOf } from '../citations/citingContext.ts'
import { shortWords } from './learnedBodies.ts'
import { learnedLaw } from './loadKnowledge.ts'
import { lookAgain } from './lookAgain.ts'
import {
  isLawName,
  isPlanCode,
  mayStandFor,
  nameWords,
  planWords,
  pointsBack,
  type PlanNamed,
} from './nameWords.ts'

export interface Teaching {
  /** The text it is learned in. */
  from: Types.ObjectId
  actor: Actor
  now: Date
}

/**
 * Learns from a corrected issuer, in the caller's transaction: what an abbreviation stands for (`TCTĐA06` → its full name), or the name of
 * a body the tables do not hold. A name they hold teaches nothing, and neither does a body every province has.
 */
export async function learnIssuer(
  { read, typed, ...teaching }: Teaching & { read: string; typed: string },
  session: ClientSession,
): Promise<void> {
  if (foldText(typed) === foldText(read) || pointsBack(typed)) return
  if (mayStandFor({ short: read, name: typed })) {
    const province = await provinceOf(teaching.from, session)
    const words = shortWords({ short: read, name: typed, province })
    await learn({ ...teaching, kind: 'issuer', words, written: read, name: typed }, session)
  }
  if (!isKnownBody(typed)) {
    const words = nameWords(typed)
    await learn({ ...teaching, kind: 'issuer', words, written: typed, name: typed }, session)
  }
}

/** A body of the tables or of a province; "Sở" alone is none to learn either. */
function isKnownBody(name: string): boolean {
  const key = issuerKey(name)
  return key === '' || isCentralIssuer(key) || key.includes('/')
}

/** A law or plan cited by its name, and the document a person linked it to. */
export interface NamedDocument {
  title: string
  /** For a plan: its years and the body it is of, as the citation names it. */
  plan?: { period: string; issuerKey: string }
  document: Types.ObjectId
}

/**
 * A law, plan or programme cited by name that a person linked. A law's name is learned as another name of that law, whatever the version;
 * a plan's only with its years (or as a code) and for its body. Words that mean another thing elsewhere are not learned.
 */
export async function learnDocument(
  { title, plan, document, ...teaching }: Teaching & NamedDocument,
  session: ClientSession,
): Promise<void> {
  if (pointsBack(title)) return
  const target = await LegalDocument.findById(document, FIELDS).session(session).lean()
  if (!target) return
  const lesson = { ...teaching, kind: 'document' as const, written: title, document }
  if (plan) {
    const { period, issuerKey: named } = plan
    const owner = named && !named.includes('/?') ? named : target.issuerKey
    if (isOnePlan({ title, period, owner }))
      await learn({ ...lesson, period, words: planWords({ title, period, owner }) }, session)
  } else if (await isNewName({ title, target }, session)) {
    await learn({ ...lesson, words: nameWords(title) }, session)
  }
}

const FIELDS = 'state type title issuerKey'
type Named = Pick<LegalDocumentRecord, 'state' | 'type' | 'title'>

/** Whether a name is another one of a law than the tables, its title or a person before gave it. */
async function isNewName(
  { title, target }: { title: string; target: Named },
  session: ClientSession,
): Promise<boolean> {
  const isLaw = isLawName(title) && isCitedByName(target.type)
  if (!isLaw || lawVersions(title).length > 0) return false
  if (isNamed(target, toKeyOf({ title }))) return false
  const before = await LegalDocument.findById(await learnedLaw(title, session), FIELDS)
    .session(session)
    .lean()
  // Another version of the law it was learned for already is the same law by name.
  const known = before?.state === 'confirmed' ? keysOfName(before) : []
  return !known.some(key => isNamed(target, key))
}

/** Without its year: what all versions of a law answer. */
function keysOfName({ type, title }: Named): string[] {
  return keysAnsweredBy({ type, title })
}

function isNamed(target: Named, key: string): boolean {
  return keysOfName(target).includes(key)
}

function isOnePlan({ title, period, owner }: Required<PlanNamed>): boolean {
  return owner !== '' && !owner.includes('/?') && (period !== '' || isPlanCode(title))
}

interface Lesson extends Teaching {
  kind: LearnedNameRecord['kind']
  words: string
  written: string
  name?: string
  period?: string
  document?: Types.ObjectId
}

/**
 * One person may change their mind. Where another says a name means something else, neither is right everywhere: nothing is concluded
 * from it until it is taken back.
 */
async function learn(lesson: Lesson, session: ClientSession): Promise<void> {
  const { kind, words, actor, now } = lesson
  const before = await LearnedName.findOne({ kind, words }).session(session).lean()
  const used = before?.isRetired ? null : before
  if (used && isSettled(used, lesson)) return
  const isDisputed = used !== null && !used.taughtBy.equals(actor.id)
  const saved = await LearnedName.findOneAndUpdate(
    { kind, words },
    { $set: isDisputed ? { isDisputed } : taughtBy(lesson), $inc: { revision: 1 } },
    { upsert: true, returnDocument: 'after', session },
  ).lean<LearnedNameRecord>()
  if (!saved) throw new Error('an upserted name came back empty')
  const { written, period = '', name = '', document } = lesson
  const after = { written, period, name, document, isDisputed }
  const entry = { action: 'nameLearn' as const, by: actor, at: now, targetKind: 'LearnedName' }
  await audit({ ...entry, ...meantBefore(before), target: saved._id, after }, session)
  await lookAgain(saved, lesson, session)
}

function meantBefore(before: Pick<LearnedNameRecord, 'name' | 'document'> | null) {
  return before && { before: { name: before.name, document: before.document } }
}

function taughtBy({ written, name = '', period = '', document, from, actor, now }: Lesson) {
  return {
    ...{ written, name, period, from, taughtBy: actor.id, taughtAt: now },
    ...{ isDisputed: false, isRetired: false },
    ...(document && { document }),
  }
}

function isSettled(
  before: Pick<LearnedNameRecord, 'name' | 'document' | 'isDisputed'>,
  { name = '', document }: Lesson,
): boolean {
  const isSame = before.name === name && String(before.document ?? '') === String(document ?? '')
  return before.isDisputed || isSame
}
