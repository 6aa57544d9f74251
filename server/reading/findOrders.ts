import type { Copies } from './fold.ts'
import {
  ACTION,
  ANCHOR,
  ANCHOR_BEHIND,
  CONDITION,
  FOLLOWED,
  HABIT,
  MONTH_BEHIND,
  REVIEW,
  REVIEW_NOUN,
  UNDERWAY,
} from './patterns/order.ts'
import { readDue, type DueRead } from './readDue.ts'
import { readOrdered, type Ordered } from './readOrdered.ts'
import { sentences, type Sentence } from './sentences.ts'
import type { CitationFound, OrderFound, Span } from './types.ts'

export interface OrderFacts {
  citations: CitationFound[]
  bodyStart: number
  /** Day, month or year of the document: completes days without a year, and tells terms from facts of the past. */
  issuedOn?: string | null
  /** A law, decree or circular, or a text of many Điều: its standing rules are no orders; only a fixed day is. */
  isNormative?: boolean
}

/**
 * Work a document orders, one sentence or list item each:
 *   … các Phòng gửi về Văn phòng Sở để tổng hợp trước ngày 26/4/2019          a term
 *   Các Phòng phối hợp Tổ pháp chế rà soát … tại Quyết định số …             a review of the cited document
 *   Phòng Quản lý công nghiệp đang thực hiện rà soát … (Quyết định số …)     a review going on
 * A list item takes the unit its list is put to: `3. Giao Văn phòng:` / `- Tổng hợp, báo cáo trước ngày …`.
 */
export function findOrders(copies: Copies, facts: OrderFacts): OrderFound[] {
  const orders: OrderFound[] = []
  const issuedOn = facts.issuedOn ?? newestCited(facts.citations)
  let next = 0
  const anchors = anchorsIn(copies, facts.isNormative ?? false)
  const holdsAnchor = inOrder(anchors)
  for (const sentence of sentences(copies, { bodyStart: facts.bodyStart, anchors })) {
    if (!holdsAnchor(sentence)) continue
    const words = copies.plain.slice(sentence.start, sentence.end)
    while ((facts.citations[next]?.end ?? Infinity) <= sentence.start) next += 1
    if (CONDITION.test(words)) continue
    const order = readOrder(copies, { sentence, words, facts: { ...facts, issuedOn }, next })
    if (order) orders.push(order)
  }
  return orders
}

/** Places of terms and reviews, in order; in a normative text only those of a day that is named. */
function anchorsIn({ plain }: Copies, isNormative: boolean): number[] {
  const anchors: number[] = []
  for (const { 0: words, index } of plain.matchAll(ANCHOR)) {
    if (isNormative && words[1] === 'n' && !isNamedDay(plain, index + words.length)) continue
    const behind = plain.slice(Math.max(0, index - 12), index).trimEnd()
    const pattern = /^\s[tq]/u.test(words) ? MONTH_BEHIND : ANCHOR_BEHIND
    if (pattern.test(behind)) anchors.push(index)
  }
  return anchors
}

/** A digit right behind `ngày`. */
function isNamedDay(plain: string, at: number): boolean {
  const first = plain
    .slice(at, at + 6)
    .trimStart()
    .charCodeAt(0)
  return first >= 48 && first <= 57
}

/** Whether a span holds one of the places; asked in the order of the text. The blank of an anchor may stand right before. */
function inOrder(places: readonly number[]): (span: Span) => boolean {
  let next = 0
  return ({ start, end }) => {
    while ((places[next] ?? Infinity) < start - 1) next += 1
    return (places[next] ?? Infinity) < end
  }
}

/** A document without its day is not older than what it cites. */
function newestCited(citations: CitationFound[]): string | null {
  return citations.reduce<string | null>(
    (newest, { date }) => (date && (!newest || date > newest) ? date : newest),
    null,
  )
}

interface Reading {
  sentence: Sentence
  words: string
  facts: OrderFacts
  /** First citation that may stand in the sentence. */
  next: number
}

function readOrder(copies: Copies, reading: Reading): OrderFound | null {
  const { sentence, words, facts } = reading
  const due = readDue(words, facts.issuedOn ?? null)
  const term = due && spanOf(due, sentence)
  const reviews = reviewsIn(reading)
  if (!due && reviews.length === 0) return null
  const ordered = readWhole(copies, sentence, term)
  const review = reviews.find(one => isSaid(one, ordered)) ?? null
  if (!review && !(due && isTask(copies, { reading, due, ordered }))) return null
  // What names nobody itself is proved by the whole sentence.
  const start = ordered.isWhole ? sentence.from : sentence.start
  return {
    ...{ start, end: sentence.end, quote: copies.text.slice(start, sentence.end) },
    ...{ unit: said(copies, ordered.unit), action: said(copies, ordered.action) },
    ...termOf(copies, due, term),
    ...workOf(reading, review),
  }
}

function spanOf({ start, end }: Span, { start: from }: Span): Span {
  return { start: from + start, end: from + end }
}

function said({ text }: Copies, span: Span | null): string | null {
  return span && text.slice(span.start, span.end).replace(/\s+/gu, ' ')
}

function termOf(copies: Copies, due: DueRead | null, term: Span | null) {
  if (!due) return { dueOn: null, dueKind: null, duePrecision: null, dueWords: null }
  const { on: dueOn, kind: dueKind, precision: duePrecision } = due
  return { dueOn, dueKind, duePrecision, dueWords: said(copies, term) }
}

const NOBODY: Ordered = { unit: null, action: null, isOrdered: false }

/** Who and what: of the part itself, else of the sentence it ends, else of the line that heads its list. */
function readWhole(
  copies: Copies,
  { start, end, from, lead }: Sentence,
  term: Span | null,
): Ordered & { isWhole: boolean } {
  const own = readOrdered(copies, { start, end }, term)
  const above = lead ? readOrdered(copies, lead, null) : NOBODY
  const isWhole = own.unit === null && from < start
  const whole = isWhole ? readOrdered(copies, { start: from, end }, term) : NOBODY
  return {
    unit: own.unit ?? whole.unit ?? above.unit,
    action: own.action ?? whole.action,
    isOrdered: [own, whole, above].some(({ isOrdered }) => isOrdered),
    isWhole,
  }
}

/**
 * A fixed day ahead is an order by itself. Where a law sets it, or where it only ends a stretch of time (`đến hết ngày`), somebody
 * must be ordered; so with a term counted from an event, which in a law is a standing rule.
 */
function isTask(
  { text }: Copies,
  { reading, due, ordered }: { reading: Reading; due: DueRead; ordered: Ordered },
): boolean {
  const { sentence, words, facts } = reading
  if (text.slice(sentence.start, sentence.end).search(ACTION) < 0) return false
  if (due.on === null) return !facts.isNormative && ordered.isOrdered
  const isStretch = /^(?:den\s+)?het/u.test(words.slice(due.start, due.end))
  if (isStretch && ordered.unit === null) return false
  return facts.isNormative || isStretch ? ordered.isOrdered : true
}

/** Indexes of the citations in the sentence. */
function citedIn({ sentence, facts, next }: Reading): number[] {
  const cited: number[] = []
  for (let index = next; index < facts.citations.length; index++) {
    const citation = facts.citations[index]
    if (!citation || citation.start >= sentence.end) break
    if (citation.end <= sentence.end) cited.push(index)
  }
  return cited
}

interface ReviewRead {
  isUnderway: boolean
  /** Stands as a noun, or is told as a habit. */
  isNoun: boolean
  isHabit: boolean
  citations: number[]
}

/** `rà soát` in the sentence with the documents it is about. */
function reviewsIn(reading: Reading): ReviewRead[] {
  return Array.from(reading.words.matchAll(REVIEW), ({ index }) => {
    const before = reading.words.slice(Math.max(0, index - 90), index)
    return {
      isUnderway: UNDERWAY.test(before),
      isNoun: REVIEW_NOUN.test(before),
      isHabit: HABIT.test(before),
      citations: objectsOf(reading, index),
    }
  }).filter(({ citations }) => citations.length > 0)
}

/** Work going on is told; else it is an order where the sentence orders, or somebody is named to do it. */
function isSaid(
  { isUnderway, isNoun, isHabit }: ReviewRead,
  { unit, isOrdered }: Ordered,
): boolean {
  if (isUnderway) return true
  return !isNoun && (isOrdered || (unit !== null && !isHabit))
}

function workOf(reading: Reading, review: ReviewRead | null) {
  if (!review) return { isReview: false, isUnderway: false, citations: citedIn(reading) }
  return { isReview: true, isUnderway: review.isUnderway, citations: review.citations }
}

/** Cited documents behind the verb, without those it follows: `theo Quyết định A, Thông tư B và Thông tư C`. */
function objectsOf(reading: Reading, verb: number): number[] {
  const { words, sentence, facts } = reading
  const objects: number[] = []
  let followedTo = -1
  for (const at of citedIn(reading)) {
    const citation = facts.citations[at]
    if (!citation) continue
    const [start, end] = [citation.start - sentence.start, citation.end - sentence.start]
    if (start <= verb) continue
    const between = followedTo < 0 ? null : words.slice(followedTo, start)
    const isListed = between !== null && between.length < 80 && !/[;.]/u.test(between)
    if (isListed || FOLLOWED.test(words.slice(Math.max(0, start - 60), start))) followedTo = end
    else objects.push(at)
  }
  return objects
}
