import type { DocumentType, RelationKind } from '../../legal/glossary.ts'
import type { Copies } from '../fold.ts'
import { ACT, ACT_KINDS } from '../patterns/relation.ts'
import type { Span } from '../types.ts'
import { findQuotations } from './findQuotations.ts'

/** Words that say an act: `bãi bỏ`, `hướng dẫn thi hành`. */
export interface Act extends Span {
  kind: RelationKind
}

/** What a text offers to those who ask how its citations relate, found in one pass. All lists are in the order of the text. */
export interface Survey {
  copies: Copies
  /** Where clauses begin: behind `;`, a full stop, at an item, a basis, an article. */
  clauses: number[]
  /** Where paragraphs begin that have a head of their own; lines broken by a text layer go on. */
  paragraphs: number[]
  quotations: Span[]
  acts: Act[]
  /** Where the head of the document ends. */
  bodyStart: number
  /** Type of the document itself, when its head says one. */
  ownType: DocumentType | null
}

const CLAUSE_REACH = 900
const PARAGRAPH_REACH = 2500

/** Surveys a text. Linear. */
export function survey(
  copies: Copies,
  { bodyStart, ownType }: Pick<Survey, 'bodyStart' | 'ownType'>,
): Survey {
  const { clauses, paragraphs } = lineStarts(copies)
  for (const { index, 0: mark } of copies.shape.matchAll(SENTENCE_END)) {
    clauses.push(index + mark.length)
  }
  for (const { index } of copies.shape.matchAll(HEAD_IN_LINE)) {
    clauses.push(index)
    paragraphs.push(index)
  }
  clauses.sort((a, b) => a - b)
  paragraphs.sort((a, b) => a - b)
  const quotations = findQuotations(copies.shape)
  return { copies, clauses, paragraphs, quotations, acts: findActs(copies), bodyStart, ownType }
}

const SENTENCE_END =
  /;|(?<=[^\d\s.]{2}|[)”"\]%]|\d{4})(?<!(?:^|[^\p{L}])(?:TP|Tp|TX|Tx|KT|TM|TL|TS|ThS|TT))\.\s(?=\s{0,40}\S)/gu

/** In a text whose lines were run together a capital in mid-line tells a new paragraph: `… THU HỒI Căn cứ Luật …`. */
const HEAD_IN_LINE =
  /(?<=[\p{L}\d)\]]\s)(?:Căn cứ|Thực hiện|Phúc đáp|Trả lời|Xét đề nghị|Theo đề nghị)(?=\s)/gu

/** A line that begins a clause of its own. */
const CLAUSE_LINE =
  /(?:[-+*•–|]|\p{Ll}{1,2}\s?\)|\d{1,3}[.)]\s|\(\d|C[ăaảẳâắàá]n c[ứưừuúù]\s|CĂN CỨ|Điều \d+|Xét|Theo đề nghị|Thực hiện\s|Nơi nhận|DANH MỤC|PHỤ LỤC)/uy
const PARAGRAPH_LINE =
  /[\s*_\-–+>•“"']{0,8}(?:C[ăaảẳâắàá]n c[ứưừuúù]|CĂN CỨ|Xét|Theo đề nghị|Thực hiện|Tiếp tục|Triển khai|Phúc đáp|Trả lời|Để\s|Nhằm|Điều \d+|Kính gửi|QUYẾT ĐỊNH|Nơi nhận|\p{Ll}{1,2}\)\s|\d{1,2}\.\s|[-+•]\s)/uy

function lineStarts({ shape }: Copies): { clauses: number[]; paragraphs: number[] } {
  const clauses: number[] = [0]
  const paragraphs: number[] = [0]
  for (let at = shape.indexOf('\n'); at >= 0; at = shape.indexOf('\n', at)) {
    while (at < shape.length && /\s/u.test(shape.charAt(at))) at++
    if (matchesAt(CLAUSE_LINE, shape, at)) clauses.push(at)
    if (matchesAt(PARAGRAPH_LINE, shape, at)) paragraphs.push(at)
  }
  return { clauses, paragraphs }
}

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at
  return pattern.test(text)
}

function findActs({ plain }: Copies): Act[] {
  return Array.from(plain.matchAll(ACT), match => {
    const kind = ACT_KINDS[match.slice(1).findIndex(group => group !== undefined)] ?? 'cites'
    return { kind, start: match.index, end: match.index + match[0].length }
  })
}

/** Where the clause around a place begins. */
export function clauseAt({ clauses, bodyStart }: Survey, at: number): number {
  const limit = at >= bodyStart ? bodyStart : 0
  return Math.max(limit, at - CLAUSE_REACH, lastUpTo(clauses, at))
}

/** Where the paragraph around a place begins. */
export function paragraphAt({ paragraphs }: Survey, at: number): number {
  return Math.max(0, at - PARAGRAPH_REACH, lastUpTo(paragraphs, at))
}

/** Whether a place stands in quoted text. */
export function isQuoted({ quotations }: Survey, at: number): boolean {
  const quotation = quotations[indexUpTo(quotations, ({ start }) => start <= at)]
  return quotation !== undefined && at < quotation.end
}

/** Acts that lie wholly between two places, last first. */
export function actsBetween({ acts }: Survey, { start, end }: Span): Act[] {
  const found: Act[] = []
  for (let index = indexUpTo(acts, act => act.end <= end); index >= 0; index--) {
    const act = acts[index]
    if (!act || act.start < start) break
    found.push(act)
  }
  return found
}

function lastUpTo(places: number[], at: number): number {
  return places[indexUpTo(places, place => place <= at)] ?? 0
}

/** Index of the last element the test holds for, where it holds for a first part of the list only. */
function indexUpTo<T>(list: readonly T[], holds: (element: T) => boolean): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(list[middle] as T)) low = middle + 1
    else high = middle
  }
  return low - 1
}
