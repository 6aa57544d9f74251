import type { ClientSession, Types } from 'mongoose'
import { User, type UserRecord } from '../models/User.ts'
import { changeReview, type Plan, type ReviewAnswer, type ReviewRequest } from './changeReview.ts'
import { tell } from './tell.ts'
import { documentsBehind } from './visibleReviews.ts'
import { whoMaySee } from './whoMaySee.ts'

/** «Nhận việc»: the review is this person's from now on. */
export function acceptReview(request: ReviewRequest): Promise<ReviewAnswer> {
  const plan = (): Plan => ({
    set: { state: 'accepted', reviewer: request.actor.id, acceptedAt: request.outside.now() },
    what: 'accepted',
  })
  return changeReview(request, { action: 'accept', trail: 'reviewAccept', plan })
}

/** «Giao việc»: the head of the unit or the legal lead gives it to an active reviewer, who is told at once. */
export function assignReview(
  request: ReviewRequest,
  { reviewer, note = '' }: { reviewer: Types.ObjectId | null; note?: string },
): Promise<ReviewAnswer> {
  const today = request.outside.today()
  return changeReview(request, {
    action: 'assign',
    trail: 'reviewAssign',
    plan: async (review, { session }) => {
      const user = reviewer && (await findReviewer(reviewer, session))
      if (!user) return { errors: { reviewer: { key: 'reviews.error.reviewer' } } }
      const able = { people: [user._id], documents: documentsBehind(review) }
      if ((await whoMaySee(able, session)).length === 0)
        return { errors: { reviewer: { key: 'reviews.error.reviewerBlind' } } }
      return {
        set: { state: 'open', reviewer: user._id },
        unset: { acceptedAt: 1 },
        what: 'assigned',
        note: [user.name, note].filter(Boolean).join('. '),
        after: (changed, inside) =>
          tell(changed, { people: [user._id], stage: 'assigned', today }, inside),
      }
    },
  })
}

function findReviewer(id: Types.ObjectId, session: ClientSession): Promise<UserRecord | null> {
  return User.findOne({ _id: id, isActive: true, roles: { $in: ['reviewer', 'legalLead'] } })
    .session(session)
    .lean<UserRecord>()
}
