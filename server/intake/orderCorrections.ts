import { isValidObjectId, Types, type ClientSession } from 'mongoose'
import { isIsoDate, parseTypedDate } from '../legal/dates.ts'
import type { LegalDocumentRecord, OrderRecord } from '../models/LegalDocument.ts'
import { fault, type Faults } from './answers.ts'
import { refuse } from './changeDraft.ts'
import {
  differing,
  proposalOf,
  proposalRules,
  typedFieldsOf,
  valuesOf,
  type OrderValues,
} from './orderProposal.ts'

const LONGEST_ACTION = 1000
const MOST_ORDERS = 200

/** Fields of the orders of a form: `orderUnit-0`, `orderDay-0`, `orderAction-0`. Faults are by the name of the field. */
export function orderCorrections(
  body: Record<string, unknown>,
  errors: Faults,
): { orders?: Record<number, OrderValues> } {
  const orders: Record<number, OrderValues> = {}
  for (const name of Object.keys(body)) {
    const index = Number(/^orderAction-(\d{1,3})$/u.exec(name)?.[1] ?? NaN)
    if (index < MOST_ORDERS) orders[index] = correctionOf(body, index, errors)
  }
  return Object.keys(orders).length > 0 ? { orders } : {}
}

function correctionOf(body: Record<string, unknown>, index: number, errors: Faults): OrderValues {
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

/**
 * The orders of a document with what was typed, when any of it is new. Every button of the page sends every field: what stands there as it
 * was proposed is nobody's word, and follows the text when it is read again. A decided order is left as it was decided.
 */
export async function typedOrders(
  { orders }: Pick<LegalDocumentRecord, 'orders'>,
  corrections: { orders?: Record<number, OrderValues> },
  session: ClientSession,
): Promise<{ orders?: OrderRecord[] }> {
  if (!corrections.orders) return {}
  const rules = await proposalRules(session)
  const changed = orders.map((order, index) => {
    const values = corrections.orders?.[index]
    if (!values || order.decision !== '') return order
    const isOurs = rules.units.some(({ _id }) => String(_id) === values.unit)
    if (values.unit && !isOurs) refuse(`orderUnit-${index}`, 'intake.errors.orderUnitGone')
    return withTyped(order, values, proposalOf(order, rules))
  })
  return changed.some((order, index) => order !== orders[index]) ? { orders: changed } : {}
}

function withTyped(order: OrderRecord, values: OrderValues, proposed: OrderValues): OrderRecord {
  const typedFields = differing(values, proposed)
  const before = typedFieldsOf(order)
  const isSame =
    before.join() === typedFields.join() &&
    differing(valuesOf(order, proposed), values).length === 0
  return isSame ? order : { ...withValues(order, values), hasTyped: false, typedFields }
}

/** An order with these values for its own. */
export function withValues(order: OrderRecord, { unit, dueOn, action }: OrderValues): OrderRecord {
  const typedUnit = unit ? new Types.ObjectId(unit) : null
  return { ...order, typedUnit, typedDueOn: dueOn, typedAction: action }
}
