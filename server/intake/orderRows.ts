import type { OrderRecord } from '../models/LegalDocument.ts'
import type { Extraction } from '../reading/types.ts'
import { locateWords, overlap } from './locateWords.ts'
import { typedFieldsOf } from './orderProposal.ts'

export type OrderRow = Partial<OrderRecord> &
  Pick<OrderRecord, 'start' | 'end' | 'quote' | 'isReview' | 'objects'>

/** Orders read in a text as rows to be stored. */
export function orderRows({
  orders,
  citations,
}: Pick<Extraction, 'orders' | 'citations'>): OrderRow[] {
  return orders.map(order => {
    const { start, end, quote, isReview, isUnderway, dueOn } = order
    const places = order.citations.flatMap(index => citations[index] ?? [])
    return {
      ...{ start, end, quote, isReview, isUnderway },
      ...(dueOn && { dueOn }),
      unit: order.unit ?? '',
      action: order.action ?? '',
      dueWords: order.dueWords ?? '',
      dueKind: order.dueKind ?? '',
      duePrecision: order.duePrecision ?? '',
      objects: places.map(place => ({ start: place.start, end: place.end })) as OrderRow['objects'],
    }
  })
}

/**
 * Orders after a text was read again: those a person decided on stay, moved to where their words stand now; what the machine
 * finds over one of them is dropped, so that nothing declined comes back. What was typed into an open one stays in its place.
 */
export function rereadOrders(
  before: OrderRecord[],
  { text, found }: { text: string; found: OrderRow[] },
): OrderRow[] {
  const places = before.map(order => moved(order, text))
  const kept = places.filter(({ decision }) => decision !== '')
  const typed = places.filter(order => order.decision === '' && isTyped(order))
  const fresh = found
    .filter(order => !kept.some(one => overlap(one, order)))
    .map(order => {
      const same = typed.find(one => overlap(one, order))
      return same ? { ...order, ...typedOf(same) } : order
    })
  return [...kept, ...fresh].sort((a, b) => a.start - b.start)
}

function isTyped({ hasTyped = false, typedFields = [] }: OrderRow): boolean {
  return typedFieldsOf({ hasTyped, typedFields }).length > 0
}

function typedOf({
  hasTyped,
  typedFields,
  typedUnit,
  typedDueOn,
  typedAction,
}: OrderRow): Partial<OrderRow> {
  return {
    ...{
      hasTyped: hasTyped ?? false,
      typedFields: typedFields ?? [],
      typedAction: typedAction ?? '',
    },
    ...{ typedUnit: typedUnit ?? null, typedDueOn: typedDueOn ?? null },
  }
}

/**
 * Words that are gone leave the decision standing at the end of the text, without a mark; what stands now where they cited something
 * is none of theirs.
 */
function moved(order: OrderRecord, text: string): OrderRow {
  const at = locateWords(text, order.quote, order.start)
  const nothing = [] as { start: number; end: number }[] as OrderRow['objects']
  if (!at) return { ...order, start: text.length, end: text.length, objects: nothing }
  const by = at.start - order.start
  const objects = order.objects.map(({ start, end }) => ({
    start: (start ?? 0) + by,
    end: (end ?? 0) + by,
  }))
  return { ...order, ...at, objects: objects as OrderRow['objects'] }
}
