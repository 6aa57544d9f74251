import type { Types } from 'mongoose'
import type { Config } from '../../server/config.ts'
import { confirmDraft } from '../../server/intake/confirmDraft.ts'
import { decideOrder } from '../../server/intake/decideOrder.ts'
import { draftFromText } from '../../server/intake/draftFromText.ts'
import { addDays, type IsoDate } from '../../server/legal/dates.ts'
import { Citation } from '../../server/models/Citation.ts'
import { LegalDocument } from '../../server/models/LegalDocument.ts'
import type { Actor } from '../../server/people/actor.ts'
import { CHANGING_RELATIONS, type RelationKind } from '../../server/legal/glossary.ts'
import { compose, type Spec } from './compose.ts'
import { outsideOn } from './demoDays.ts'

export interface Laying {
  loading: IsoDate
  config: Config
  clerk: Actor
  units: Map<string, Types.ObjectId>
}

/** Takes a document of ours in as a clerk would, by pasting its text. */
export async function layDraft(spec: Spec, laying: Laying): Promise<Types.ObjectId> {
  const outside = outsideOn(laying.loading, spec.daysAgo, '08:05')
  const answer = await draftFromText({
    text: compose(spec),
    direction: spec.direction,
    actor: laying.clerk,
    outside,
    config: laying.config,
  })
  if (!answer.ok) throw new Error(`${spec.key}: ${JSON.stringify(answer)}`)
  await LegalDocument.updateOne({ _id: answer.id }, { isIllustrative: true, source: 'demo' })
  return answer.id
}

/** Takes the first term of a draft as a task, with the day it has in the demo. */
async function takeOrder(
  id: Types.ObjectId,
  { unit, inDays }: NonNullable<Spec['task']>,
  { loading, units, clerk }: Laying,
): Promise<void> {
  const draft = await LegalDocument.findById(id, 'revision').select('+orders').orFail().lean()
  const correction = {
    unit: String(units.get(unit)),
    dueOn: addDays(loading, inDays),
    action: draft.orders[0]?.action ?? '',
  }
  const answer = await decideOrder({
    ...{ id: String(id), revision: draft.revision, order: 0, decision: 'accepted' },
    ...{ corrections: { orders: { 0: correction } }, actor: clerk },
    outside: outsideOn(loading, 0, '08:10'),
  })
  if (!answer.ok) throw new Error(`${String(id)}: ${JSON.stringify(answer)}`)
}

/** Takes a document in and registers it on its day; what it changes opens reviews, as in daily work. */
export async function layDocument(spec: Spec, laying: Laying): Promise<Types.ObjectId> {
  const id = await layDraft(spec, laying)
  if (spec.task) await takeOrder(id, spec.task, laying)
  const draft = await LegalDocument.findById(id, 'revision').orFail().lean()
  const changing: readonly RelationKind[] = CHANGING_RELATIONS
  const changes = await Citation.find({ from: id, relation: { $in: changing } }, '_id').lean()
  const answer = await confirmDraft({
    id: String(id),
    revision: draft.revision,
    corrections: {
      own: spec.unit !== undefined,
      responsibleUnit: spec.unit ? String(laying.units.get(spec.unit) ?? '') : '',
      reviewEveryMonths: spec.reviewEveryMonths,
      citations: Object.fromEntries(changes.map(({ _id }) => [String(_id), { confirmed: true }])),
      ...(spec.effectiveFrom ? { effectiveFrom: spec.effectiveFrom } : {}),
    },
    actor: laying.clerk,
    outside: outsideOn(laying.loading, spec.daysAgo, '08:20'),
  })
  if (!answer.ok) throw new Error(`${spec.key}: ${JSON.stringify(answer)}`)
  return id
}
