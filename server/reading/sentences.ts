import type { Copies } from './fold.ts'
import type { Span } from './types.ts'

/** A sentence, or a part of one behind a semicolon; `lead` is the line a list is headed by, where it stands in one. */
export interface Sentence extends Span {
  /** Where the whole sentence begins. */
  from: number
  lead: Span | null
}

/** A paragraph or item: lines up to one that begins an item. Blank lines inside go on a sentence that has not ended. */
const ITEM = '(?:[-+*•–]|[a-z]{1,2}\\)|\\(?\\d{1,2}[.)/]|\\d{1,2}\\.\\d|[ivx]{1,4}\\.)\\s'
const PART = new RegExp(`[^\\n]+(?:\\n(?!\\s{0,40}(?:${ITEM}|noi\\s+nhan))[^\\n]*)*`, 'gu')
const IS_ITEM = new RegExp(`^\\s*${ITEM}`, 'u')
const IS_DASH = /^\s*[-+*•–]/u
/** Behind a stop begins another sentence; a number with a dot before it is a label. */
const STOP = /\.\/?\s+(?=\S)|:\s*\n|;\s*/gu
const LEADS = /:\s*(?:\n|$)/u
const SHORTEST = 20
const LONGEST = 3000

/**
 * Sentences of those parts of the body that hold one of the anchors (places in order), on the plain copy. A list ends where a
 * paragraph stands that is no item, or where another line ends with a colon.
 */
export function* sentences(
  copies: Copies,
  { bodyStart, anchors }: { bodyStart: number; anchors: readonly number[] },
): Generator<Sentence> {
  let lead: Span | null = null
  for (const { part, at, hasAnchor } of parts(copies.plain, { bodyStart, anchors })) {
    if (lead && isAlone(copies.plain, { part, at })) lead = null
    if (!hasAnchor && !LEADS.test(part)) continue
    const pieces = cut(copies, { part, at })
    if (hasAnchor) yield* within(pieces, lead)
    const head = pieces.findLast(({ isLead }) => isLead)
    if (head && !(lead && IS_DASH.test(part)))
      lead = { start: Math.max(head.start, head.end - 600), end: head.end }
  }
}

function* parts(
  plain: string,
  { bodyStart, anchors }: { bodyStart: number; anchors: readonly number[] },
) {
  let next = 0
  for (const { 0: part, index } of plain.slice(bodyStart).matchAll(PART)) {
    const at = bodyStart + index
    while ((anchors[next] ?? Infinity) < at) next += 1
    yield { part, at, hasAnchor: (anchors[next] ?? Infinity) < at + part.length }
  }
}

function* within(pieces: Piece[], lead: Span | null): Generator<Sentence> {
  for (const { start, end, from } of pieces)
    if (end - start > SHORTEST && end - from < LONGEST) yield { start, end, from, lead }
}

/** No item, and the text before ends a sentence: a paragraph of its own. */
function isAlone(plain: string, { part, at }: { part: string; at: number }): boolean {
  if (IS_ITEM.test(part)) return false
  return /[.!?]\/?\s*$/u.test(plain.slice(Math.max(0, at - 12), at))
}

interface Piece extends Span {
  from: number
  isLead: boolean
}

function cut({ text, plain }: Copies, { part, at }: { part: string; at: number }): Piece[] {
  const found: Piece[] = []
  let [start, from] = [0, 0]
  STOP.lastIndex = 0
  for (let stop = STOP.exec(part); stop; stop = STOP.exec(part)) {
    const mark = part.charAt(stop.index)
    const behind = STOP.lastIndex
    if (mark === '.' && !isStop({ text, part, at }, stop.index, behind)) continue
    addPiece(found, trimmed(plain, at + start, at + stop.index), {
      plain,
      mark,
      from: from === start ? null : at + from,
    })
    start = behind
    if (mark !== ';') from = behind
  }
  const whole = from === start ? null : at + from
  addPiece(found, trimmed(plain, at + start, at + part.length), { plain, mark: '', from: whole })
  return found
}

/** Adds what is not empty; `from` is null where the sentence begins with it. */
function addPiece(
  found: Piece[],
  { start, end }: Span,
  { plain, mark, from }: { plain: string; mark: string; from: number | null },
): void {
  if (start >= end) return
  const isLead = mark === ':' || plain.charAt(end - 1) === ':'
  found.push({ start, end, from: from ?? start, isLead })
}

/** The span without the blanks at its ends. */
function trimmed(text: string, start: number, end: number): Span {
  let [from, to] = [start, end]
  while (from < to && isBlank(text, from)) from++
  while (to > from && isBlank(text, to - 1)) to--
  return { start: from, end: to }
}

function isBlank(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit === 32 || unit === 10 || ((unit < 32 || unit > 126) && /\s/u.test(text.charAt(at)))
}

/** Small letters go on (`v.v. và`), and a number with a dot begins an item (`2. Các phòng`). */
function isStop(
  { text, part, at }: { text: string; part: string; at: number },
  stop: number,
  behind: number,
): boolean {
  if (/\p{Ll}/u.test(text.charAt(at + behind))) return false
  return !/(?:^|\s)\d{1,2}$/u.test(part.slice(Math.max(0, stop - 4), stop))
}
