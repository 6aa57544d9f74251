import { REVIEW_STATES, type ReviewState } from '../legal/glossary.ts'
import { t } from '../lib/labels.ts'
import type { ReviewFile } from '../review/findReview.ts'
import { formatters } from './format.ts'
import { dueOfReview } from './reviewRow.ts'

const STEPS = ['opened', 'accepted', 'inProgress', 'submitted', 'closed'] as const

/** Which step of the bar a state stands on. */
const STEP_OF: Record<ReviewState, number> = {
  proposed: 0,
  open: 0,
  accepted: 1,
  inProgress: 2,
  returned: 2,
  submitted: 3,
  approved: 4,
  closed: 4,
}

/** Mở · Nhận việc · Đang rà soát · Chờ duyệt · Đóng, with when and who. */
export function presentSteps(file: ReviewFile) {
  const { review } = file.row
  const at = STEP_OF[review.state]
  const more = moreOf(file)
  return STEPS.map((step, index) => ({
    label: t(`reviews.step.${review.state === 'returned' && index === 2 ? 'returned' : step}`),
    more: more[step],
    now: index === at,
    done: index < at,
  }))
}

function moreOf({ row: { review }, provisions, leadNames }: ReviewFile) {
  const seen = review.findings.filter(({ finding }) => finding).length
  const progress = t('reviews.step.seen', { n: seen, total: provisions.length })
  const awaited = review.state === 'approved' ? t('reviews.step.awaited') : ''
  return {
    opened: [formatters.shortDate(review.openedOn), review.history[0]?.byName]
      .filter(Boolean)
      .join(', '),
    accepted: formatters.moment(review.acceptedAt),
    inProgress: provisions.length > 0 && review.acceptedAt ? progress : '',
    submitted: review.submittedAt
      ? formatters.moment(review.submittedAt)
      : (leadNames[0] ?? t('reviews.leadsQueue')),
    closed: review.closedAt ? formatters.moment(review.closedAt) : awaited,
  }
}

/** «Lượt của bạn. Hạn T3 01/12/2026, còn 6 ngày làm việc.» */
export function presentTurn(file: ReviewFile) {
  const { review, actions, reviewerName, unitName } = file.row
  if (!review.isOpen)
    return { quiet: true, lead: t('reviews.turn.closed'), text: closedWords(file) }
  const due = dueOfReview(review, file)
  const words = [due.main, due.sub].filter(Boolean).join(', ')
  const when = due.mainTone === 'late' ? `${words}.` : t('reviews.turn.due', { due: words })
  const mine = (['accept', 'save', 'approve'] as const).some(action => actions.includes(action))
  if (mine) return { lead: t('reviews.turn.yours'), text: when }
  const who = { reviewer: reviewerName || unitName, unit: unitName || reviewerName }
  const holder = { ...who, approver: file.leadNames.join(', '), lead: '', nobody: '' }
  const name = holder[REVIEW_STATES[review.state].turn]
  const lead = t('reviews.turn.of', { name: name ? name : t('reviews.leadsQueue') })
  return { quiet: true, lead, text: when }
}

function closedWords({ row: { review }, approverName }: ReviewFile): string {
  if (review.approvedAt) {
    const when = formatters.moment(review.approvedAt)
    return t('reviews.turn.approvedBy', { name: approverName, when })
  }
  return review.closedReason.startsWith('reviews.') ? t(review.closedReason) : review.closedReason
}
