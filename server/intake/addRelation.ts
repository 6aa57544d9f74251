import type { ClientSession } from 'mongoose'
import { projectForceStatus } from '../catalogue/effects/projectForceStatus.ts'
import { recordEffects } from '../catalogue/effects/recordEffects.ts'
import { Relation, type RelationRecord } from '../models/Relation.ts'
import { openReviewsFor, type OpenedReviews } from '../review/openReviews.ts'
import type { ChangeAnswer } from './answers.ts'
import { changeDocument, Refused, writeChange, type FormOrigin } from './changeDraft.ts'
import { readRelation, type RelationForm, type WantedRelation } from './relationForm.ts'

/**
 * A person states a relation between two registered documents, with a reason. When it changes the life of one of them, the event is
 * recorded and reviews open in the same transaction; stating it again changes nothing.
 */
export async function addRelation(
  origin: FormOrigin & { form: RelationForm },
): Promise<ChangeAnswer<{ openedReviews: OpenedReviews }>> {
  const { actor, outside, form } = origin
  const stamp = { actor, today: outside.today(), now: outside.now() }
  return changeDocument(
    origin,
    async (page, session) => {
      const read = await readRelation(form, { page, actor, session })
      if (!read.ok) throw new Refused({ ok: false, errors: read.errors })
      const { wanted } = read
      const relation = await writeRelation(wanted, origin, session)
      const effects = await recordEffects({ relations: [relation], ...stamp, session })
      const { from, to, kind } = relation
      await writeChange(
        page,
        {
          change: {},
          action: 'relationAdd',
          after: { from, to, kind, numbers: [wanted.from.number, wanted.to.number] },
          reason: wanted.reason,
          actor,
          outside,
        },
        session,
      )
      const openedReviews = await openReviewsFor({ effects, ...stamp, session })
      const touched = effects.map(({ target }) => target)
      await projectForceStatus(touched, stamp.today, session)
      return { openedReviews }
    },
    ['confirmed'],
  )
}

async function writeRelation(
  wanted: WantedRelation,
  { actor, outside }: FormOrigin,
  session: ClientSession,
): Promise<RelationRecord> {
  const { from, to, kind, scope, provisions, effectiveOn, reason } = wanted
  const relation = await Relation.findOneAndUpdate(
    { from: from._id, to: to._id, kind },
    {
      $set: {
        scope,
        provisions,
        reason,
        ...(effectiveOn && { effectiveOn }),
        confirmedBy: actor.id,
        confirmedAt: outside.now(),
      },
      $setOnInsert: { source: 'person' },
    },
    { upsert: true, returnDocument: 'after', session },
  ).lean<RelationRecord>()
  if (!relation) throw new Error('an upserted relation came back empty')
  return relation
}
