import type { Types } from 'mongoose'
import { projectForceStatus } from '../../server/catalogue/effects/projectForceStatus.ts'
import { recordEffects } from '../../server/catalogue/effects/recordEffects.ts'
import { confirmDraft } from '../../server/intake/confirmDraft.ts'
import { saveDraft } from '../../server/intake/saveDraft.ts'
import { inTransaction } from '../../server/lib/mongo.ts'
import { LegalDocument } from '../../server/models/LegalDocument.ts'
import { Relation, type RelationRecord } from '../../server/models/Relation.ts'
import type { Outside } from '../../server/outside.ts'
import type { Actor } from '../../server/people/actor.ts'
import { extract } from '../../server/reading/index.ts'
import { FACT_RELATIONS, FACTS, type Fact } from './facts.ts'

/** Registers the real documents the demo stands on, with the source of every fact in the row, and their relations. */
export async function layFacts({
  actor,
  outside,
}: {
  actor: Actor
  outside: Outside
}): Promise<Map<string, Types.ObjectId>> {
  const ids = new Map<string, Types.ObjectId>()
  for (const fact of FACTS) ids.set(fact.number, await layFact(fact, { actor, outside }))
  await inTransaction(async session => {
    const rows = FACT_RELATIONS.map(({ from, to, ...relation }) => ({
      ...relation,
      from: ids.get(from),
      to: ids.get(to),
      confirmedBy: actor.id,
      confirmedAt: outside.now(),
    }))
    const relations = await Relation.create(rows, { session, ordered: true })
    const today = outside.today()
    const records = relations.map(relation => relation.toObject() as RelationRecord)
    await recordEffects({ relations: records, actor, today, session })
    await projectForceStatus([...ids.values()], today, session)
  })
  return ids
}

async function layFact(
  { source, issuer, ...fact }: Fact,
  { actor, outside }: { actor: Actor; outside: Outside },
): Promise<Types.ObjectId> {
  const id = await saveDraft({
    text: null,
    extraction: extract(''),
    typed: { ...fact, issuerName: issuer },
    direction: 'reference',
    actor,
    outside,
  })
  await LegalDocument.updateOne({ _id: id }, { source })
  const answer = await confirmDraft({
    id: String(id),
    revision: 1,
    corrections: { own: false },
    actor,
    outside,
  })
  if (!answer.ok) throw new Error(`${fact.number}: ${JSON.stringify(answer)}`)
  return id
}
