import type { DraftView } from '../intake/findDraft.ts'
import { t } from '../lib/labels.ts'
import { DOCUMENT_TYPES, labelOf } from '../legal/glossary.ts'
import { presentDecisions } from './draftDecisions.ts'
import { presentChanges } from './draftChanges.ts'
import { citationMark, presentGroups, type NumberedCitation } from './draftCitations.ts'
import { presentFields, type FormValues } from './draftFields.ts'
import { lineStarts } from './draftParagraphs.ts'
import {
  linesOfSpan,
  presentText,
  withoutOverlaps,
  type MarginNote,
  type Mark,
} from './draftText.ts'
import { presentErrors } from './fields.ts'
import { formatters } from './format.ts'
import type { PageHead } from './page.ts'

/** Lines of one page of a long text. */
const WINDOW = 2000
/** Shorter texts are shown whole. */
const FOLD_FROM = 80
/** More groups of citations than this are shown with the lines they stand in. */
const MOST_GROUPS = 150

export interface DraftFacts {
  draft: DraftView
  /** First line shown. */
  from: number
  /** Nothing is folded. */
  whole: boolean
  typed?: FormValues
  /** Ticks of changes as they were sent. */
  ticked?: string[]
  errors?: Record<string, string>
  isStale?: boolean
}

/** The check page of a draft. */
export function presentDraft(facts: DraftFacts) {
  const { draft, errors = {}, typed } = facts
  const { document } = draft
  const starts = lineStarts(document.text)
  const numbered = draft.citations.map((citation, index) => ({ n: index + 1, citation }))
  const window = windowOf(facts.from, starts.length)
  const shown = inWindow(numbered, { starts, ...window })
  const action = `/drafts/${String(document._id)}`
  const groups = presentGroups({
    ...{ citations: shown, starts, action, errors },
    ...{ candidates: draft.candidates, people: draft.people },
    ...(typed && { typed }),
  })
  const changes = presentChanges(draft.changes, namesOf(draft), facts.ticked)
  return {
    page: headOf(),
    sub: subOf(draft),
    files: draft.files.map(file => ({ href: `/files/${String(file._id)}`, name: file.name })),
    action,
    revision: document.revision,
    isDraft: document.state === 'draft',
    stateNote: stateNote(draft),
    summary: presentErrors(errors, t('intake.errors.title', { n: Object.keys(errors).length })),
    ...(facts.isStale && { stale: staleNote(draft) }),
    decisions: presentDecisions(draft, groups),
    hasText: document.hasText,
    text: textOf(facts, { starts, shown, window }),
    fields: presentFields({
      document,
      units: draft.units,
      starts,
      errors,
      ...(typed && { typed }),
    }),
    same: sameOf(draft),
    groups,
    groupCount: countOf(shown, groups.length),
    add: { value: typed?.quote ?? '', error: errors.addWords },
    changes,
    orders: ordersOf(draft, starts),
    confirm: confirmOf(draft, changes),
    paste: { error: errors.text, value: typed?.text ?? '' },
    discard: { error: errors.discardReason, value: typed?.discardReason ?? '' },
  }
}

function staleNote({ document }: DraftView) {
  if (document.state === 'confirmed') {
    return { strong: t('intake.state.confirmed'), text: t('intake.stale.confirmed') }
  }
  const time = formatters.time(document.updatedAt)
  return { strong: t('intake.stale.title', { time }), text: t('intake.stale.text') }
}

function headOf(): PageHead {
  const keys = [
    { keys: ['J', 'K'], text: t('intake.keys.rows') },
    { keys: ['1', '9'], text: t('intake.keys.pick') },
    { keys: ['X'], text: t('intake.keys.reject') },
    { keys: ['Ctrl', 'S'], text: t('intake.keys.save') },
    { keys: ['Ctrl', 'Enter'], text: t('intake.keys.confirm') },
  ]
  const crumbs = [{ href: '/intake', label: t('intake.title') }, { label: t('intake.check.crumb') }]
  return { title: t('intake.check.title'), crumbs, wide: true, keys }
}

function subOf({ document, people }: DraftView): string {
  const type = labelOf(DOCUMENT_TYPES, document.type)
  const name = document.number || document.title || type || t('intake.noName')
  const by = people.get(String(document.createdBy)) ?? ''
  return t('intake.check.sub', { name, by, at: formatters.moment(document.createdAt) })
}

function stateNote({ document }: DraftView) {
  if (document.state === 'draft') return null
  const href = document.state === 'confirmed' ? `/documents/${String(document._id)}` : '/intake'
  return {
    strong: t(`intake.state.${document.state}`),
    text: document.withdrawnReason,
    href,
    linkLabel: t(`intake.stateLink.${document.state}`),
  }
}

function windowOf(from: number, lines: number): { from: number; to: number } {
  const first = Math.floor((Math.min(Math.max(1, from), lines) - 1) / WINDOW) * WINDOW + 1
  return { from: first, to: first + WINDOW - 1 }
}

/** Citations of the lines shown; all of them when they are few. Those without a place are always shown. */
function inWindow(
  citations: NumberedCitation[],
  { starts, from, to }: { starts: number[]; from: number; to: number },
): NumberedCitation[] {
  if (citations.length <= MOST_GROUPS) return citations
  const [start, end] = [starts[from - 1] ?? 0, starts[to] ?? Infinity]
  return citations.filter(
    ({ citation }) =>
      citation.start === citation.end || (citation.start >= start && citation.start < end),
  )
}

function textOf(
  { draft: { document }, whole }: DraftFacts,
  {
    starts,
    shown,
    window,
  }: { starts: number[]; shown: NumberedCitation[]; window: { from: number; to: number } },
) {
  const lines = starts.length
  const reads: Mark[] = document.evidence.map(({ start, end }) => ({ start, end }))
  const marks = withoutOverlaps(shown.map(citationMark), reads)
  const pages =
    lines > WINDOW
      ? {
          range: t('intake.text.window', {
            from: window.from,
            to: Math.min(window.to, lines),
            lines,
          }),
        }
      : undefined
  return {
    blocks: presentText({
      text: document.text,
      starts,
      window,
      marks,
      notes: notesOf(document),
      folds: !whole && lines > FOLD_FROM,
    }),
    ...(pages && { pages: { ...pages, ...neighbours(window, lines) } }),
    ...(lines > FOLD_FROM &&
      !pages && {
        toggle: whole
          ? { href: '?', label: t('intake.text.folded') }
          : { href: '?whole=1', label: t('intake.text.whole', { n: formatters.number(lines) }) },
      }),
    legend: legendOf(shown),
  }
}

function neighbours({ from, to }: { from: number; to: number }, lines: number) {
  return {
    ...(from > 1 && { previous: `?lines=${from - WINDOW}` }),
    ...(to < lines && { next: `?lines=${to + 1}` }),
  }
}

/** The margin says what was read at a line; an order has an ink edge. */
function notesOf(document: DraftView['document']): MarginNote[] {
  const isTitle = (field: string) =>
    field === 'type' || (field === 'title' && document.type !== 'officialLetter')
  const reads = document.evidence.map(({ field, start, end }) => ({
    ...{ start, end },
    label: t(`intake.margin.${field}`),
    isTitle: isTitle(field),
  }))
  const orders = document.orders.map(({ start, end }, index) => ({
    ...{ start, end },
    label: t('intake.margin.order', { n: index + 1 }),
    isOrder: true,
  }))
  return [...reads, ...orders]
}

function legendOf(citations: NumberedCitation[]) {
  const count = (state: string) =>
    citations.filter(({ citation }) => citation.state === state).length
  return (['linked', 'several', 'missing', 'rejected'] as const)
    .filter(state => count(state) > 0)
    .map(state => ({ state, n: count(state), label: t(`intake.legend.${state}`) }))
}

function countOf(shown: NumberedCitation[], documents: number): string {
  return shown.length > 0 ? t('intake.citations.count', { places: shown.length, documents }) : ''
}

function namesOf({ candidates }: DraftView): Map<string, string> {
  const rows = [...candidates.values()].flat()
  return new Map(
    rows.map(({ document }) => [String(document._id), document.number || document.title]),
  )
}

function sameOf({ same, document }: DraftView) {
  if (!same || document.state !== 'draft') return null
  return {
    strong: t('intake.same.title', { number: document.number }),
    text: t(document.duplicateReason ? 'intake.same.kept' : 'intake.same.text', {
      reason: document.duplicateReason,
    }),
    href: `/drafts/${String(document._id)}/duplicate`,
    linkLabel: t('intake.same.link'),
  }
}

function ordersOf({ document }: DraftView, starts: number[]) {
  return document.orders.map(order => ({
    kind: t(order.isReview ? 'intake.orders.review' : 'intake.orders.task'),
    line: linesOfSpan(starts, order),
    quote: order.quote.replace(/\s+/gu, ' '),
    due: order.dueOn
      ? t('intake.orders.due', { day: formatters.weekdayDate(order.dueOn) })
      : t('intake.orders.noDue'),
  }))
}

/** What confirming will do: links, reviews, nothing. */
function confirmOf({ citations }: DraftView, changes: ReturnType<typeof presentChanges>): string {
  const linked = citations.filter(({ state }) => state === 'linked').length
  const reviews = new Set(
    changes
      .filter(({ isTicked }) => isTicked)
      .flatMap(({ toOpen }) => toOpen.map(({ href }) => href)),
  )
  const parts = [
    linked > 0 ? t('intake.confirm.link', { n: linked }) : '',
    reviews.size > 0 ? t('intake.confirm.open', { n: reviews.size }) : '',
  ].filter(Boolean)
  return parts.length > 0
    ? t('intake.confirm.will', { what: parts.join(', ') })
    : t('intake.confirm.nothing')
}
