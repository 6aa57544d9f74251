import { Types, isValidObjectId } from 'mongoose'
import { isIsoDate, parseTypedDate, type IsoDate } from '../legal/dates.ts'
import type { LegalDocumentRecord, OrderRecord } from '../models/LegalDocument.ts'
import { fault, type Faults } from './answers.ts'

/** What stands in the fields of one order; null for an empty field. */
export interface OrderCorrection {
  unit: string | null
  dueOn: IsoDate | null
  action: string
}

const LONGEST_ACTION = 1000
const MOST_ORDERS = 200

/** Fields of the orders of a form: `orderUnit-0`, `orderDay-0`, `orderAction-0`. Faults are by the name of the field. */
export function orderCorrections(
  body: Record<string, unknown>,
  errors: Faults,
): { orders?: Record<number, OrderCorrection> } {
  const orders: Record<number, OrderCorrection> = {}
  for (const name of Object.keys(body)) {
    const index = Number(/^orderAction-(\d{1,3})$/u.exec(name)?.[1] ?? NaN)
    if (index < MOST_ORDERS) orders[index] = correctionOf(body, index, errors)
  }
  return Object.keys(orders).length > 0 ? { orders } : {}
}

function correctionOf(
  body: Record<string, unknown>,
  index: number,
  errors: Faults,
): OrderCorrection {
  const field = (of: string) => wordsOf(body[`${of}-${index}`])
  const [typedDay, unit] = [field('orderDay'), field('orderUnit')]
  const day = parseTypedDate(typedDay) ?? null
  if (typedDay !== '' && !(day && isIsoDate(day)))
    errors[`orderDay-${index}`] = fault('intake.errors.noDay', { typed: typedDay.slice(0, 40) })
  const isId = isValidObjectId(unit) && unit.length === 24
  const action = field('orderAction').slice(0, LONGEST_ACTION)
  return { unit: isId ? unit : null, dueOn: day, action }
}

function wordsOf(value: unknown): string {
  if (typeof value !== 'string') return ''
  return value.replace(/\s+/gu, ' ').normalize('NFC').trim()
}

/** The orders of a document with what was typed, when any of it is new. A decided order is left as it was decided. */
export function typedOrders(
  { orders }: Pick<LegalDocumentRecord, 'orders'>,
  corrections: { orders?: Record<number, OrderCorrection> },
): { orders?: OrderRecord[] } {
  if (!corrections.orders) return {}
  const changed = orders.map((order, index) => {
    const typed = corrections.orders?.[index]
    return typed && order.decision === '' ? withTyped(order, typed) : order
  })
  return changed.some((order, index) => order !== orders[index]) ? { orders: changed } : {}
}

function withTyped(order: OrderRecord, { unit, dueOn, action }: OrderCorrection): OrderRecord {
  const same =
    order.hasTyped &&
    String(order.typedUnit ?? '') === (unit ?? '') &&
    (order.typedDueOn ?? null) === dueOn &&
    order.typedAction === action
  if (same) return order
  return {
    ...order,
    hasTyped: true,
    typedUnit: unit ? new Types.ObjectId(unit) : null,
    typedDueOn: dueOn,
    typedAction: action,
  }
}
