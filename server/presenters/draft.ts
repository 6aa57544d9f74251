import type { DraftView } from '../intake/findDraft.ts'
import { t } from '../lib/labels.ts'
import { DOCUMENT_TYPES, labelOf } from '../legal/glossary.ts'
import { presentDecisions } from './draftDecisions.ts'
import { presentChanges } from './draftChanges.ts'
import { presentGroups, type NumberedCitation } from './draftCitations.ts'
import { presentFields, type FormValues } from './draftFields.ts'
import { lineStarts } from './draftParagraphs.ts'
import { presentOrders } from './draftOrders.ts'
import { presentPane, windowOf } from './draftPane.ts'
import { presentReading } from './draftReading.ts'
import { presentScan } from './draftScan.ts'
import { presentErrors } from './fields.ts'
import { formatters } from './format.ts'
import type { PageHead } from './page.ts'

/** More groups of citations than this are shown with the lines they stand in. */
const MOST_GROUPS = 150
/** A form of more fields than these bring is not accepted by the server. */
const MOST_SHOWN = 1200

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
  const { draft, errors = {}, typed = undefined } = facts
  const { document } = draft
  const starts = lineStarts(document.text)
  const window = windowOf(facts.from, starts.length)
  const shown = inWindow(draft.citations, { starts, ...window })
  const action = `/drafts/${String(document._id)}`
  const { candidates, people, units } = draft
  const kept = typed && { typed }
  const groups = presentGroups({
    citations: shown,
    candidates,
    people,
    starts,
    action,
    errors,
    ...kept,
  })
  const changes = presentChanges(draft.changes, namesOf(draft), facts.ticked)
  return {
    ...headOf(draft),
    action,
    summary: presentErrors(errors, t('intake.errors.title', { n: Object.keys(errors).length })),
    ...(facts.isStale && { stale: staleNote(draft) }),
    decisions: presentDecisions(draft, groups),
    text: presentPane({ document, whole: facts.whole }, { starts, shown, window }),
    fields: presentFields({ document, units, starts, errors, ...kept }),
    groups,
    groupCount: countOf(shown, groups.length),
    changes,
    orders: presentOrders({ draft, starts, action, errors, ...kept }),
    confirm: confirmOf(draft, changes),
    ...(errors.viec && { ordersWait: t('intake.orders.leave') }),
    ...boxesOf(errors, typed),
  }
}

/** Small boxes of the page with what was typed in them. */
function boxesOf(errors: Record<string, string>, typed: FormValues = {}) {
  return {
    add: { value: typed.quote ?? '', error: errors.addWords },
    paste: { value: typed.text ?? '', error: errors.text },
    discard: { value: typed.discardReason ?? '', error: errors.discardReason },
  }
}

function staleNote({ document }: DraftView) {
  if (document.state === 'confirmed') {
    return { strong: t('intake.state.confirmed'), text: t('intake.stale.confirmed') }
  }
  const time = formatters.time(document.updatedAt)
  return { strong: t('intake.stale.title', { time }), text: t('intake.stale.text') }
}

/** What the page says of the draft as a whole. */
function headOf(draft: DraftView) {
  const { document, files } = draft
  return {
    page: pageOf(),
    sub: subOf(draft),
    files: files.map(file => ({ href: `/files/${String(file._id)}`, name: file.name })),
    revision: document.revision,
    isDraft: document.state === 'draft',
    hasText: document.hasText,
    stateNote: stateNote(draft),
    reading: presentReading(files, document),
    scan: presentScan(files, document),
    same: sameOf(draft),
  }
}

function pageOf(): PageHead {
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

/** Citations of the lines shown; all of them when they are few. Those without a place are always shown. */
function inWindow(
  citations: DraftView['citations'],
  { starts, from, to }: { starts: number[]; from: number; to: number },
): NumberedCitation[] {
  const numbered = citations.map((citation, index) => ({ n: index + 1, citation }))
  if (numbered.length <= MOST_GROUPS) return numbered
  const [start, end] = [starts[from - 1] ?? 0, starts[to] ?? Infinity]
  const isHere = ({ citation }: NumberedCitation) =>
    citation.start === citation.end || (citation.start >= start && citation.start < end)
  return numbered.filter(isHere).slice(0, MOST_SHOWN)
}

function countOf(shown: NumberedCitation[], documents: number): string {
  if (shown.length === 0) return ''
  const places = formatters.number(shown.length)
  return t('intake.citations.count', { places, documents: formatters.number(documents) })
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

/** What confirming will do: links, reviews, nothing. */
function confirmOf(
  { citations, document }: DraftView,
  changes: ReturnType<typeof presentChanges>,
): string {
  const linked = citations.filter(({ state }) => state === 'linked').length
  const reviews = new Set(
    changes
      .filter(({ isTicked }) => isTicked)
      .flatMap(({ toOpen }) => toOpen.map(({ href }) => href)),
  )
  const accepted = document.orders.filter(({ decision }) => decision === 'accepted')
  const ordered = accepted.filter(({ isReview }) => isReview).length
  const tasks = accepted.length - ordered
  const parts = [
    linked > 0 ? t('intake.confirm.link', { n: formatters.number(linked) }) : '',
    reviews.size > 0 ? t('intake.confirm.open', { n: formatters.number(reviews.size) }) : '',
    ordered > 0 ? t('intake.confirm.ordered', { n: formatters.number(ordered) }) : '',
    tasks > 0 ? t('intake.confirm.tasks', { n: formatters.number(tasks) }) : '',
  ].filter(Boolean)
  return parts.length > 0
    ? t('intake.confirm.will', { what: parts.join(', ') })
    : t('intake.confirm.nothing')
}
