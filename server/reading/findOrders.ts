import type { CitationFound, OrderFound } from './types.ts'
import type { IsoDate } from '../legal/dates.ts'
import type { Copies } from './fold.ts'
import { LONG_DATE, SHORT_DATE } from './patterns/date.ts'
import { isoFromMatch } from './readDate.ts'

/**
 * Work a document orders, one sentence or list item each:
 *   … gửi về Văn phòng Sở để tổng hợp trước ngày 26/4/2019
 *   Các Phòng phối hợp Tổ pháp chế thực hiện rà soát … tại Quyết định số …
 *   Giao Văn phòng Sở theo dõi … báo cáo chậm nhất ngày 15/3/2024
 */
const DUE = new RegExp(
  `(?:truoc|cham\\s+nhat(?:\\s+(?:la|vao|den))?|han\\s+cuoi|hoan\\s+thanh\\s+(?:truoc|trong)|den\\s+het)\\s+ng\\s?ay\\s*(?:${SHORT_DATE}|${LONG_DATE})`,
  'gu',
)
const TASK =
  /(?<![a-z])(?:gui|bao\s+cao|tong\s+hop|hoan\s+thanh|trinh|thuc\s+hien|ra\s+soat|de\s+xuat|nop|trien\s+khai|tham\s+muu|cap\s+nhat)(?![a-z])/u
const REVIEW =
  /(?<![a-z])(?:de\s+nghi|giao|yeu\s+cau|phoi\s+hop|chu\s+tri|cac\s+phong|thuc\s+hien|to\s+chuc)(?![a-z])[^;]{0,160}?ra\s+soat(?![a-z])[^;]{0,80}?(?:van\s+ban|quyet\s+dinh|nghi\s+quyet|quy\s+dinh)/u
const PART = /[^\n;]+(?:\n(?!\s*(?:[-+*•–]|[a-z]{1,2}\)|\d{1,2}[.)]\s|\(\d))[^\n;]*)*/gu

/** Orders in a text: sentences with a day to be done by, and sentences that order the review of cited documents. */
export function findOrders(
  { text, plain }: Copies,
  { citations, bodyStart }: { citations: CitationFound[]; bodyStart: number },
): OrderFound[] {
  const orders: OrderFound[] = []
  let next = 0
  for (const part of sentences(plain, bodyStart)) {
    const words = plain.slice(part.start, part.end)
    const met = citedUpTo(citations, part.end, next)
    next += met.length
    const cited = met.filter(index => (citations[index]?.start ?? 0) >= part.start)
    const dueOn = dueDay(words)
    const isReview = cited.length > 0 && REVIEW.test(words)
    if (!isReview && !(dueOn && TASK.test(words))) continue
    orders.push({
      ...part,
      quote: text.slice(part.start, part.end),
      unit: null,
      action: null,
      isUnderway: false,
      dueOn,
      isReview,
      citations: cited,
    })
  }
  return orders
}

/** Indexes of the citations from `next` on that end by `end`: sentences come in order, so each is met once. */
function citedUpTo(citations: CitationFound[], end: number, next: number): number[] {
  const cited: number[] = []
  for (let index = next; (citations[index]?.end ?? Infinity) <= end; index++) cited.push(index)
  return cited
}

function dueDay(words: string): IsoDate | null {
  for (const match of words.matchAll(DUE)) {
    const day = isoFromMatch(match)
    if (day) return day
  }
  return null
}

function* sentences(plain: string, bodyStart: number): Generator<{ start: number; end: number }> {
  for (const { 0: part, index: at } of plain.slice(bodyStart).matchAll(PART)) {
    const index = bodyStart + at
    let from = 0
    for (const stop of [...part.matchAll(/(?<!\d)\.\s+(?=\S)/gu), { index: part.length, 0: '' }]) {
      const sentence = part.slice(from, stop.index)
      const start = index + from + (sentence.length - sentence.trimStart().length)
      const end = index + from + sentence.trimEnd().length
      if (end - start > 20 && end - start < 3000) yield { start, end }
      from = stop.index + stop[0].length
    }
  }
}
