import type { Types } from 'mongoose'
import type { Role } from '../legal/glossary.ts'

/** Who acts: a signed-in person, or the machine (`null` where a job acts). */
export interface Actor {
  id: Types.ObjectId
  name: string
  username: string
  roles: Role[]
  unit: Types.ObjectId | null
}

/** Whether the actor holds at least one of the roles. */
export function holds(actor: Actor, ...roles: Role[]): boolean {
  return roles.some(role => actor.roles.includes(role))
}
