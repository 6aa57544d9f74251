import { audit } from '../audit/audit.ts'
import { t } from '../lib/labels.ts'
import { inTransaction } from '../lib/mongo.ts'
import { User, type UserRecord } from '../models/User.ts'
import type { Actor } from './actor.ts'
import type { FieldErrors } from './change.ts'
import { newPasswordErrors, type NewPassword } from './newPassword.ts'
import { findLink, useLink } from './oneTimeLinks.ts'
import { hashPassword, passwordMark, verifyPassword } from './passwords.ts'
import { countTry, forgiveTries } from './rateLimit.ts'
import { actorFrom } from './sessionActor.ts'

export type PasswordResult =
  | { ok: true; userId: string; passwordMark: string }
  | { ok: false; errors: FieldErrors }
  | { ok: false; spent: true }

/** Whose password a link sets; null when it cannot be used (any more). */
export async function findLinkUser(token: string, now: Date): Promise<UserRecord | null> {
  const link = await findLink({ token, purpose: 'setPassword', now })
  if (!link?.user) return null
  return User.findOne({ _id: link.user, isActive: true }).lean<UserRecord>()
}

/** Sets a person's password by the link an administrator handed out. Sessions opened with an older one end. */
export async function setPasswordByLink({
  token,
  form,
  now,
}: {
  token: string
  form: NewPassword
  now: Date
}): Promise<PasswordResult> {
  const user = await findLinkUser(token, now)
  if (!user) return { ok: false, spent: true }
  const errors = newPasswordErrors(form, [user.username, user.name])
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  const passwordHash = await hashPassword(form.password)
  const isDone = await inTransaction(async session => {
    if (!(await useLink({ token, purpose: 'setPassword', now }, session))) return false
    await User.updateOne({ _id: user._id }, { passwordHash }, { session })
    const by = actorFrom(user)
    await audit(
      { action: 'setPassword', by, at: now, targetKind: 'User', target: user._id, reason: 'link' },
      session,
    )
    return true
  })
  if (!isDone) return { ok: false, spent: true }
  return { ok: true, userId: String(user._id), passwordMark: passwordMark(passwordHash) }
}

/** Changes one's own password, knowing the present one. */
export async function changeOwnPassword({
  actor,
  form,
  ip,
  now,
}: {
  actor: Actor
  form: NewPassword & { current: string }
  ip: string
  now: Date
}): Promise<Exclude<PasswordResult, { spent: true }>> {
  const attempt = { username: actor.username, ip }
  const minutes = await countTry(attempt)
  if (minutes > 0) {
    return { ok: false, errors: { current: t('people.signIn.failure.limited', { minutes }) } }
  }
  const user = await User.findById(actor.id).lean<UserRecord>()
  if (!(await verifyPassword(user?.passwordHash, form.current))) {
    return { ok: false, errors: { current: t('people.password.wrong') } }
  }
  await forgiveTries(attempt)
  const errors = newPasswordErrors(form, [actor.username, actor.name])
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  const passwordHash = await hashPassword(form.password)
  await inTransaction(async session => {
    await User.updateOne({ _id: actor.id }, { passwordHash }, { session })
    await audit(
      { action: 'setPassword', by: actor, at: now, targetKind: 'User', target: actor.id },
      session,
    )
  })
  return { ok: true, userId: String(actor.id), passwordMark: passwordMark(passwordHash) }
}
