import { Types, type ClientSession } from 'mongoose'
import { Citation, type CitationRecord } from '../models/Citation.ts'
import type { LegalDocumentRecord, OrderRecord } from '../models/LegalDocument.ts'
import type { Opening } from '../review/openReview.ts'
import { openOrdered } from '../review/openOrdered.ts'
import { openTask } from '../review/tasks/openTask.ts'
import type { OpenedReviews } from '../review/openReviews.ts'
import { acceptedOrders } from './decideOrder.ts'

export interface OpenedOrders {
  reviews: OpenedReviews
  tasks: number
}

/**
 * Opens what a person took from the orders of a document that enters the register: tasks for terms still ahead, a review for each
 * document that is to be reviewed. A term that is over is kept in the document, without a task.
 */
export async function openOrders(
  document: LegalDocumentRecord,
  opening: Opening,
): Promise<OpenedOrders> {
  const opened: OpenedOrders = { reviews: { count: 0, ids: [], people: 0 }, tasks: 0 }
  for (const { order } of acceptedOrders(document)) {
    if (order.isReview) await reviewsOf(order, { document, opening, opened })
    else if (await taskOf(order, { document, opening })) opened.tasks += 1
  }
  return opened
}

interface Context {
  document: LegalDocumentRecord
  opening: Opening
}

async function taskOf(order: OrderRecord, { document, opening }: Context): Promise<boolean> {
  const { typedDueOn: dueOn, typedUnit: unit, typedAction, start, quote } = order
  if (!dueOn || dueOn < opening.today) return false
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
  return task !== null
}

function tidy(words: string): string {
  return words.replace(/\s+/gu, ' ').trim()
}

async function reviewsOf(
  order: OrderRecord,
  { document, opening, opened }: Context & { opened: OpenedOrders },
): Promise<void> {
  for (const citation of await citedIn(order, document, opening.session)) {
    const { isUnderway, typedDueOn, typedUnit, typedAction, quote } = order
    const one = await openOrdered(
      {
        ...{ source: document, citation, isUnderway, dueOn: typedDueOn, unit: typedUnit },
        ...{ quote: tidy(quote), note: typedAction },
      },
      opening,
    )
    if (!one) continue
    opened.reviews.ids.push(one.id)
    opened.reviews.count += 1
    opened.reviews.people = Math.max(opened.reviews.people, one.people.length)
  }
}

/** The citations an order is about: those that stand where it read them, each document once. */
async function citedIn(
  { objects }: OrderRecord,
  { _id }: LegalDocumentRecord,
  session: ClientSession,
): Promise<CitationRecord[]> {
  const rows = await Citation.find({ from: _id, state: { $ne: 'rejected' } })
    .sort({ start: 1 })
    .session(session)
    .lean<CitationRecord[]>()
  const seen = new Set<string>()
  return rows.filter(({ start, end, to, toKey }) => {
    const isObject = objects.some(one => (one.start ?? 0) < end && start < (one.end ?? 0))
    const key = to ? String(to) : toKey
    return isObject && !seen.has(key) && seen.add(key)
  })
}
