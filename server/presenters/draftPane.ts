import type { DraftView } from '../intake/findDraft.ts'
import { t } from '../lib/labels.ts'
import { citationMark, type NumberedCitation } from './draftCitations.ts'
import {
  PAGE_OF_LINES,
  presentText,
  withoutOverlaps,
  type MarginNote,
  type Mark,
} from './draftText.ts'
import { formatters } from './format.ts'

/** Shorter texts are shown whole. */
const FOLD_FROM = 80

/** The page of lines that holds a line. */
export function windowOf(from: number, lines: number): { from: number; to: number } {
  const first =
    Math.floor((Math.min(Math.max(1, from), lines) - 1) / PAGE_OF_LINES) * PAGE_OF_LINES + 1
  return { from: first, to: first + PAGE_OF_LINES - 1 }
}

/** The left pane: the text with its marks, folds, legend, and the pages of a very long one. */
export function presentPane(
  { document, whole }: { document: DraftView['document']; whole: boolean },
  {
    starts,
    shown,
    window,
  }: { starts: number[]; shown: NumberedCitation[]; window: { from: number; to: number } },
) {
  const lines = starts.length
  const reads: Mark[] = document.evidence.map(({ start, end }) => ({ start, end }))
  const marks = withoutOverlaps(shown.map(citationMark), reads)
  const folds = !whole && lines > FOLD_FROM
  const notes = notesOf(document)
  return {
    blocks: presentText({ text: document.text, starts, window, marks, notes, folds }),
    legend: legendOf(shown),
    ...(lines > PAGE_OF_LINES ? { pages: pagesOf(window, lines) } : toggleOf(whole, lines)),
  }
}

function toggleOf(whole: boolean, lines: number) {
  if (lines <= FOLD_FROM) return {}
  const label = whole
    ? t('intake.text.folded')
    : t('intake.text.whole', { n: formatters.number(lines) })
  return { toggle: { href: whole ? '?' : '?whole=1', label } }
}

function pagesOf({ from, to }: { from: number; to: number }, lines: number) {
  return {
    range: t('intake.text.window', { from, to: Math.min(to, lines), lines }),
    ...(from > 1 && { previous: `?lines=${from - PAGE_OF_LINES}` }),
    ...(to < lines && { next: `?lines=${to + 1}` }),
  }
}

/** The margin says what was read at a line; an order has an ink edge. */
function notesOf(document: DraftView['document']): MarginNote[] {
  const isLetter = document.type === 'officialLetter'
  const isTitle = (field: string) => !isLetter && (field === 'type' || field === 'title')
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
