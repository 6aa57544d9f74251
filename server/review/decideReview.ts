import { OUTCOMES, type Outcome } from '../legal/glossary.ts'
import { LegalDocument } from '../models/LegalDocument.ts'
import { changeReview, type ReviewAnswer, type ReviewRequest } from './changeReview.ts'
import { tell } from './tell.ts'

/**
 * «Duyệt», by another than the reviewer. An outcome that needs a document (amend, replace …) keeps the review open until
 * that is registered; any other closes it. The document counts as reviewed today, and its rhythm runs from today.
 */
export function approveReview(request: ReviewRequest): Promise<ReviewAnswer> {
  const { actor, outside } = request
  return changeReview(request, {
    action: 'approve',
    trail: 'reviewApprove',
    plan: review => {
      const outcome = OUTCOMES[review.outcome as Outcome]
      const closing = outcome.followUp
        ? { state: 'approved' }
        : { state: 'closed', isOpen: false, closedAt: outside.now() }
      return {
        set: { ...closing, approvedBy: actor.id, approvedAt: outside.now(), returnedReason: '' },
        ...(outcome.followUp ? {} : { unset: { overdueSince: 1 as const } }),
        what: 'approved',
        note: outcome.vi,
        after: async ({ document }, session) => {
          const set = { lastReviewedOn: outside.today() }
          await LegalDocument.updateOne({ _id: document }, { $set: set }, { session })
        },
      }
    },
  })
}

/** «Trả lại», with what is missing; the reviewer is told at once. */
export function returnReview(request: ReviewRequest, reason: string): Promise<ReviewAnswer> {
  const today = request.outside.today()
  return changeReview(request, {
    action: 'return',
    trail: 'reviewReturn',
    plan: ({ reviewer }) => {
      if (!reason) return { errors: { returnReason: { key: 'reviews.error.returnReason' } } }
      return {
        set: { state: 'returned', returnedReason: reason },
        what: 'returned',
        note: reason,
        after: async (changed, session) => {
          const people = reviewer ? [reviewer] : []
          await tell(changed, { people, stage: 'returned', today }, session)
        },
      }
    },
  })
}

/** Ends a review without a conclusion: opened by mistake, or the document is no longer ours. Needs a reason. */
export function closeReview(request: ReviewRequest, reason: string): Promise<ReviewAnswer> {
  const closedAt = request.outside.now()
  return changeReview(request, {
    action: 'close',
    trail: 'reviewClose',
    plan: () =>
      reason
        ? {
            set: { state: 'closed', isOpen: false, closedAt, closedReason: reason },
            unset: { overdueSince: 1 },
            what: 'closed',
            note: reason,
          }
        : { errors: { closeReason: { key: 'reviews.error.closeReason' } } },
  })
}
