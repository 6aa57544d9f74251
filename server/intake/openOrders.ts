import { Types } from 'mongoose'
import { Citation, type CitationRecord } from '../models/Citation.ts'
import type { LegalDocumentRecord, OrderRecord } from '../models/LegalDocument.ts'
import type { Opening, ReviewOpened } from '../review/openReview.ts'
import { openOrdered } from '../review/openOrdered.ts'
import { openTask } from '../review/tasks/openTask.ts'
import { openedReviews, type OpenedReviews } from '../review/openReviews.ts'
import { acceptedOrders } from './decideOrder.ts'
import { typedFieldsOf } from './orderProposal.ts'

export interface OpenedOrders {
  reviews: OpenedReviews
  tasks: Types.ObjectId[]
}

/**
 * Opens what a person took from the orders of a document that enters the register: tasks for terms still ahead, a review for each
 * document that is to be reviewed. A term that is over is kept in the document, without a task.
 */
export async function openOrders(
  document: LegalDocumentRecord,
  opening: Opening,
): Promise<OpenedOrders> {
  const orders = acceptedOrders(document).map(({ order }) => order)
  const context = { document, opening }
  const tasks: Types.ObjectId[] = []
  for (const order of orders.filter(one => !one.isReview))
    tasks.push(...[(await taskOf(order, context)) ?? []].flat())
  const opened: ReviewOpened[] = []
  for (const wanted of await toReview(
    orders.filter(one => one.isReview),
    context,
  ))
    opened.push(...[(await openReviewOf(wanted, context)) ?? []].flat())
  return { reviews: openedReviews(opened), tasks }
}

interface Context {
  document: LegalDocumentRecord
  opening: Opening
}

async function taskOf(
  order: OrderRecord,
  { document, opening }: Context,
): Promise<Types.ObjectId | null> {
  const { typedDueOn: dueOn, typedUnit: unit, typedAction, start, quote } = order
  if (!dueOn || dueOn < opening.today) return null
  // A day a person changed is a day, whatever the words said.
  const precision = dueOn === order.dueOn && order.duePrecision ? order.duePrecision : 'day'
  const task = await openTask(
    {
      // Orders stored before they had ids are opened once, in this very save.
      ...{ document: document._id, order: order._id ?? new Types.ObjectId(), start },
      ...{ quote: tidy(quote), unit, dueOn },
      action: typedAction || order.action || tidy(quote),
      duePrecision: precision,
      dueWords: order.dueWords,
      isIllustrative: document.isIllustrative,
    },
    opening,
  )
  return task?.id ?? null
}

function tidy(words: string): string {
  return words.replace(/\s+/gu, ' ').trim()
}

/** One review of one document, with every sentence that orders it. */
interface Wanted {
  citation: CitationRecord
  orders: OrderRecord[]
}

async function openReviewOf({ citation, orders }: Wanted, { document, opening }: Context) {
  const days = orders.flatMap(({ typedDueOn }) => typedDueOn ?? []).sort()
  const units = orders.flatMap(({ typedUnit }) => typedUnit ?? [])
  // A person's words; what was read stands in the sentence.
  const noted = orders.filter(order => typedFieldsOf(order).includes('action'))
  const notes = new Set(noted.map(({ typedAction }) => typedAction).filter(Boolean))
  return openOrdered(
    {
      ...{ source: document, citation, isUnderway: orders.some(order => order.isUnderway) },
      ...{ dueOn: days[0] ?? null, unit: units[0] ?? null },
      ...{ quotes: orders.map(({ quote }) => tidy(quote)), note: [...notes].join('. ') },
    },
    opening,
  )
}

/** What is to be reviewed by these orders: each document once, where the first of them cites it. */
async function toReview(
  orders: OrderRecord[],
  { document: { _id }, opening: { session } }: Context,
): Promise<Wanted[]> {
  const rows = await Citation.find({ from: _id, state: { $ne: 'rejected' } })
    .sort({ start: 1 })
    .session(session)
    .lean<CitationRecord[]>()
  const wanted = new Map<string, Wanted>()
  for (const order of orders) {
    for (const citation of rows.filter(row => isObject(row, order))) {
      const key = citation.to ? String(citation.to) : citation.toKey
      const one = wanted.get(key) ?? { citation, orders: [] }
      if (!one.orders.includes(order)) one.orders.push(order)
      wanted.set(key, one)
    }
  }
  return [...wanted.values()]
}

function isObject({ start, end }: CitationRecord, { objects }: OrderRecord): boolean {
  return objects.some(one => (one.start ?? 0) < end && start < (one.end ?? 0))
}
