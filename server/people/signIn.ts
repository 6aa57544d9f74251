import { audit } from '../audit/audit.ts'
import { inTransaction } from '../lib/mongo.ts'
import { User, type UserRecord } from '../models/User.ts'
import type { Actor } from './actor.ts'
import { passwordMark, verifyPassword } from './passwords.ts'
import { countTry, forgiveTries } from './rateLimit.ts'
import { actorFrom } from './sessionActor.ts'
import { usernameFrom } from './usernames.ts'

export type SignInResult =
  | { ok: true; userId: string; passwordMark: string }
  | { ok: false; reason: 'wrong' | 'inactive' }
  | { ok: false; reason: 'limited'; minutes: number }

/** Checks name and password. Says no in the same words and the same time whether the name exists or not. */
export async function signIn({
  username,
  password,
  ip,
  now,
}: {
  username: string
  password: string
  ip: string
  now: Date
}): Promise<SignInResult> {
  const attempt = { username: usernameFrom(username), ip }
  const minutes = await countTry(attempt)
  if (minutes > 0) return { ok: false, reason: 'limited', minutes }
  const user = await User.findOne({ username: attempt.username }).lean<UserRecord>()
  const fits = await verifyPassword(user?.passwordHash, password)
  if (!user || !fits || !user.passwordHash) {
    await recordFailure(user, now)
    return { ok: false, reason: 'wrong' }
  }
  if (!user.isActive) {
    await recordFailure(user, now)
    return { ok: false, reason: 'inactive' }
  }
  await forgiveTries(attempt)
  await recordSignIn(user, now)
  return { ok: true, userId: String(user._id), passwordMark: passwordMark(user.passwordHash) }
}

async function recordSignIn(user: UserRecord, now: Date): Promise<void> {
  await inTransaction(async session => {
    await User.updateOne({ _id: user._id }, { lastSignInAt: now }, { session })
    const by = actorFrom(user)
    await audit({ action: 'signIn', by, at: now, targetKind: 'User', target: user._id }, session)
  })
}

/** A name nobody has is not written down: it may be a password typed in the wrong field. */
async function recordFailure(user: UserRecord | null, now: Date): Promise<void> {
  const target = user ? { target: user._id } : {}
  await inTransaction(session =>
    audit({ action: 'signInFailed', by: null, at: now, targetKind: 'User', ...target }, session),
  )
}

/** Leaves the trace of a sign-out; ending the session is the caller's. */
export async function recordSignOut(actor: Actor, now: Date): Promise<void> {
  await inTransaction(session =>
    audit({ action: 'signOut', by: actor, at: now, targetKind: 'User', target: actor.id }, session),
  )
}
