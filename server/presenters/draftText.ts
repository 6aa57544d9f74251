import { formatters } from './format.ts'
import { t } from '../lib/labels.ts'
import { lineAt, paragraphsOf, type LineWindow, type Paragraph } from './draftParagraphs.ts'

/** A marked stretch of the text: a citation, or words a field was read from. */
export interface Mark {
  start: number
  end: number
  /** Absent: words a field was read from. */
  cite?: { n: number; state: string; href: string; label: string; anchor: string }
}

/** Words in the margin at the line where something was read. */
export interface MarginNote {
  start: number
  end: number
  label: string
  isOrder?: boolean
  isTitle?: boolean
}

export interface PartView {
  text: string
  cite?: Mark['cite'] & { isLast: boolean }
  read?: boolean
}

export interface LineView {
  id: string
  no: string
  note?: string
  title?: boolean
  order?: boolean
  start: number
  parts: PartView[]
}

export type BlockView = LineView | { fold: { label: string; lines: LineView[] } }

export interface TextFacts {
  text: string
  starts: number[]
  window: LineWindow
  /** In order, without overlaps. */
  marks: Mark[]
  notes: MarginNote[]
  /** Long runs of lines without anything marked are folded. */
  folds: boolean
}

/** Lines of one page of a very long text. */
export const PAGE_OF_LINES = 2000
/** Runs shorter than this stay open: a fold would hide less than it takes. */
const LEAST_FOLDED = 12
const SHORT_LINE = 90

/** The text of a draft line by line, marked, with what lies between the marks folded away. */
export function presentText(facts: TextFacts): BlockView[] {
  const paragraphs = paragraphsOf(
    { ...facts, reads: facts.notes.filter(note => !note.isOrder).map(({ start }) => start) },
    facts.window,
  )
  const marked = paragraphs.map(paragraph => isTouched(paragraph, facts))
  const blocks: BlockView[] = []
  let run: Paragraph[] = []
  const close = () => {
    blocks.push(...foldRun(run, facts))
    run = []
  }
  paragraphs.forEach((paragraph, index) => {
    if (!marked[index]) return void run.push(paragraph)
    const heading = marked[index] ? popHeading(run) : []
    close()
    for (const shown of [...heading, paragraph]) blocks.push(presentLine(shown, facts))
  })
  close()
  return blocks
}

function isTouched({ start, end }: Paragraph, { marks, notes }: TextFacts): boolean {
  const next = marks[firstFrom(marks, start)]
  return (
    (next !== undefined && next.start < end) ||
    notes.some(note => note.start < end && note.end > start)
  )
}

/** Index of the first mark that ends after a place. Marks are in order and do not overlap. */
function firstFrom(marks: Mark[], start: number): number {
  let [low, high] = [0, marks.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((marks[middle]?.end ?? 0) <= start) low = middle + 1
    else high = middle
  }
  return low
}

/** A short line just before a marked one is its heading: it stays in sight. */
function popHeading(run: Paragraph[]): Paragraph[] {
  const last = run.at(-1)
  if (!last || last.end - last.start > SHORT_LINE || run.length < 2) return []
  run.pop()
  return [last]
}

function foldRun(run: Paragraph[], facts: TextFacts): BlockView[] {
  const [first, last] = [run[0], run.at(-1)]
  if (!first || !last) return []
  const lines = run.map(paragraph => presentLine(paragraph, facts))
  const count = last.lastLine - first.line + 1
  if (!facts.folds || count < LEAST_FOLDED) return lines
  const label = t('intake.text.fold', {
    from: formatters.number(first.line),
    to: formatters.number(last.lastLine),
  })
  return [{ fold: { label, lines } }]
}

function presentLine(paragraph: Paragraph, { text, marks, notes }: TextFacts): LineView {
  const { line, start, end } = paragraph
  const here = notes.filter(note => note.start >= start && note.start < end)
  const isIn = (note: MarginNote) => note.start < end && note.end > start
  const label = here
    .map(note => note.label)
    .filter(Boolean)
    .join(', ')
  return {
    id: `dong-${line}`,
    no: String(line),
    ...(label && { note: label }),
    ...(notes.some(note => note.isTitle && isIn(note)) && { title: true }),
    ...(notes.some(note => note.isOrder && isIn(note)) && { order: true }),
    start,
    parts: cut(text, paragraph, marks),
  }
}

/** The words of a paragraph cut at the edges of the marks; put together they are the words as stored. */
function cut(text: string, { start, end }: Paragraph, marks: Mark[]): PartView[] {
  const parts: PartView[] = []
  let at = start
  for (let index = firstFrom(marks, start); index < marks.length; index += 1) {
    const mark = marks[index]
    if (!mark || mark.start >= end) break
    const from = Math.max(mark.start, start)
    const to = Math.min(mark.end, end)
    if (from > at) parts.push({ text: text.slice(at, from) })
    parts.push(marked(text.slice(from, to), mark, mark.end <= end))
    at = to
  }
  if (at < end) parts.push({ text: text.slice(at, end) })
  return parts
}

function marked(text: string, { cite }: Mark, isLast: boolean): PartView {
  return cite ? { text, cite: { ...cite, isLast } } : { text, read: true }
}

/** Words that more than one thing was read from are marked once, citations first. */
export function withoutOverlaps(citations: Mark[], reads: Mark[]): Mark[] {
  const kept: Mark[] = []
  const sorted = [...citations].sort((a, b) => a.start - b.start || b.end - a.end)
  for (const mark of sorted)
    if (mark.start >= (kept.at(-1)?.end ?? 0) && mark.end > mark.start) kept.push(mark)
  const free = reads.filter(
    read =>
      read.end > read.start && !kept.some(mark => mark.start < read.end && read.start < mark.end),
  )
  const merged: Mark[] = []
  for (const mark of [...kept, ...free].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (mark.start >= (merged.at(-1)?.end ?? 0)) merged.push(mark)
  }
  return merged
}

/** `dòng 9`, or `dòng 3–5` when the words go over several. */
export function linesOfSpan(
  starts: number[],
  span: { start: number; end: number },
): { href: string; label: string } {
  const from = lineAt(starts, span.start)
  const to = lineAt(starts, Math.max(span.start, span.end - 1))
  const label =
    from === to ? t('intake.text.line', { n: from }) : t('intake.text.lines', { from, to })
  // A very long text is shown in pages: the line may stand on another.
  const page = starts.length > PAGE_OF_LINES ? `?lines=${from}` : ''
  return { href: `${page}#dong-${from}`, label }
}
