import type { ClientSession, Types } from 'mongoose'
import { audit } from '../audit/audit.ts'
import type { LegalDocumentRecord } from '../models/LegalDocument.ts'
import { Effect } from '../models/Effect.ts'
import { Notice } from '../models/Notice.ts'
import { Review, type ReviewRecord } from '../models/Review.ts'
import type { Actor } from '../people/actor.ts'
import { TRIGGERING_EFFECTS } from '../legal/reviewGrounds.ts'

/**
 * An approved outcome (amend, replace, repeal …) has waited for a document: the registered one that changes the reviewed
 * document closes it, in the same save and after the effects are recorded.
 */
export async function closeFollowUps({
  document,
  actor,
  now,
  session,
}: {
  document: Pick<LegalDocumentRecord, '_id' | 'number'>
  actor: Actor | null
  now: Date
  session: ClientSession
}): Promise<{ closed: Types.ObjectId[] }> {
  const changed = await Effect.distinct('target', {
    source: document._id,
    kind: { $in: [...TRIGGERING_EFFECTS] },
    withdrawnReason: '',
  }).session(session)
  const waiting = await Review.find({ isOpen: true, state: 'approved', document: { $in: changed } })
    .session(session)
    .lean<ReviewRecord[]>()
  for (const review of waiting) {
    await closeOne(review, { document, actor, now, session })
  }
  return { closed: waiting.map(({ _id }) => _id) }
}

async function closeOne(
  { _id, state }: ReviewRecord,
  { document, actor, now, session }: Parameters<typeof closeFollowUps>[0],
): Promise<void> {
  const by = { by: actor?.id, byName: actor?.name ?? '' }
  await Review.updateOne(
    { _id },
    {
      $set: { state: 'closed', isOpen: false, closedAt: now, followUp: document._id },
      $unset: { overdueSince: 1 },
      $push: { history: { at: now, ...by, what: 'followedUp', note: document.number } },
      $inc: { revision: 1 },
    },
    { session },
  )
  await Notice.updateMany(
    { obligation: _id, actedAt: null },
    { $set: { actedAt: now, seenAt: now } },
    { session },
  )
  const after = { state: 'closed', followUp: document._id }
  const entry = { action: 'reviewClose' as const, by: actor, at: now, targetKind: 'Review' }
  await audit({ ...entry, target: _id, before: { state }, after }, session)
}
