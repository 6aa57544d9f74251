import type { ClientSession, Types } from 'mongoose'
import type { IsoDate } from '../../legal/dates.ts'
import { t } from '../../lib/labels.ts'
import type { EffectKind, RelationKind } from '../../legal/glossary.ts'
import { Effect, type EffectRecord } from '../../models/Effect.ts'
import { LegalDocument } from '../../models/LegalDocument.ts'
import type { RelationRecord } from '../../models/Relation.ts'
import type { Actor } from '../../people/actor.ts'
import { isChanging } from '../relations/relationsFromCitations.ts'

export interface Recording {
  actor: Actor | null
  today: IsoDate
  session: ClientSession
}

/** What a changing relation does to the document it points at, wholly or in part. */
export const EFFECT_OF: Partial<Record<RelationKind, { whole: EffectKind; part: EffectKind }>> = {
  amends: { whole: 'amended', part: 'amended' },
  replaces: { whole: 'replaced', part: 'partlyEnded' },
  repeals: { whole: 'repealed', part: 'partlyEnded' },
  suspendsForce: { whole: 'suspended', part: 'suspended' },
  suspendsExecution: { whole: 'suspended', part: 'suspended' },
}

/**
 * Changing relations become dated events in the life of the documents they point at, working from the day the relation names, else
 * from the day the acting document takes effect, else with no day yet. Doing it again changes nothing but a corrected day.
 * @returns the effects of these relations, new and old
 */
export async function recordEffects({
  relations,
  ...recording
}: { relations: RelationRecord[] } & Recording): Promise<EffectRecord[]> {
  const changing = relations.filter(({ kind }) => isChanging(kind))
  const days = await effectiveDays(
    changing.map(({ from }) => from),
    recording.session,
  )
  const effects: EffectRecord[] = []
  for (const relation of changing) {
    const on = relation.effectiveOn ?? days.get(String(relation.from)) ?? null
    await takeOver(relation, recording)
    effects.push(await recordOne(relation, on, recording))
  }
  return effects
}

async function effectiveDays(
  ids: Types.ObjectId[],
  session: ClientSession,
): Promise<Map<string, IsoDate | null | undefined>> {
  const documents = await LegalDocument.find({ _id: { $in: ids } }, 'effectiveFrom')
    .session(session)
    .lean()
  return new Map(documents.map(({ _id, effectiveFrom }) => [String(_id), effectiveFrom]))
}

/**
 * The starter catalogue gives way to a text or a person on what one document did to another: the same event becomes theirs, recorded today;
 * another one no longer counts.
 */
async function takeOver(
  { from, to, kind, scope, provisions, quote }: RelationRecord,
  { actor, today, session }: Recording,
): Promise<void> {
  const pair = { target: to, source: from, origin: 'starter' as const }
  const same = EFFECT_OF[kind]?.[scope]
  const taken = { origin: 'register' as const, provisions, quote, recordedOn: today }
  await Effect.updateOne(
    { ...pair, ...(same && { kind: same }) },
    { $set: { ...taken, ...(actor && { recordedBy: actor.id }) } },
    { session },
  )
  await Effect.updateMany(pair, { $set: { withdrawnReason: t('catalogue.givesWay') } }, { session })
}

function recordOne(
  relation: RelationRecord,
  on: IsoDate | null,
  { actor, today, session }: Recording,
): Promise<EffectRecord> {
  const kind = EFFECT_OF[relation.kind]?.[relation.scope === 'part' ? 'part' : 'whole']
  if (!kind) throw new Error(`no effect for relation '${relation.kind}'`)
  return Effect.findOneAndUpdate(
    { target: relation.to, kind, source: relation.from },
    {
      $set: { withdrawnReason: '', ...(on ? { on } : {}) },
      ...(on ? {} : { $unset: { on: 1 } }),
      $setOnInsert: {
        provisions: relation.provisions,
        quote: relation.quote,
        recordedOn: today,
        recordedBy: actor?.id,
      },
    },
    { upsert: true, returnDocument: 'after', session, lean: true },
  ) as unknown as Promise<EffectRecord>
}
