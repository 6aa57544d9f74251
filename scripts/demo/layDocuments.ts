import type { Types } from 'mongoose'
import type { Config } from '../../server/config.ts'
import { confirmDraft } from '../../server/intake/confirmDraft.ts'
import { draftFromText } from '../../server/intake/draftFromText.ts'
import type { IsoDate } from '../../server/legal/dates.ts'
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

/** Takes a document in and registers it on its day; what it changes opens reviews, as in daily work. */
export async function layDocument(spec: Spec, laying: Laying): Promise<Types.ObjectId> {
  const id = await layDraft(spec, laying)
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
