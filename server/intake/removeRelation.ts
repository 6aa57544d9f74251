import type { ClientSession } from 'mongoose'
import { isValidObjectId } from 'mongoose'
import { EFFECT_OF } from '../catalogue/effects/recordEffects.ts'
import { projectForceStatus } from '../catalogue/effects/projectForceStatus.ts'
import { Citation } from '../models/Citation.ts'
import { Effect } from '../models/Effect.ts'
import type { LegalDocumentRecord } from '../models/LegalDocument.ts'
import { Relation, type RelationRecord } from '../models/Relation.ts'
import type { ChangeAnswer } from './answers.ts'
import { changeDocument, refuse, writeChange, type FormOrigin } from './changeDraft.ts'

/**
 * A person takes a relation back, with a reason. Its event no longer counts (it stays, marked withdrawn); the citations it was read from no
 * longer carry it, so that no later save brings it back. Reviews it opened stay: they are undone where they were opened.
 */
export async function removeRelation(
  origin: FormOrigin & { relationId: string; reason: string },
): Promise<ChangeAnswer> {
  const { actor, outside, relationId, reason } = origin
  return changeDocument(
    origin,
    async (page, session) => {
      if (reason === '') refuse('removeReason', 'documents.errors.reason')
      const relation = await relationOf(page, relationId, session)
      if (!relation) return refuse('removeReason', 'documents.errors.relationGone')
      await Relation.deleteOne({ _id: relation._id }, { session })
      await withdrawTraces(relation, { reason, by: origin }, session)
      const { from, to, kind, source, quote, starter } = relation
      // The load of the starter catalogue looks here: what a person took back does not return.
      const before = { from, to, kind, source, quote, ...(starter && { isStarter: true }) }
      const entry = { change: {}, action: 'relationRemove' as const, before, reason }
      await writeChange(page, { ...entry, actor, outside }, session)
      await projectForceStatus([to], outside.today(), session)
      return {}
    },
    ['confirmed'],
  )
}

async function relationOf(
  page: Pick<LegalDocumentRecord, '_id'>,
  id: string,
  session: ClientSession,
): Promise<RelationRecord | null> {
  if (!isValidObjectId(id)) return null
  return Relation.findOne({ _id: id, $or: [{ from: page._id }, { to: page._id }] })
    .session(session)
    .lean<RelationRecord>()
}

async function withdrawTraces(
  relation: RelationRecord,
  { reason, by }: { reason: string; by: FormOrigin },
  session: ClientSession,
): Promise<void> {
  const { from, to, kind } = relation
  const effect = EFFECT_OF[kind]
  await Citation.updateMany(
    { from, to, relation: kind },
    {
      $set: {
        relation: '',
        relationDecided: true,
        decidedBy: by.actor.id,
        decidedAt: by.outside.now(),
      },
    },
    { session },
  )
  if (!effect) return
  await Effect.updateMany(
    { target: to, source: from, kind: { $in: [effect.whole, effect.part] } },
    { $set: { withdrawnReason: reason } },
    { session },
  )
}
