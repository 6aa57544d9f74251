import type { IsoDate } from '../legal/dates.ts'
import {
  DOCUMENT_TYPES,
  labelOf,
  OUTCOMES,
  REVIEW_KINDS,
  REVIEW_STATES,
} from '../legal/glossary.ts'
import { workingDaysLeft } from '../legal/overdue.ts'
import { endOfTerm, type WorkCalendar } from '../legal/workingDays.ts'
import { t } from '../lib/labels.ts'
import type { ReviewRecord } from '../models/Review.ts'
import type { DocumentGlance } from '../review/documentGlance.ts'
import type { WhyRow } from '../review/dueOn.ts'
import type { ReviewRow } from '../review/reviewRows.ts'
import { presentDue, type DueView } from './due.ts'
import { formatters } from './format.ts'
import { presentLamp } from './lamp.ts'
import type { ActView, HiddenField, TagView, WorkRowView } from './page.ts'

/** What every page about reviews is drawn with. */
export interface Clock {
  today: IsoDate
  calendar: WorkCalendar
}

/** «Quyết định 08/2020/QĐ-UBND»; a document without a number goes by its title. */
export function documentName({ type, number, title, isHidden }: DocumentGlance): string {
  if (isHidden) return t('reviews.hidden')
  return number ? `${labelOf(DOCUMENT_TYPES, type)} ${number}`.trim() : title
}

/** The page of a document, or of the stub that stands for it; empty for one that may not be seen. */
export function documentHref({ id, stubKey, isHidden }: DocumentGlance): string {
  if (isHidden) return ''
  return stubKey ? `/stubs/${encodeURIComponent(stubKey)}` : `/documents/${id}`
}

/** «(minh họa)» behind what was made up for a demonstration. */
export function exampleOf({ isIllustrative }: { isIllustrative: boolean }): string {
  return isIllustrative ? t('reviews.example') : ''
}

/** The last day of a review's term: the due day, or the working day behind it. */
export function lastDay(
  { dueOn, duePrecision }: Pick<ReviewRecord, 'dueOn' | 'duePrecision'>,
  { calendar }: Pick<Clock, 'calendar'>,
): IsoDate {
  return duePrecision === 'day' ? endOfTerm(dueOn, calendar) : dueOn
}

/** When a review is due. One the nightly job flagged for another day says since when. */
export function dueOfReview(review: ReviewRecord, { today, calendar }: Clock): DueView {
  const { dueOn, duePrecision, overdueSince, isOpen } = review
  if (duePrecision === 'session')
    return { main: t('reviews.session'), sub: t('components.due.noDay') }
  if (!isOpen) return { main: formatters.coarseDate(dueOn, duePrecision) }
  const end = lastDay(review, { calendar })
  if (overdueSince && end >= today)
    return {
      main: t('reviews.overdueSince', { date: formatters.shortDate(overdueSince) }),
      sub: t('components.due.dueOn', { date: formatters.weekdayDate(dueOn) }),
      mainTone: 'late',
    }
  const left = workingDaysLeft({ dueOn, today }, calendar)
  return presentDue({ dueOn: end, precision: duePrecision, today, workingDaysLeft: left })
}

/** A line of work: when | what, why | state | what to do. */
export function presentReviewRow(row: ReviewRow, clock: Clock): WorkRowView {
  const { review, document } = row
  return {
    id: `r-${String(review._id)}`,
    due: dueOfReview(review, clock),
    title: documentName(document),
    titleHref: reviewHref(review),
    example: exampleOf(document),
    ...(!document.stubKey && { lamp: presentLamp(document.forceStatus) }),
    tags: tagsOf(row),
    summary: document.number ? document.title : '',
    reasons: reasonsOf(row),
    ...stateOf(row),
    acts: actsOf(row),
  }
}

/** The address of a review. */
export function reviewHref({ _id }: Pick<ReviewRecord, '_id'>): string {
  return `/reviews/${String(_id)}`
}

/** «Rà soát nội bộ» wherever it may stand beside a review the law knows. */
function tagsOf({ review: { kind }, document }: ReviewRow): TagView[] {
  if (document.stubKey) return [{ label: t('reviews.stub'), kind: 'warn' }]
  return kind === 'internal' ? [{ label: labelOf(REVIEW_KINDS, kind) }] : []
}

type Reason = NonNullable<WorkRowView['reasons']>[number]

/** Why this review is there: the returned words, the quoted line, or the arithmetic of the rhythm. */
export function reasonsOf(row: ReviewRow): Reason[] {
  const { review } = row
  if (review.state === 'returned')
    return [{ lead: t('reviews.why.returned'), quote: review.returnedReason }]
  if (review.state === 'submitted') return [proposalOf(row)]
  if (review.ground === 'ordered') return ordersOf(row)
  return [whyOf(row)]
}

function proposalOf({ review }: ReviewRow): Reason {
  const outcome = labelOf(OUTCOMES, review.outcome)
  const n = review.findings.filter(({ finding }) => finding && finding !== 'fits').length
  const findings = n > 0 ? t('reviews.why.findings', { n }) : t('reviews.why.noFindings')
  const text = [outcome, findings, review.outcomeReason].filter(Boolean).join(' · ')
  return { lead: t('reviews.why.proposal'), text }
}

function whyOf(row: ReviewRow): Reason {
  const { review } = row
  const lead = t('components.why')
  const quote = review.chain.at(-1)?.quote
  const touched = touchedText(row)
  if (touched) return { lead, ...(quote && { quote }), text: touched }
  if (review.ground === 'periodic') return { lead, text: whyText(review.dueWhy[0]) }
  const words = [review.history[0]?.note, review.groundText]
  return { lead, text: words.find(Boolean) ?? '' }
}

/** The sentences that order it; of a dispatch this person may not see, that it is there. */
function ordersOf({ review: { orderQuote }, source, isSourceHidden }: ReviewRow): Reason[] {
  const lead = t('components.why')
  if (isSourceHidden) return [{ lead, text: t('reviews.why.hiddenSource') }]
  const text = source ? t('reviews.why.ordered', { source: documentName(source) }) : ''
  return orderQuote.split('\n').map((quote, index) => ({
    lead: index === 0 ? lead : t('reviews.why.also'),
    ...{ quote, text },
  }))
}

/** What a change did to the documents this one stands on; empty where no change opened the review. */
function touchedText(row: ReviewRow): string {
  const { review, changed, basis } = row
  const change = changeWords(row)
  if (review.ground === 'selfChanged') return t('reviews.why.self', { change })
  if (review.ground !== 'basisChanged' || !changed) return ''
  return review.depth > 1 && basis
    ? t('reviews.why.indirect', { basis: documentName(basis), change })
    : t('reviews.why.direct', { changed: documentName(changed), change })
}

/** The day the trigger works from, out of the arithmetic of the due day. */
export function effectiveDay({ dueWhy }: ReviewRecord): IsoDate | undefined {
  const row = dueWhy.find(({ key }) => /effective(?:Past)?$/u.test(key))
  return (row?.params as { date?: IsoDate } | undefined)?.date
}

/** «bị thay thế từ 01/12/2026 bởi Quyết định 061/2026/QĐ-UBND» */
export function changeWords({ review, changed, source }: ReviewRow): string {
  const on = effectiveDay(review)
  const words = [
    t(`reviews.change.${review.chain[0]?.relation ?? 'amended'}`),
    on ? t('reviews.change.from', { date: formatters.date(on) }) : '',
    source ? t('reviews.change.by', { source: documentName(source) }) : '',
  ]
  const said = words.filter(Boolean).join(' ')
  return review.depth > 1 && changed
    ? t('reviews.change.of', { changed: documentName(changed), words: said })
    : said
}

/** One line of the arithmetic of a due day; days in it are printed as days. */
export function whyText(row: (Pick<WhyRow, 'key'> & { params?: unknown }) | undefined): string {
  if (!row) return ''
  const params = (row.params ?? {}) as WhyRow['params']
  const printed = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'string' ? formatters.date(value) : value,
  ])
  return t(row.key, Object.fromEntries(printed) as WhyRow['params'])
}

function stateOf(row: ReviewRow): { state: string; stateMore: string } {
  const { review, submitterName, reviewerName, unitName } = row
  if (review.state === 'submitted')
    return {
      state: t('reviews.submittedBy', { name: submitterName }),
      stateMore: formatters.moment(review.submittedAt),
    }
  const who = reviewerName || unitName || t('reviews.leadsQueue')
  const depth = t(review.depth > 1 ? 'reviews.indirect' : 'reviews.direct', { n: review.depth })
  const touched = review.state === 'open' && review.ground === 'basisChanged'
  return {
    state: labelOf(REVIEW_STATES, review.state),
    stateMore: touched ? `${depth} · ${who}` : who,
  }
}

function actsOf(row: ReviewRow): ActView[] {
  const { review, actions, standings } = row
  const href = reviewHref(review)
  if (actions.includes('approve')) return [{ label: t('reviews.act.decide'), href }]
  if (actions.includes('accept') && standings.some(s => s === 'holder' || s === 'candidate'))
    return [
      { label: t('reviews.act.accept'), action: `${href}/accept`, fields: revisionOf(review) },
      { label: t('reviews.act.open'), href, plain: true },
    ]
  if (review.state === 'returned' && actions.includes('save'))
    return [{ label: t('reviews.act.correct'), href: `${href}#findings` }]
  if (actions.includes('save')) return [{ label: t('reviews.act.continue'), href }]
  return [{ label: t('reviews.act.see'), href }]
}

/** The hidden field that says which state of the review a button was made from. */
export function revisionOf({ revision }: Pick<ReviewRecord, 'revision'>): HiddenField[] {
  return [{ name: 'revision', value: String(revision) }]
}
