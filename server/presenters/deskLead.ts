import { labelOf, REVIEW_STATES } from '../legal/glossary.ts'
import { t } from '../lib/labels.ts'
import type { LeadDesk, UnitLoad } from '../remind/leadDesk.ts'
import type { Desk } from '../remind/loadDesk.ts'
import type { ReviewRow } from '../review/reviewRows.ts'
import { optionsFrom } from './fields.ts'
import { formatters } from './format.ts'
import {
  documentName,
  dueOfReview,
  exampleOf,
  presentReviewRow,
  reviewHref,
  revisionOf,
  type Clock,
} from './reviewRow.ts'

/** What blocks the body: to approve, late units, work nobody holds with the form that gives it out. */
export function presentLeadDesk(desk: Desk, lead: LeadDesk) {
  return {
    approving: {
      more: t('desk.count', { n: desk.approving.length }),
      rows: desk.approving.map(row => presentReviewRow(row, desk)),
    },
    units: {
      late: lead.total.overdue > 0,
      more: t('desk.reviewsN', { n: lead.total.overdue }),
      rows: lead.units.map(unit => presentUnit(unit, desk)),
      total: lead.total,
    },
    unassigned: {
      more: t('desk.count', { n: lead.unassignedTotal }),
      rows: lead.unassigned.map(row => presentUnassigned(row, { desk, lead })),
    },
  }
}

function presentUnit({ name, open, week, overdue, oldest, escalated }: UnitLoad, clock: Clock) {
  const notYet = oldest ? t('desk.table.notYet') : t('desk.table.none')
  return {
    ...{ open, week, overdue, late: overdue > 0 },
    name: name ? name : t('desk.table.noUnit'),
    oldest: oldest && {
      main: dueOfReview(oldest.review, clock).main,
      title: documentName(oldest.document),
      example: exampleOf(oldest.document),
      href: reviewHref(oldest.review),
      state: labelOf(REVIEW_STATES, oldest.review.state),
    },
    escalated: escalated
      ? t('desk.table.escalatedOn', {
          name: escalated.name,
          date: formatters.shortDate(escalated.on),
        })
      : notYet,
  }
}

function presentUnassigned(row: ReviewRow, { desk, lead }: { desk: Desk; lead: LeadDesk }) {
  const { review, document } = row
  const view = presentReviewRow(row, desk)
  const unit = review.unit ? String(review.unit) : ''
  // People of the unit first: they are whom it is mostly given to.
  const people = [...lead.reviewers].sort(
    (a, b) => Number(b.unit === unit) - Number(a.unit === unit),
  )
  const choices = people.map(({ id, name, holding }) => ({
    value: id,
    label: t('desk.assign.option', { name, n: holding }),
  }))
  return {
    ...view,
    acts: [],
    assign: {
      id: `reviewer-${String(review._id)}`,
      action: `${reviewHref(review)}/assign`,
      fields: revisionOf(review),
      label: t('desk.assign.label', { name: documentName(document) }),
      options: optionsFrom(choices),
      allowed: row.actions.includes('assign'),
    },
  }
}
