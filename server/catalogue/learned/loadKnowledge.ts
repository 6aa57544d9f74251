import type { ClientSession, Types } from 'mongoose'
import { LearnedName } from '../../models/LearnedName.ts'
import { LegalDocument } from '../../models/LegalDocument.ts'
import type { Knowledge } from '../../reading/types.ts'
import { TYPES_CITED_BY_NAME } from '../citations/citationKeys.ts'
import { IN_USE } from './inUse.ts'
import { isUsable } from './learnedBodies.ts'
import { isLawName, nameWords, planWords, pointsBack } from './nameWords.ts'

/**
 * What the register adds to the tables shipped with the reader: titles of its laws, bodies and names of laws people taught it. No names of
 * plans: the reader finds them by their years or their code, and without either a plan's name is any text's words.
 */
export async function loadKnowledge(): Promise<Knowledge> {
  const [laws, names] = await Promise.all([
    LegalDocument.find(
      {
        state: 'confirmed',
        type: { $in: [...TYPES_CITED_BY_NAME] },
        // The reader ships the titles of the starter catalogue.
        origin: { $ne: 'starter' },
      },
      'title',
    ).lean(),
    LearnedName.find(IN_USE, 'kind written name').lean(),
  ])
  const written = names.filter(({ kind }) => kind === 'document').map(one => one.written)
  const taught = written.filter(name => isLawName(name) && !pointsBack(name))
  const bodies = names.filter(one => one.kind === 'issuer' && isUsable(one))
  return {
    lawTitles: [...new Set([...laws.map(({ title }) => title).filter(Boolean), ...taught])],
    issuerNames: bodies.map(one => one.written),
  }
}

/** The law a name means, as a person taught; null when nobody did. */
export async function learnedLaw(
  title: string,
  session?: ClientSession,
): Promise<Types.ObjectId | null> {
  const name = { ...IN_USE, kind: 'document' as const, words: nameWords(title) }
  const learned = await LearnedName.findOne(name, 'document')
    .session(session ?? null)
    .lean()
  return learned?.document ?? null
}

/** A document people taught a plan's name and years for, and the keys of the bodies it was taught to be of. */
export interface LearnedPlan {
  document: Types.ObjectId
  owners: string[]
}

/** The plans of a name and years, as people taught, one for each body. */
export async function learnedPlans(
  plan: { title: string; period: string },
  session?: ClientSession,
): Promise<LearnedPlan[]> {
  const start = planWords(plan)
  const names = await LearnedName.find(
    { ...IN_USE, kind: 'document', words: { $gte: start, $lt: `${start}\u{10FFFF}` } },
    'document words',
  )
    .session(session ?? null)
    .lean()
  const plans = new Map<string, LearnedPlan>()
  for (const { document, words } of names) {
    if (!document) continue
    const owners = plans.get(String(document))?.owners ?? []
    plans.set(String(document), { document, owners: [...owners, words.slice(start.length)] })
  }
  return [...plans.values()]
}
