import type { ClientSession } from 'mongoose'
import type { IsoDate } from '../legal/dates.ts'
import { lastDayOf, type BeforeDay } from '../legal/orderDay.ts'
import type { OrderRecord } from '../models/LegalDocument.ts'
import { Unit, type UnitRecord } from '../models/Unit.ts'
import { matchUnit } from '../people/matchUnit.ts'
import { setting } from '../settings/setting.ts'

/** What stands in the fields of one order; null for an empty one. Ids as text, as in a form. */
export interface OrderValues {
  unit: string | null
  dueOn: IsoDate | null
  action: string
}

/** What proposals are made with: our units, and the house's rule for `trước ngày`. */
export interface ProposalRules {
  units: Pick<UnitRecord, '_id' | 'name' | 'shortName'>[]
  beforeDay: BeforeDay
}

export async function proposalRules(session?: ClientSession): Promise<ProposalRules> {
  const units = await Unit.find({ isActive: true })
    .session(session ?? null)
    .lean<UnitRecord[]>()
  return { units, beforeDay: await setting('beforeDay', session) }
}

/** What the words of an order come to: the unit named among ours, the last day, the action. Pure. */
export function proposalOf(order: OrderRecord, { units, beforeDay }: ProposalRules): OrderValues {
  const unit = matchUnit(order.unit, units)
  return {
    unit: unit && String(unit._id),
    dueOn: lastDayOf(order, beforeDay),
    action: order.action.replace(/\s+/gu, ' ').normalize('NFC').trim(),
  }
}

const FIELDS = ['unit', 'dueOn', 'action'] as const
export type OrderField = (typeof FIELDS)[number]

/** The fields that hold a person's words. Drafts of before these were told apart held all three. */
export function typedFieldsOf(order: Pick<OrderRecord, 'typedFields' | 'hasTyped'>): OrderField[] {
  return order.hasTyped ? [...FIELDS] : (order.typedFields ?? [])
}

/** The fields in which two sets of values differ. */
export function differing(one: OrderValues, other: OrderValues): OrderField[] {
  return FIELDS.filter(field => one[field] !== other[field])
}

/** What stands in the fields of an order nobody decided: what a person typed, else what is proposed now. */
export function valuesOf(order: OrderRecord, proposed: OrderValues): OrderValues {
  const { typedUnit, typedDueOn, typedAction } = order
  const own: OrderValues = {
    unit: typedUnit ? String(typedUnit) : null,
    dueOn: typedDueOn ?? null,
    action: typedAction,
  }
  const typed = typedFieldsOf(order)
  const pick = <F extends OrderField>(field: F) => (typed.includes(field) ? own : proposed)[field]
  return { unit: pick('unit'), dueOn: pick('dueOn'), action: pick('action') }
}
