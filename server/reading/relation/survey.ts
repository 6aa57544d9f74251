import type { DocumentType, RelationKind } from '../../legal/glossary.ts'
import type { Copies } from '../fold.ts'
import { ACT, ACT_KINDS } from '../patterns/relation.ts'
import type { Span } from '../types.ts'
import type { Breaks } from './findBreaks.ts'
import { findBreaks } from './findBreaks.ts'
import { findQuotations } from './findQuotations.ts'

/** Words that say an act: `bãi bỏ`, `hướng dẫn thi hành`. */
export interface Act extends Span {
  kind: RelationKind
}

/** What a text offers to those who ask how its citations relate, found in one pass. All lists are in the order of the text. */
export interface Survey extends Breaks {
  copies: Copies
  quotations: Span[]
  acts: Act[]
  /** Where the head of the document ends. */
  bodyStart: number
  /** Type of the document itself, when its head says one. */
  ownType: DocumentType | null
  /** Its issuer as in the letterhead, in lower case without diacritics, when it has one. */
  ownIssuer: string | null
}

/** What the survey asks of the document itself. */
export type Own = Pick<Survey, 'bodyStart' | 'ownType' | 'ownIssuer'>

const CLAUSE_REACH = 900
const PARAGRAPH_REACH = 2500

/** Surveys a text. Linear. */
export function survey(copies: Copies, own: Own): Survey {
  const quotations = findQuotations(copies.shape)
  const breaks = findBreaks(copies.shape, quotations)
  return { ...breaks, copies, quotations, acts: findActs(copies), ...own }
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
