import type { ClientSession } from 'mongoose'
import { dayOf } from '../../legal/dates.ts'
import { Citation, type CitationRecord } from '../../models/Citation.ts'
import type { LearnedNameRecord } from '../../models/LearnedName.ts'
import type { Actor } from '../../people/actor.ts'
import { toKeyOf } from '../citations/citationKeys.ts'
import { OPEN_TO_MACHINE, resolveAgain } from '../citations/reviveCitations.ts'
import { projectForceStatus } from '../effects/projectForceStatus.ts'
import { recordEffects } from '../effects/recordEffects.ts'
import { relationsFromCitations } from '../relations/relationsFromCitations.ts'
import { learnedBodies } from './learnedBodies.ts'
import { nameWords } from './nameWords.ts'

/**
 * In the save that learns a name, finds it disputed or takes it back: the citations it speaks of are looked up again, those nobody decided.
 * No review opens: nothing new happened, the register only knows more.
 */
export async function lookAgain(
  name: LearnedNameRecord,
  { actor, now }: { actor: Actor; now: Date },
  session: ClientSession,
): Promise<void> {
  const citations = await spokenOf(name, session)
  if (citations.length === 0) return
  const bodies = name.kind === 'issuer' ? await learnedBodies(session) : undefined
  const revived = await resolveAgain(citations, session, bodies)
  const today = dayOf(now)
  const relations = await relationsFromCitations({ citations: revived.citations }, actor, session)
  const effects = await recordEffects({ relations, actor, today, session })
  const targets = effects.map(({ target }) => target)
  await projectForceStatus(targets, today, session)
}

function spokenOf(name: LearnedNameRecord, session: ClientSession): Promise<CitationRecord[]> {
  return name.kind === 'issuer' ? ofBody(name, session) : ofDocument(name, session)
}

/** A name that stands for itself only tells the reader where it ends. */
async function ofBody(
  { written, name }: LearnedNameRecord,
  session: ClientSession,
): Promise<CitationRecord[]> {
  if (written === name) return []
  const words = nameWords(written)
  const found = await Citation.find({ $and: [{ issuer: written }, OPEN_TO_MACHINE] })
    .collation({ locale: 'vi', strength: 1 })
    .session(session)
    .lean<CitationRecord[]>()
  return found.filter(({ issuer }) => nameWords(issuer) === words)
}

/** A law by its name with any year; a plan with its own years. */
async function ofDocument(
  { written: title, period, words }: LearnedNameRecord,
  session: ClientSession,
): Promise<CitationRecord[]> {
  const isPlan = words.includes('|')
  const key = toKeyOf({ title, ...(isPlan && { form: 'plan', period }) })
  return Citation.find({
    $and: [
      { toKey: isPlan ? key : new RegExp(`^${key.replace('|', '\\|')}`, 'u') },
      OPEN_TO_MACHINE,
    ],
  })
    .session(session)
    .lean<CitationRecord[]>()
}
