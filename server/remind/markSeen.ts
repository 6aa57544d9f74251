import type { Types } from 'mongoose'
import { audit } from '../audit/audit.ts'
import { inTransaction } from '../lib/mongo.ts'
import { Notice } from '../models/Notice.ts'
import type { Actor } from '../people/actor.ts'

/** Marks a person's own reminders as seen: of one review, or all of them. Only what is unseen changes. */
export async function markSeen({
  review,
  actor,
  now,
}: {
  review: Types.ObjectId | null
  actor: Actor
  now: Date
}): Promise<number> {
  return inTransaction(async session => {
    const which = { person: actor.id, seenAt: null, ...(review && { obligation: review }) }
    const { modifiedCount } = await Notice.updateMany(which, { seenAt: now }, { session })
    if (modifiedCount === 0) return 0
    const after = { seen: modifiedCount }
    const entry = { action: 'noticeSeen' as const, by: actor, at: now, targetKind: 'Notice', after }
    await audit({ ...entry, ...(review && { target: review }) }, session)
    return modifiedCount
  })
}
