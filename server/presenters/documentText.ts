import { partAnchor } from '../legal/partAnchor.ts'
import type { CitationRecord } from '../models/Citation.ts'
import type { OutlinePart } from '../reading/types.ts'

/** A stretch of a line: plain words, or (part of) a citation. */
export interface Run<C> {
  text?: string
  cite?: C & { words: string }
}

export interface Block<C> {
  id?: string
  /** `dieu-5-khoan-2`: where a pinpoint leads to. */
  anchor?: string
  /** How the line is set: one of these is true. */
  heading?: boolean
  chapter?: boolean
  centre?: boolean
  para?: boolean
  bold?: boolean
  italic?: boolean
  /** First words in bold: `Điều 1.` */
  lead?: string
  runs: Run<C>[]
}

export interface PaperView<C> {
  letterhead: { left: Block<C>[]; right: Block<C>[] } | null
  blocks: Block<C>[]
}

interface Line {
  start: number
  end: number
  text: string
}

const NATION = /^cộng h[oò][aà]a? xã hội chủ nghĩa|^độc lập\s*[-–]\s*tự do|^đảng cộng sản/iu
const DATED = /,\s*ngày\s.*tháng\s.*năm/iu
const CHAPTERS: OutlinePart['kind'][] = ['part', 'chapter', 'section', 'appendix']
const ITEMS: OutlinePart['kind'][] = ['clause', 'point']
const NUMBERED: OutlinePart['kind'][] = ['heading', ...ITEMS]
const LONGEST_HEADING = 140
const BODY = /^(?:căn cứ|thực hiện|kính gửi|theo đề nghị|xét đề nghị|ngày \d|điều 1\b)/iu
const NUMBER = /^số\s*:/iu
const GROUND = /^(?:căn cứ|theo đề nghị|xét đề nghị)/iu
const RULE = /^[\s_*.–—-]+$/u

/**
 * The stored text as paper: line by line, headings where the outline says, citations as runs, the letterhead in two columns where its
 * lines stand apart in the text. Nothing is left out and no letter is changed.
 */
export function presentText<C extends object>(
  text: string,
  {
    citations,
    outline,
    present,
  }: {
    citations: CitationRecord[]
    outline: OutlinePart[]
    present: (citation: CitationRecord) => C
  },
): PaperView<C> {
  const lines = linesOf(text)
  const parts = new Map(outline.map(part => [part.start, part]))
  const anchors = anchorsOf(outline)
  const headEnd = endOfHead(lines, outline)
  const cut = runCutter(citations, present)
  const blocks = lines.map((line, index) => {
    const part = parts.get(line.start)
    const block = blockOf(line, { part, isHead: index < headEnd, runs: cut(line) })
    const anchor = anchors.get(line.start)
    return anchor ? { ...block, anchor } : block
  })
  return withLetterhead(blocks, lines, headEnd)
}

/** Addresses of the parts by where they begin. Of two alike (an annex counts its Điều anew) the first has it. */
function anchorsOf(outline: OutlinePart[]): Map<number, string> {
  const anchors = new Map<number, string>()
  const taken = new Set<string>()
  const path: OutlinePart[] = []
  for (const part of outline) {
    path.splice(part.depth, path.length, part)
    const anchor = partAnchor(path.map(({ kind, label }) => ({ unit: kind, label })))
    if (!anchor || taken.has(anchor)) continue
    taken.add(anchor)
    anchors.set(part.start, anchor)
  }
  return anchors
}

function linesOf(text: string): Line[] {
  return [...text.matchAll(/[^\n]+/gu)]
    .map(({ 0: raw, index }) => {
      const start = index + raw.length - raw.trimStart().length
      return { start, end: index + raw.trimEnd().length, text: raw.trim() }
    })
    .filter(({ text: words }) => words && !RULE.test(words))
}

const LONGEST_HEAD = 24

/** How many lines stand before the body begins. */
function endOfHead(lines: Line[], outline: OutlinePart[]): number {
  const first = outline.find(({ kind }) => !NUMBERED.includes(kind))?.start ?? Infinity
  const index = lines.findIndex(
    ({ text, start }) => BODY.test(text) || start >= first || text.length > 160,
  )
  return Math.min(index < 0 ? lines.length : index, LONGEST_HEAD)
}

function blockOf<C>(
  line: Line,
  { part, isHead, runs }: { part: OutlinePart | undefined; isHead: boolean; runs: Run<C>[] },
): Block<C> {
  const base = { id: `at-${line.start}`, runs }
  if (part && CHAPTERS.includes(part.kind)) return { ...base, chapter: true }
  // An article whose words run on is a paragraph with its label in front.
  if (part && isTitle(line, part)) return { ...base, heading: true }
  if (part?.kind === 'article') return { ...base, para: true, ...withLead(part.label, runs) }
  if (isHead || isCapital(line.text)) return { ...base, ...centred(line) }
  return { ...base, para: true, italic: GROUND.test(line.text) }
}

function isTitle({ text }: Line, { kind }: OutlinePart): boolean {
  return !ITEMS.includes(kind) && text.length <= LONGEST_HEADING && !/[.;:,]$/u.test(text)
}

/** `Điều 1.` in bold, the rest as it is. */
function withLead<C>(label: string, [first, ...rest]: Run<C>[]) {
  const lead = first?.text?.startsWith(`${label}.`) ? `${label}.` : label
  if (!first?.text?.startsWith(lead)) return {}
  return { lead, runs: [{ text: first.text.slice(lead.length) }, ...rest] }
}

/** Lines of the head: nation and titles in bold, place and day in italics, the number plain. */
function centred({ text }: Line) {
  const isDate = DATED.test(text)
  return { centre: true, bold: !isDate && !NUMBER.test(text), italic: isDate }
}

/** `QUYẾT ĐỊNH:`, `QUY ĐỊNH`, `ỦY BAN NHÂN DÂN TỈNH`. */
function isCapital(words: string): boolean {
  return words.length < 90 && /\p{Lu}{2}/u.test(words) && words === words.toUpperCase()
}

/** Cuts lines into runs; citations are in order and do not overlap (a later one that does is left as words). */
function runCutter<C extends object>(
  citations: CitationRecord[],
  present: (citation: CitationRecord) => C,
): (line: Line) => Run<C>[] {
  const sorted = [...citations].sort((a, b) => a.start - b.start)
  let next = 0
  return ({ start, end, text }) => {
    const runs: Run<C>[] = []
    let at = start
    while (next < sorted.length) {
      const citation = sorted[next]
      if (!citation || citation.start >= end) break
      const [from, to] = [Math.max(citation.start, at), Math.min(citation.end, end)]
      if (from < to) {
        if (from > at) runs.push({ text: text.slice(at - start, from - start) })
        runs.push({ cite: { ...present(citation), words: text.slice(from - start, to - start) } })
        at = to
      }
      // The rest of it stands on the next line.
      if (citation.end > end) break
      next += 1
    }
    if (at < end) runs.push({ text: text.slice(at - start) })
    return runs
  }
}

/** Two columns when the nation's lines stand alone: issuer and number at the left, nation, place and day at the right. */
function withLetterhead<C>(blocks: Block<C>[], lines: Line[], headEnd: number): PaperView<C> {
  const nation = lines.findIndex(({ text }) => NATION.test(text))
  if (nation < 0 || nation >= headEnd) return { letterhead: null, blocks }
  const isRight = ({ text }: Line) => NATION.test(text) || DATED.test(text)
  const isNumber = ({ text }: Line) => NUMBER.test(text)
  const last = lines.findLastIndex(
    (line, index) => index < headEnd && (isRight(line) || isNumber(line)),
  )
  const head = blocks.slice(0, last + 1)
  const side = (right: boolean) =>
    head.filter((_, index) => {
      const line = lines[index]
      return line ? isRight(line) === right : false
    })
  return { letterhead: { left: side(false), right: side(true) }, blocks: blocks.slice(last + 1) }
}
