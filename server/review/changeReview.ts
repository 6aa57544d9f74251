import type { ClientSession, Types } from 'mongoose'
import { audit } from '../audit/audit.ts'
import type { AuditAction } from '../audit/actions.ts'
import { inTransaction } from '../lib/mongo.ts'
import { Notice } from '../models/Notice.ts'
import { Review, type ReviewRecord } from '../models/Review.ts'
import type { Outside } from '../outside.ts'
import type { Actor } from '../people/actor.ts'
import { standingsOf } from './standings.ts'
import { transition, type ReviewAction } from './transitions.ts'
import { visibleReviews } from './visibleReviews.ts'

/** A label key with what stands in its holes. */
export interface ErrorLabel {
  key: string
  params?: Record<string, string | number>
}
export type ReviewErrors = Partial<Record<string, ErrorLabel>>

export type ReviewAnswer =
  | { ok: true; review: ReviewRecord }
  | { ok: false; errors: ReviewErrors; stale?: boolean; missing?: boolean }

/** Who asks, on which state of which review. */
export interface ReviewRequest {
  id: Types.ObjectId
  /** The revision the form was made from. */
  revision: number
  actor: Actor
  outside: Outside
}

/** What an action writes: fields, the line of its history. `errors` refuses it instead. */
export type Plan =
  | {
      set: Record<string, unknown>
      unset?: Record<string, 1>
      what: string
      note?: string
      /** Runs in the same transaction after the review is written. */
      after?: (review: ReviewRecord, session: ClientSession) => Promise<void>
    }
  | { errors: ReviewErrors }

type Planner = (
  review: ReviewRecord,
  context: { to: string; session: ClientSession },
) => Plan | Promise<Plan>

/**
 * Every change of a review passes here: permission and state by the table of transitions, the revision of the form, one
 * line of history, the audit entry and the person's own reminders, all in one transaction. A stale form changes nothing.
 */
export async function changeReview(
  request: ReviewRequest,
  { action, trail, plan }: { action: ReviewAction; trail: AuditAction; plan: Planner },
): Promise<ReviewAnswer> {
  const visible = await visibleReviews(request.actor)
  return inTransaction(async session => {
    const review = await Review.findOne({ $and: [{ _id: request.id }, visible] })
      .session(session)
      .lean<ReviewRecord>()
    if (!review) return { ok: false, missing: true, errors: {} }
    if (review.revision !== request.revision) return stale()
    const standings = await standingsOf(request.actor, review, session)
    const verdict = transition(action, { state: review.state, standings })
    if (!verdict.ok) return refuse(verdict.reason)
    const planned = await plan(review, { to: verdict.to, session })
    if ('errors' in planned) return { ok: false, errors: planned.errors }
    const changed = await write(review, { planned, request, session })
    if (!changed) return stale()
    await afterwards({ before: review, changed, trail, planned }, { request, session })
    return { ok: true, review: changed }
  })
}

function stale(): ReviewAnswer {
  return { ok: false, stale: true, errors: { form: { key: 'reviews.error.stale' } } }
}

function refuse(key: string): ReviewAnswer {
  return { ok: false, errors: { form: { key } } }
}

type Written = Exclude<Plan, { errors: ReviewErrors }>
interface Context {
  request: ReviewRequest
  session: ClientSession
}

function write(
  { _id, revision }: ReviewRecord,
  { planned, request, session }: Context & { planned: Written },
): Promise<ReviewRecord | null> {
  const { actor, outside } = request
  const line = {
    at: outside.now(),
    by: actor.id,
    byName: actor.name,
    what: planned.what,
    note: planned.note ?? '',
  }
  return Review.findOneAndUpdate(
    { _id, revision },
    {
      $set: planned.set,
      ...(planned.unset && { $unset: planned.unset }),
      $push: { history: line },
      $inc: { revision: 1 },
    },
    { session, returnDocument: 'after', runValidators: true },
  ).lean<ReviewRecord>()
}

/** Fields the audit log keeps of a review, before and after. */
function trace(review: ReviewRecord) {
  const { state, reviewer, dueOn, outcome, outcomeReason, priority, competentAgency } = review
  const { findings, returnedReason, closedReason } = review
  return {
    ...{ state, reviewer, dueOn, outcome, outcomeReason, priority, competentAgency },
    ...{ findings, returnedReason, closedReason },
  }
}

async function afterwards(
  facts: { before: ReviewRecord; changed: ReviewRecord; trail: AuditAction; planned: Written },
  { request, session }: Context,
): Promise<void> {
  const { before, changed, trail, planned } = facts
  const at = request.outside.now()
  // Who acts has seen the reminder; when the review closes nobody needs theirs any more.
  const whose = changed.isOpen ? { person: request.actor.id } : {}
  await Notice.updateMany(
    { obligation: changed._id, actedAt: null, ...whose },
    { $set: { actedAt: at, seenAt: at } },
    { session },
  )
  await planned.after?.(changed, session)
  await audit(
    {
      ...{ action: trail, by: request.actor, at, targetKind: 'Review', target: changed._id },
      ...{ before: trace(before), after: trace(changed), reason: planned.note ?? '' },
    },
    session,
  )
}
