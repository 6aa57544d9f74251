import type { Copies } from './fold.ts'
import type { CitationFound, Span } from './types.ts'

/** A citation in the making: what was found, and where its parts stand, for the steps that follow. */
export interface Draft extends Omit<CitationFound, 'doubts' | 'resolvedType'> {
  /** Where the words about it begin: its pinpoint, else itself. */
  leadEnd: number
  /** A number without its symbol, or one whose parts are missing. */
  complete: boolean
  /** Takes its noun from the head of a list, `các kế hoạch của Sở: số 03 …; số 05 …`. */
  inList: boolean
}

/** A citation of which only its place is known. */
export function emptyDraft(text: string, { start, end }: Span): Draft {
  return {
    start,
    end,
    quote: text.slice(start, end),
    form: 'number',
    number: null,
    type: null,
    date: null,
    issuer: null,
    pinpoint: null,
    pinpointPaths: [],
    relation: null,
    saidRelation: null,
    saidWith: null,
    saidRole: null,
    alsoRelation: null,
    antecedent: null,
    isAttached: false,
    period: null,
    title: null,
    year: null,
    amendedIn: [],
    partialDate: null,
    scope: null,
    leadEnd: start,
    complete: true,
    inList: false,
  }
}

/** The clause around a place: from the last line that begins a paragraph, `;` or sentence end before it. */
export function clauseStart(copies: Copies, at: number, limit = 0): number {
  const from = Math.max(limit, at - 700)
  const before = copies.shape.slice(from, at)
  let start = 0
  for (const match of before.matchAll(CLAUSE_END)) start = match.index + match[0].length
  return from + start
}

const CLAUSE_END =
  /;|(?<!\d)\.\s+(?=\S)|\n\s*(?=(?:[-+*•–]|\p{Ll}{1,2}\)|\d{1,2}[.)]\s|\(\d|C[ăaảẳâắàá]n c[ứưừuúù]\s|CĂN CỨ|Điều \d+\.|Xét đề nghị|Theo đề nghị|Thực hiện\s|Nơi nhận))/gu

/** Line a place stands in, where a line broken by a text layer goes on: the paragraph. */
export function paragraphStart(copies: Copies, at: number): number {
  const from = Math.max(0, at - 2500)
  const before = copies.shape.slice(from, at)
  let start = 0
  for (const match of before.matchAll(PARAGRAPH)) start = match.index + match[0].length
  return from + start
}

const PARAGRAPH =
  /\n\s*(?=[\s*_\-–+>•“"']{0,8}(?:C[ăaảẳâắàá]n c[ứưừuúù]|CĂN CỨ|Xét|Theo đề nghị|Thực hiện|Triển khai|Điều \d+|Kính gửi|QUYẾT ĐỊNH|Nơi nhận|\p{Ll}{1,2}\)\s|\d{1,2}\.\s|[-+•]\s))/gu

/** Whether two spans share a unit. */
export function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end
}
