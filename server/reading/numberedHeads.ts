import type { Copies } from './fold.ts'
import { AMENDS, AS_FOLLOWS, RANK } from './patterns/outline.ts'
import { quotations, type Quotation } from './quotation.ts'
import { isShort, type Head } from './readHead.ts'

/** How far the numbering has come. */
interface Count {
  /** Last Điều; runs on over chapters, and begins anew in an annex. */
  article: number
  isInArticle: boolean
  /** Last number by rank, forgotten when a part above begins. */
  last: Map<number, number>
  /** The quotation the reading is in; without marks it ends only by what follows. */
  quotation: Quotation | null
}

/** A khoản that is gone from a consolidated text leaves a gap of so many at most. */
const GAP = 4

/** Heads that are parts of this document: outside quotations, and in the order of the numbers. */
export function numberedHeads(copies: Copies, heads: Head[]): Head[] {
  const marks = quotations(copies)
  const count: Count = { article: 0, isInArticle: false, last: new Map(), quotation: null }
  const kept: Head[] = []
  let next = 0
  for (const head of heads) {
    next = enter(count, { marks, next, at: head.start })
    if (count.quotation && !leaves(copies, head, count)) continue
    count.quotation = null
    if (beginsUnmarked(copies, head, count)) continue
    const placed = place(copies, head, count)
    if (!placed) continue
    step(placed, count)
    kept.push(placed)
  }
  return kept
}

/** Steps into the quotations that begin before a place; the number of those passed. */
function enter(
  count: Count,
  { marks, next, at }: { marks: Quotation[]; next: number; at: number },
): number {
  if (count.quotation && count.quotation.end <= at) count.quotation = null
  let index = next
  for (let mark = marks[index]; mark && mark.start < at; mark = marks[index]) {
    if (!count.quotation && mark.end > at) count.quotation = mark
    index += 1
  }
  return index
}

/**
 * Whether a head inside a quotation belongs to the document all the same: the closing mark is missing, or it is the next
 * article or khoản of the amending document, which says what it amends.
 */
function leaves({ plain }: Copies, head: Head, count: Count): boolean {
  if (head.isInside || !head.isFree || !isNext(head, count)) return false
  if (AMENDS.test(plain.slice(head.after, head.after + 80))) return true
  return head.kind === 'article' && !head.isBare && !count.quotation?.isSure
}

function isNext(head: Head, count: Count): boolean {
  if (head.kind === 'article') return isNextArticle(head, count)
  return head.kind === 'clause' && count.isInArticle && head.value === lastOf(count, head) + 1
}

function isNextArticle({ value, suffix }: Head, { article }: Count): boolean {
  return suffix === '' && value === article + 1
}

function lastOf({ last }: Count, { rank }: Head): number {
  return last.get(rank) ?? 0
}

/** `Điều 7 được sửa đổi như sau:` over `Điều 7. …` without marks: a quotation that ends with the document's next head. */
function beginsUnmarked({ plain }: Copies, head: Head, count: Count): boolean {
  if (head.kind !== 'article' || head.isInside || !count.isInArticle) return false
  const before = plain.slice(Math.max(0, head.start - 240), head.start)
  if (!AS_FOLLOWS.test(before)) return false
  const named = new RegExp(`dieu\\s+${head.value}${head.suffix}(?!\\d)`, 'u').test(before)
  if (isNextArticle(head, count) && !named) return false
  count.quotation = { start: head.start, end: Infinity, isSure: false }
  return true
}

/** The head as it stands in this document, or null when its number does not fit. */
function place(copies: Copies, head: Head, count: Count): Head | null {
  switch (head.kind) {
    case 'article':
      return isArticle(head, count) ? head : null
    case 'clause':
    case 'point':
      return placeItem(copies, head, count)
    case 'heading':
      return follows(head, count) || restarts(head, count) ? head : null
    default:
      return !head.isInside || follows(head, count) ? head : null
  }
}

function isArticle(head: Head, count: Count): boolean {
  const { value, suffix, isFree, isInside, isBare } = head
  if (isNextArticle(head, count)) return isFree || !isBare
  if (isInside || isBare || !isFree) return false
  if (suffix !== '') return value >= count.article
  return value > count.article || value === 1
}

/** Where no article is open a list may begin anew; in one, a `1.` out of place is a line of a table. */
function restarts({ value, isInside }: Head, { isInArticle }: Count): boolean {
  return value === 1 && !isInArticle && !isInside
}

/** Where no article is open, a short numbered line is a heading. */
function placeItem(copies: Copies, head: Head, count: Count): Head | null {
  if (!follows(head, count) && !restarts(head, count)) return null
  if (head.kind === 'point') return head
  if (!head.isFree) return null
  if (count.isInArticle || head.isInside) return head
  const line = { start: head.start, end: head.lineEnd }
  return isShort({ copies, line }, head.after) ? { ...head, kind: 'heading' } : head
}

function follows(head: Head, count: Count): boolean {
  const last = lastOf(count, head)
  if (head.suffix !== '') return head.value >= last && head.value <= last + 1 && last > 0
  const most = head.isInside ? last + 1 : last + GAP
  return head.value > last && head.value <= (last === 0 ? 1 : most)
}

function step({ kind, rank, value }: Head, count: Count): void {
  for (const below of count.last.keys()) if (below > rank) count.last.delete(below)
  count.last.set(rank, value)
  if (rank === RANK.top) Object.assign(count, { article: 0, isInArticle: false })
  if (kind !== 'article') return
  count.article = value
  count.isInArticle = true
}
