import type { ClientSession, Types } from 'mongoose'
import { Unit } from '../models/Unit.ts'
import { User } from '../models/User.ts'
import { whoMaySee } from './whoMaySee.ts'

/** What decides who is responsible for a review. */
export interface Duty {
  reviewer?: Types.ObjectId | null
  unit?: Types.ObjectId | null
  /** Documents one must be allowed to see to know of it. */
  about: Types.ObjectId[]
}

/**
 * Who must act on a review or task: the person who holds it; else the active reviewers of the unit; else its head; else the
 * legal leads, whose queue everything without an owner is. People who may not see what it is about are passed over: work of a
 * restricted document that nobody of its unit may open comes to the legal leads, who may.
 */
export async function responsiblePeople(
  { reviewer, unit, about: documents }: Duty,
  session?: ClientSession,
): Promise<Types.ObjectId[]> {
  const steps = [
    () => (reviewer ? activeUsers({ _id: reviewer }, session) : []),
    () => (unit ? activeUsers({ unit, roles: 'reviewer' }, session) : []),
    async () => (unit ? [(await headOf(unit, session)) ?? []].flat() : []),
    () => legalLeads(session),
  ]
  for (const step of steps) {
    const able = await whoMaySee({ people: await step(), documents }, session)
    if (able.length > 0) return able
  }
  return []
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
