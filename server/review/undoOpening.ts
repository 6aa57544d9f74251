import type { ClientSession, Types } from 'mongoose'
import { audit } from '../audit/audit.ts'
import { Notice } from '../models/Notice.ts'
import { Review, type ReviewRecord } from '../models/Review.ts'
import type { Actor } from '../people/actor.ts'

export interface Undone {
  closed: Types.ObjectId[]
  /** Someone has worked on these: they stay as they are. */
  kept: { id: Types.ObjectId; code: string }[]
}

export interface UndoWanted {
  /** Reviews to take back: by the effects that opened them, or by their own ids. */
  effects?: Types.ObjectId[]
  reviews?: Types.ObjectId[]
  actor: Actor | null
  now: Date
  session: ClientSession
}

/** Takes back an opening: closes exactly the reviews nobody has worked on, lists the others and keeps them. */
export async function undoOpening(wanted: UndoWanted): Promise<Undone> {
  const { effects = [], reviews = [], session } = wanted
  const found = await Review.find({
    isOpen: true,
    $or: [{ trigger: { $in: effects } }, { _id: { $in: reviews } }],
  })
    .session(session)
    .lean<ReviewRecord[]>()
  const undone: Undone = { closed: [], kept: [] }
  for (const review of found) {
    if (isUntouched(review)) {
      await takeBack(review, wanted)
      undone.closed.push(review._id)
    } else undone.kept.push({ id: review._id, code: review.code })
  }
  return undone
}

function isUntouched({ state, history }: ReviewRecord): boolean {
  return state === 'open' && history.length <= 1
}

async function takeBack(review: ReviewRecord, { actor, now, session }: UndoWanted): Promise<void> {
  const line = { at: now, by: actor?.id, byName: actor?.name ?? '', what: 'undone', note: '' }
  await Review.updateOne(
    { _id: review._id },
    {
      $set: {
        state: 'closed',
        isOpen: false,
        closedAt: now,
        closedReason: 'reviews.closed.undone',
      },
      $push: { history: line },
      $inc: { revision: 1 },
    },
    { session },
  )
  await Notice.updateMany(
    { obligation: review._id, actedAt: null },
    { $set: { actedAt: now, seenAt: now } },
    { session },
  )
  const entry = { action: 'reviewUndo' as const, by: actor, at: now, targetKind: 'Review' }
  const change = { before: { state: review.state }, after: { state: 'closed' } }
  await audit({ ...entry, target: review._id, ...change }, session)
}
