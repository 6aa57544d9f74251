import type { ClientSession, Types } from 'mongoose'
import { Unit } from '../models/Unit.ts'
import { User } from '../models/User.ts'

/** What decides who is responsible for a review. */
export interface Duty {
  reviewer?: Types.ObjectId | null
  unit?: Types.ObjectId | null
}

/**
 * Who must act on a review: the reviewer who holds it; else the active reviewers of the unit; else its head; else the
 * legal leads, whose queue everything without an owner is.
 */
export async function responsiblePeople(
  { reviewer, unit }: Duty,
  session?: ClientSession,
): Promise<Types.ObjectId[]> {
  if (reviewer && (await isActive(reviewer, session))) return [reviewer]
  if (unit) {
    const inUnit = await activeUsers({ unit, roles: 'reviewer' }, session)
    if (inUnit.length > 0) return inUnit
    const head = await headOf(unit, session)
    if (head) return [head]
  }
  return legalLeads(session)
}

/** The active head of a unit, if it has one. */
export async function headOf(
  unit: Types.ObjectId,
  session?: ClientSession,
): Promise<Types.ObjectId | null> {
  const row = await Unit.findById(unit)
    .session(session ?? null)
    .lean()
  return row?.head && (await isActive(row.head, session)) ? row.head : null
}

/** Everyone who may approve. */
export async function legalLeads(session?: ClientSession): Promise<Types.ObjectId[]> {
  return activeUsers({ roles: 'legalLead' }, session)
}

async function isActive(id: Types.ObjectId, session?: ClientSession): Promise<boolean> {
  return (await activeUsers({ _id: id }, session)).length > 0
}

async function activeUsers(
  filter: Record<string, unknown>,
  session?: ClientSession,
): Promise<Types.ObjectId[]> {
  const users = await User.find({ ...filter, isActive: true }, { _id: 1 })
    .sort({ _id: 1 })
    .session(session ?? null)
    .lean()
  return users.map(({ _id }) => _id)
}
