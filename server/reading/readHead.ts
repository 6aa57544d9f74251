import type { Copies } from './fold.ts'
import {
  ARTICLE,
  CITED_BEHIND,
  ENDS,
  GOES_ON,
  ITEM_HEADS,
  LETTER,
  NAMED_HEADS,
  RANK,
  ROMAN,
  STEPS,
  TOC_LINE,
} from './patterns/outline.ts'
import { pointValue, valueOf } from './partNumber.ts'
import type { OutlinePart, Span } from './types.ts'

/** What may be the head of a part; whether it is one the numbering and the quotations decide. */
export interface Head {
  kind: OutlinePart['kind']
  rank: number
  label: string
  /** Value of the number, letters behind it aside; 0 where there is none (`PHỤ LỤC`). */
  value: number
  /** `a` of `Điều 12a`. */
  suffix: string
  start: number
  /** Where the words behind the label begin. */
  after: number
  /** End of its line. */
  lineEnd: number
  /** The line before does not go on in this one. */
  isFree: boolean
  /** Stands in the middle of a line. */
  isInside: boolean
  /** `Điều 5 Phạm vi`: without dot or colon. */
  isBare: boolean
}

/** A place where a head may stand. */
export interface At {
  copies: Copies
  /** From the place to the end of its line. */
  line: Span
  /** Last words of the line before, on the plain copy; null in the middle of a line. */
  before: string | null
}

const MOST_HEADING = 120
const CAPITAL = /^\p{Lu}/u

/** The head a line begins with, or null. */
export function readHead(at: At): Head | null {
  const { copies, line } = at
  const first = copies.plain.charAt(line.start)
  if (first >= '0' && first <= '9') return readSteps(at) ?? readItem(at)
  if (first === '(') return readItem(at)
  if (first < 'a' || first > 'z') return null
  if (!CAPITAL.test(copies.text.charAt(line.start))) return readItem(at)
  return readCapital(at, first)
}

function readCapital(at: At, first: string): Head | null {
  if (first === 'd') return readArticle(at) ?? readRoman(at) ?? readItem(at)
  const named = 'pcmtb'.includes(first) ? readNamed(at) : null
  return named ?? ('ivxlcabefgh'.includes(first) ? readRoman(at) : null) ?? readItem(at)
}

/** Any head in the middle of a line: of those only what is named, or an item. */
export function readInside(at: At): Head | null {
  return CAPITAL.test(at.copies.text.charAt(at.line.start))
    ? (readArticle(at) ?? readNamed(at) ?? readItem(at))
    : readItem(at)
}

function readArticle(at: At): Head | null {
  const match = stick(ARTICLE, at)
  if (!match) return null
  const [whole, label = '', digits = '', suffix = '', dot = ''] = match
  const after = at.line.start + whole.length
  if ((dot === '' && !mayBeBare(at, after)) || isContents(at, after)) return null
  const value = Number(digits.replace(/[li]/gu, '1').replace(/o/gu, '0'))
  const letter = suffix && at.copies.text.charAt(at.line.start + label.length - 1)
  const head = headAt(at, { kind: 'article', rank: RANK.article, label: `Điều ${value}${letter}` })
  return Object.assign(head, { value, suffix, after, isBare: dot === '' })
}

/** `Điều 5 Phạm vi điều chỉnh`, `Điều 5`: a title, a note or nothing behind the number, and no sentence that goes on. */
function mayBeBare(at: At, after: number): boolean {
  if (!isFree(at)) return false
  const rest = at.copies.plain.slice(after, Math.min(at.line.end, after + 60))
  if (rest === '') return true
  if (!/[\p{Lu}\d[]/u.test(at.copies.text.charAt(after))) return false
  return !CITED_BEHIND.test(rest) || ENDS.test(at.before ?? '')
}

/** Phần, chương, mục, phụ lục. */
function readNamed(at: At): Head | null {
  for (const { kind, rank, pattern } of NAMED_HEADS) {
    const match = stick(pattern, at)
    if (!match) continue
    const [label = '', , number = ''] = match
    const after = at.line.start + label.length
    if (!isTitle(at, after)) return null
    const words = at.copies.text.slice(at.line.start, after).replace(/\s+/gu, ' ')
    return Object.assign(headAt(at, { kind, rank, label: words }), {
      value: valueOf(number),
      after,
    })
  }
  return null
}

/** A line of a table of contents. */
function isContents({ copies, line }: At, after: number): boolean {
  return TOC_LINE.test(copies.plain.slice(Math.max(after, line.end - 40), line.end))
}

/** Behind the label of a chapter stands nothing, or a title that begins with a capital: else the words are running text. */
function isTitle(at: At, after: number): boolean {
  if (isContents(at, after)) return false
  const { copies, line } = at
  const rest = copies.text.slice(after, Math.min(line.end, after + 80)).replace(/^[\s.:–—-]+/u, '')
  if (rest === '' || /^[(“"[]/u.test(rest)) return true
  return /^[\p{Lu}\d]/u.test(rest) && !CITED_BEHIND.test(copies.plain.slice(after, after + 60))
}

/** `I. KẾT QUẢ`, `A. ĐÁNH GIÁ`: with a capital behind; without a dot only above words in capitals. */
function readRoman(at: At): Head | null {
  const roman = stick(ROMAN, at)
  const match = roman ?? stick(LETTER, at)
  if (!match) return null
  const [whole, number = ''] = match
  const { text } = at.copies
  const label = text.slice(at.line.start, at.line.start + number.length)
  const after = at.line.start + whole.length
  const isDotted = /[./):-]/u.test(whole.slice(number.length))
  if (label !== label.toUpperCase() || !isHeadingWords(text.slice(after, at.line.end), isDotted))
    return null
  const value = roman ? valueOf(number) : number.charCodeAt(0) - 96
  const rank = roman ? RANK.roman : RANK.letter
  return Object.assign(headAt(at, { kind: 'heading', rank, label }), { value, after })
}

function isHeadingWords(words: string, isDotted: boolean): boolean {
  if (!CAPITAL.test(words)) return false
  return isDotted || (words.length >= 4 && words.length < 300 && words === words.toUpperCase())
}

/** `2.1 Về công tác …`: a heading, a khoản in steps where it runs on. */
function readSteps(at: At): Head | null {
  const match = stick(STEPS, at)
  const label = match?.[1]
  if (!match || !label) return null
  const after = at.line.start + match[0].length
  if (!CAPITAL.test(at.copies.text.charAt(after))) return null
  const steps = label.split('.')
  const kind = isShort(at, after) ? 'heading' : 'clause'
  const head = headAt(at, { kind, rank: RANK.clause + (steps.length - 1) / 10, label })
  return Object.assign(head, { value: Number(steps.at(-1)), after })
}

/** Khoản and điểm. Whether a short one is a heading depends on where it stands: see `numberedHeads`. */
export function readItem(at: At): Head | null {
  for (const { kind, rank, pattern } of ITEM_HEADS) {
    const match = stick(pattern, at)
    if (match) return itemOf(at, { match, kind, rank })
  }
  return null
}

function itemOf(
  at: At,
  { match, kind, rank }: { match: RegExpExecArray; kind: Head['kind']; rank: number },
): Head | null {
  const [whole, label = '', number = ''] = match
  const after = at.line.start + whole.length
  const own = at.copies.text.slice(at.line.start, at.line.start + label.length)
  if (kind === 'point') {
    const name = own.slice(-number.length)
    const head = headAt(at, { kind, rank, label: name })
    return Object.assign(head, { value: pointValue(name), after })
  }
  // `1.500 đồng`, `12/2024`: figures, no numbers of parts.
  if (!/\s$/u.test(whole) && /\d/u.test(at.copies.plain.charAt(after))) return null
  const head = headAt(at, { kind, rank, label: own.replace(/[()]|khoản\s+/giu, '') })
  const suffix = number.replace(/\d/gu, '')
  return Object.assign(head, { value: Number.parseInt(number, 10), suffix, after })
}

/** Whether what stands behind a number is a heading: short, with a capital, no sentence, none that the next line goes on. */
export function isShort({ copies, line }: Pick<At, 'copies' | 'line'>, after: number): boolean {
  if (line.end - after >= MOST_HEADING) return false
  const rest = copies.text.slice(after, line.end)
  return CAPITAL.test(rest) && !/[;,.]$/u.test(rest) && !goesOn(copies, line.end)
}

function goesOn({ text }: Copies, lineEnd: number): boolean {
  const next = text.slice(lineEnd, lineEnd + 40).trimStart()
  return /^\p{Ll}/u.test(next) && !/^[a-zđ]\)/u.test(next)
}

function stick(pattern: RegExp, { copies, line }: At): RegExpExecArray | null {
  pattern.lastIndex = line.start
  const match = pattern.exec(copies.plain)
  return match && match.index + match[0].trimEnd().length <= line.end ? match : null
}

function isFree({ before }: At): boolean {
  return before === null || !GOES_ON.test(before)
}

function headAt(at: At, { kind, rank, label }: Pick<Head, 'kind' | 'rank' | 'label'>): Head {
  const { start, end } = at.line
  return {
    kind,
    rank,
    label,
    value: 0,
    suffix: '',
    start,
    after: start,
    lineEnd: end,
    isFree: isFree(at),
    isInside: at.before === null,
    isBare: false,
  }
}
