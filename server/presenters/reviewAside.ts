import { labelOf, OUTCOMES } from '../legal/glossary.ts'
import { t } from '../lib/labels.ts'
import type { ReviewFile } from '../review/findReview.ts'
import { optionsFrom } from './fields.ts'
import { formatters } from './format.ts'
import type { TimelineItem } from './page.ts'
import type { Refused } from './review.ts'
import { dueOfReview, lastDay, reviewHref, whyText } from './reviewRow.ts'

/** Beside the review: when it is due and why, who does what, what was sent, what happened. */
export function presentReviewAside(file: ReviewFile, refused?: Refused) {
  const { review } = file.row
  return {
    due: {
      ...dueOfReview(review, file),
      date: formatters.coarseDate(lastDay(review, file), review.duePrecision),
      why: review.dueWhy.map(whyText),
      byPerson: review.dueSetByPerson,
    },
    people: peopleOf(file),
    ...formsOf(file, refused),
    notices: file.notices.map(({ notice, name }) => ({
      when: formatters.shortDate(notice.createdOn),
      text: `${stageWords(notice.stage)} · ${name}`,
    })),
    timeline: timelineOf(file),
  }
}

/** The small forms this person may use; each stands open when it was refused. */
function formsOf(file: ReviewFile, refused?: Refused) {
  const { actions } = file.row
  const { errors = {}, typed } = refused ?? {}
  const entry = (field: 'dueOn' | 'dueReason' | 'closeReason') => ({
    value: typed?.[field],
    error: errors[field],
  })
  const [dueOn, dueReason, closeReason] = [entry('dueOn'), entry('dueReason'), entry('closeReason')]
  const isOpen = (...fields: string[]) => fields.some(field => errors[field])
  return {
    setDue: actions.includes('setDue') && {
      ...{ dueOn, reason: dueReason, open: isOpen('dueOn', 'dueReason') },
    },
    assign: actions.includes('assign') && {
      ...{ error: errors.reviewer, open: isOpen('reviewer') },
      options: reviewerOptions(file, typed?.reviewer),
    },
    close: actions.includes('close') && { reason: closeReason, open: isOpen('closeReason') },
  }
}

function reviewerOptions({ reviewers, row: { review } }: ReviewFile, typed?: string) {
  const choices = reviewers.map(({ id, name, holding }) => ({
    value: id,
    label: t('desk.assign.option', { name, n: holding }),
  }))
  return optionsFrom(choices, typed ?? (review.reviewer ? String(review.reviewer) : ''))
}

/** «nhắc trước 7 ngày làm việc» for `d7`, «trả lại» for `returned-2`. */
export function stageWords(stage: string): string {
  const step = /^d(\d+)$/u.exec(stage)?.[1]
  if (step === '0') return t('remind.stage.today')
  if (step) return t('remind.stage.ladder', { n: step })
  return t(`remind.stage.${stage.split('-')[0] ?? ''}`)
}

function peopleOf({ row, headName, leadNames, approverName }: ReviewFile) {
  const { reviewerName, unitName } = row
  const nobody = t('reviews.people.nobody')
  const approver = approverName || leadNames.join(', ')
  return [
    { term: t('reviews.people.reviewer'), text: reviewerName || nobody },
    { term: t('reviews.people.approver'), text: approver || nobody },
    { term: t('reviews.people.unit'), text: unitName || t('reviews.leadsQueue') },
    { term: t('reviews.people.head'), text: headName },
  ].filter(({ text }) => text)
}

function timelineOf({ row: { review }, earlier }: ReviewFile): TimelineItem[] {
  const own = [...review.history].reverse().map(({ at, byName, what, note }) => ({
    when: formatters.moment(at),
    who: byName ? byName : t('reviews.history.machine'),
    what: [t(`reviews.history.${what}`), note].filter(Boolean).join(': '),
  }))
  const before = earlier.map(one => ({
    when: formatters.date(one.approvedAt),
    what: t('reviews.history.earlier', {
      code: one.code,
      outcome: labelOf(OUTCOMES, one.outcome),
    }),
    href: reviewHref(one),
  }))
  return [...own, ...before]
}
