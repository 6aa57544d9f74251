import type { ClientSession, Types } from 'mongoose'
import { User, type UserRecord } from '../models/User.ts'

/** Whether anybody has an account. */
export async function hasUsers(): Promise<boolean> {
  return (await User.exists({})) !== null
}

const byName = new Intl.Collator('vi')

/** Everybody with an account, by name; the active first. */
export async function listUsers(): Promise<UserRecord[]> {
  const users = await User.find().lean<UserRecord[]>()
  return users.sort(
    (a, b) => Number(b.isActive) - Number(a.isActive) || byName.compare(a.name, b.name),
  )
}

/** Those who can be chosen: as head, deputy, reviewer. */
export async function listActiveUsers(): Promise<UserRecord[]> {
  return (await listUsers()).filter(({ isActive }) => isActive)
}

export async function findUser(
  id: Types.ObjectId,
  session?: ClientSession,
): Promise<UserRecord | null> {
  return User.findById(id)
    .session(session ?? null)
    .lean<UserRecord>()
}

/** Names of the people with these ids, for showing. */
export async function namesOf(ids: readonly Types.ObjectId[]): Promise<Map<string, string>> {
  const users = await User.find({ _id: { $in: ids } })
    .select({ name: 1 })
    .lean<Pick<UserRecord, '_id' | 'name'>[]>()
  return new Map(users.map(({ _id, name }) => [String(_id), name]))
}
