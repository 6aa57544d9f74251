import { isValidObjectId } from 'mongoose'
import { User, type UserRecord } from '../models/User.ts'
import type { Actor } from './actor.ts'
import { passwordMark } from './passwords.ts'

/** A user as the one who acts. */
export function actorFrom(user: UserRecord): Actor {
  return {
    id: user._id,
    name: user.name,
    username: user.username,
    roles: [...user.roles],
    unit: user.unit ?? null,
  }
}

/** Who a session belongs to; null when inactive, or when the password is another since. */
export async function findSessionActor(session: {
  userId: string
  passwordMark: string
}): Promise<Actor | null> {
  if (!isValidObjectId(session.userId)) return null
  const user = await User.findOne({ _id: session.userId, isActive: true }).lean<UserRecord>()
  if (!user?.passwordHash || passwordMark(user.passwordHash) !== session.passwordMark) return null
  return actorFrom(user)
}
