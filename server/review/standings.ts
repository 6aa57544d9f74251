import type { ClientSession, Types } from 'mongoose'
import type { ReviewRecord } from '../models/Review.ts'
import { Unit } from '../models/Unit.ts'
import { holds, type Actor } from '../people/actor.ts'
import type { Standing } from './transitions.ts'

type Held = Pick<ReviewRecord, 'reviewer' | 'unit' | 'submittedBy'>

/** What a person is to a review. */
export async function standingsOf(
  actor: Actor,
  review: Held,
  session?: ClientSession,
): Promise<Standing[]> {
  const standings = standingsFrom(actor, review)
  return (await isHeadOf(actor, review.unit, session)) ? [...standings, 'head'] : standings
}

/** The same without headship. Pure. */
export function standingsFrom(actor: Actor, { reviewer, unit, submittedBy }: Held): Standing[] {
  const standings: Standing[] = []
  if (reviewer?.equals(actor.id)) standings.push('holder')
  if (!reviewer && mayTake(actor, unit)) standings.push('candidate')
  if (holds(actor, 'legalLead')) standings.push('lead')
  if (reviewer?.equals(actor.id) || submittedBy?.equals(actor.id)) standings.push('author')
  return standings
}

function mayTake(actor: Actor, unit: Types.ObjectId | null | undefined): boolean {
  if (holds(actor, 'legalLead')) return true
  return holds(actor, 'reviewer') && Boolean(unit && actor.unit?.equals(unit))
}

async function isHeadOf(
  actor: Actor,
  unit: Types.ObjectId | null | undefined,
  session?: ClientSession,
): Promise<boolean> {
  if (!unit) return false
  const row = await Unit.exists({ _id: unit, head: actor.id }).session(session ?? null)
  return row !== null
}
