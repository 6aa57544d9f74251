import { OUTCOMES, type Outcome } from '../legal/glossary.ts'
import type { ReviewRecord } from '../models/Review.ts'
import {
  changeReview,
  type Plan,
  type ReviewAnswer,
  type ReviewErrors,
  type ReviewRequest,
} from './changeReview.ts'
import { PRIORITIES, readFinding, type Finding } from './findings.ts'
import { legalLeads } from './responsible.ts'
import { tell } from './tell.ts'

/** What the reviewer enters. */
export interface Conclusion {
  findings: Finding[]
  outcome: string
  outcomeReason: string
  priority: string
  competentAgency: string
}

/** «Lưu»: keeps findings and outcome; whoever writes first takes the review. */
export function saveConclusion(
  request: ReviewRequest,
  conclusion: Conclusion,
): Promise<ReviewAnswer> {
  const plan = (review: ReviewRecord): Plan => ({
    set: { state: 'inProgress', ...taking(review, request), ...clean(conclusion) },
    what: 'saved',
  })
  return changeReview(request, { action: 'save', trail: 'reviewSave', plan })
}

/** «Trình duyệt»: an outcome is needed, and a reason unless nothing changes. The legal leads are told at once. */
export function submitReview(
  request: ReviewRequest,
  conclusion: Conclusion,
): Promise<ReviewAnswer> {
  const set = clean(conclusion)
  const errors = missing(set)
  return changeReview(request, {
    action: 'submit',
    trail: 'reviewSubmit',
    plan: review => (errors ? { errors } : submission(review, { request, set })),
  })
}

/** «Không thay đổi»: keeps the whole document as it is and submits, in one click. */
export function keepUnchanged(request: ReviewRequest, reason: string): Promise<ReviewAnswer> {
  return changeReview(request, {
    action: 'submit',
    trail: 'reviewSubmit',
    plan: review =>
      submission(review, {
        request,
        set: { outcome: 'keep', outcomeReason: review.outcomeReason || reason },
      }),
  })
}

function submission(
  review: ReviewRecord,
  { request, set }: { request: ReviewRequest; set: Partial<ReturnType<typeof clean>> },
): Plan {
  const { actor, outside } = request
  return {
    set: {
      ...taking(review, request),
      ...set,
      state: 'submitted',
      submittedBy: actor.id,
      submittedAt: outside.now(),
    },
    what: 'submitted',
    note: OUTCOMES[set.outcome as Outcome].vi,
    after: async (changed, session) => {
      const leads = await legalLeads(session)
      const people = leads.filter(lead => !lead.equals(actor.id))
      await tell(changed, { people, stage: 'submitted', today: outside.today() }, session)
    },
  }
}

function taking(review: ReviewRecord, { actor, outside }: ReviewRequest) {
  return review.acceptedAt && review.reviewer
    ? {}
    : { reviewer: actor.id, acceptedAt: outside.now() }
}

function clean(typed: Conclusion) {
  const { outcome, priority, outcomeReason, competentAgency } = typed
  return {
    findings: typed.findings.map(readFinding).filter(finding => finding !== null),
    outcome: Object.hasOwn(OUTCOMES, outcome) ? outcome : '',
    priority: (PRIORITIES as readonly string[]).includes(priority) ? priority : '',
    outcomeReason,
    competentAgency,
  }
}

function missing({ outcome, outcomeReason }: ReturnType<typeof clean>): ReviewErrors | null {
  if (!outcome) return { outcome: { key: 'reviews.error.outcome' } }
  if (outcome !== 'keep' && !outcomeReason)
    return { outcomeReason: { key: 'reviews.error.reason' } }
  return null
}
