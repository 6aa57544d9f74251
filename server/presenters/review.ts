import { labelOf, OUTCOMES, REVIEW_KINDS, REVIEW_STATES } from '../legal/glossary.ts'
import { t } from '../lib/labels.ts'
import type { ReviewRecord } from '../models/Review.ts'
import type { ReviewFile } from '../review/findReview.ts'
import { formatters } from './format.ts'
import { presentLamp } from './lamp.ts'
import type { PageHead } from './page.ts'
import { presentReviewAside } from './reviewAside.ts'
import { presentChain } from './reviewChain.ts'
import { presentConclusion, type Typed } from './reviewConclusion.ts'
import { presentSteps, presentTurn } from './reviewSteps.ts'
import { documentHref, documentName, exampleOf, reviewHref, revisionOf } from './reviewRow.ts'
import { presentErrors } from './fields.ts'

/** What came back with a refused form. */
export interface Refused {
  errors: Record<string, string>
  typed: Typed
}

/** The page of one review: whose turn, why, findings, conclusion; due, people, reminders and history beside it. */
export function presentReview(file: ReviewFile, refused?: Refused) {
  const { review, document, actions } = file.row
  const name = documentName(document)
  const href = reviewHref(review)
  return {
    page: pageHead(review, name),
    href,
    code: t('reviews.page.code', { code: review.code }),
    kind: {
      label: labelOf(REVIEW_KINDS, review.kind),
      kind: review.kind === 'statutory' ? ('strong' as const) : undefined,
    },
    lamp: presentLamp(document.forceStatus),
    title: t('reviews.page.title', { name }),
    example: exampleOf(document),
    documentHref: documentHref(document),
    documentTitle: document.title,
    revision: review.revision,
    hidden: revisionOf(review),
    summary: summaryOf(refused),
    acceptHref: `${href}/accept`,
    numbers: { findings: presentResult(file) ? '3' : '2', decide: '4' },
    steps: presentSteps(file),
    turn: presentTurn(file),
    keep: actions.includes('submit') && review.findings.length === 0,
    accept: actions.includes('accept'),
    chain: presentChain(file),
    basis: review.groundText,
    conclusion: presentConclusion(file, refused),
    result: presentResult(file),
    decide: actions.includes('approve') && {
      error: refused?.errors.returnReason,
      returnReason: refused?.typed.returnReason ?? '',
    },
    selfApproval: isOwnSubmission(file) && t('reviews.error.selfApproval'),
    aside: presentReviewAside(file, refused),
  }
}

function pageHead({ code }: ReviewRecord, name: string): PageHead {
  const crumbs = [{ href: '/reviews', label: t('reviews.list.title') }, { label: code }]
  return { title: t('reviews.page.title', { name }), wide: true, crumbs }
}

/** What concerns the whole form has no field to lead to. */
function summaryOf(refused?: Refused) {
  const { title, errors } = presentErrors(refused?.errors, t('reviews.page.notDone'))
  return {
    title,
    errors: errors.map(({ href, text }) => (href === '#form' ? { text } : { href, text })),
  }
}

/** A legal lead looking at what they submitted themselves: another must decide. */
function isOwnSubmission({ row: { review, standings } }: ReviewFile): boolean {
  const may = standings.includes('lead') && standings.includes('author')
  return review.state === 'submitted' && may
}

/** The conclusion as entered, for whoever only reads it. */
function presentResult({ row, followUp }: ReviewFile) {
  const { review, actions } = row
  if (actions.includes('save') || !review.outcome) return null
  const priority = review.priority ? t(`reviews.priority.${review.priority}`) : ''
  const rows = [
    { term: t('reviews.field.outcome'), text: labelOf(OUTCOMES, review.outcome) },
    { term: t('reviews.field.outcomeReason'), text: review.outcomeReason },
    { term: t('reviews.field.priority'), text: priority },
    { term: t('reviews.field.competentAgency'), text: review.competentAgency },
    { term: t('reviews.field.submitted'), text: submission(row) },
    { term: t('reviews.field.state'), text: labelOf(REVIEW_STATES, review.state) },
    ...(followUp
      ? [
          {
            term: t('reviews.field.followUp'),
            text: documentName(followUp),
            href: documentHref(followUp),
          },
        ]
      : []),
  ]
  return rows.filter(({ text }) => text)
}

function submission({ review, submitterName }: ReviewFile['row']): string {
  return review.submittedAt ? `${submitterName}, ${formatters.moment(review.submittedAt)}` : ''
}
