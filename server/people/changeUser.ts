import type { ClientSession, Types } from 'mongoose'
import { audit } from '../audit/audit.ts'
import { NotFound } from '../lib/errors.ts'
import { t } from '../lib/labels.ts'
import { inTransaction, isDuplicateKey } from '../lib/mongo.ts'
import { User, type UserRecord } from '../models/User.ts'
import type { Actor } from './actor.ts'
import type { Change } from './change.ts'
import { createLink } from './oneTimeLinks.ts'
import { userErrors, userFields, userSnapshot, type UserForm } from './userForm.ts'
import { findUser } from './users.ts'

interface Doing {
  actor: Actor
  now: Date
}

export type NewUser = Change<UserRecord> & { token?: string }

/** Creates an account without a password, and the token of the link by which its owner sets one. */
export async function createUser({
  form,
  actor,
  now,
}: Doing & { form: UserForm }): Promise<NewUser> {
  const errors = await userErrors(form)
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  try {
    return await inTransaction(async session => {
      const [created] = await User.create([userFields(form)], { session })
      if (!created) throw new Error('no user was created')
      const record = created.toObject()
      const token = await createLink({ purpose: 'setPassword', user: record._id, now }, session)
      const entry = { by: actor, at: now, targetKind: 'User', target: record._id }
      await audit({ ...entry, action: 'userCreate', after: userSnapshot(record) }, session)
      return { ok: true, record, token }
    })
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
    return { ok: false, errors: { username: t('people.user.usernameTaken') } }
  }
}

/** Changes an account. The last administrator who can sign in stays one. */
export async function changeUser({
  id,
  revision,
  form,
  actor,
  now,
}: Doing & { id: Types.ObjectId; revision: number; form: UserForm }): Promise<Change<UserRecord>> {
  const errors = await userErrors(form, id)
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  const fields = userFields(form)
  return inTransaction(async session => {
    const before = await findUser(id, session)
    if (!before) throw new NotFound()
    if (before.revision !== revision) {
      return { ok: false, stale: { at: before.updatedAt, current: before } }
    }
    const fault = await lastAdminFault({ before, fields }, session)
    if (fault) return { ok: false, errors: fault }
    const record = await User.findOneAndUpdate(
      { _id: id, revision },
      { $set: fields, $inc: { revision: 1 } },
      { session, returnDocument: 'after' },
    ).lean<UserRecord>()
    if (!record) throw new NotFound()
    const entry = { by: actor, at: now, targetKind: 'User', target: id }
    const states = { before: userSnapshot(before), after: userSnapshot(record) }
    await audit({ ...entry, action: 'userChange', ...states }, session)
    return { ok: true, record }
  })
}

/**
 * Somebody must be left who can administer. Two administrators who demote each other at once meet in the audit
 * sequence: one of the two transactions runs again and sees the other.
 */
async function lastAdminFault(
  { before, fields }: { before: UserRecord; fields: ReturnType<typeof userFields> },
  session: ClientSession,
): Promise<Record<string, string> | null> {
  const was = before.isActive && before.roles.includes('admin')
  const stays = fields.isActive && fields.roles.includes('admin')
  if (!was || stays) return null
  const other = await User.exists({
    _id: { $ne: before._id },
    roles: 'admin',
    isActive: true,
    passwordHash: { $type: 'string' },
  }).session(session)
  if (other) return null
  return { [fields.isActive ? 'roles' : 'isActive']: t('people.user.lastAdmin') }
}

/** A new link for a person who lost the first one or the password; older ones end. Null for an inactive person. */
export async function newPasswordLink({
  id,
  actor,
  now,
}: Doing & { id: Types.ObjectId }): Promise<{ user: UserRecord; token: string } | null> {
  return inTransaction(async session => {
    const user = await findUser(id, session)
    if (!user) throw new NotFound()
    if (!user.isActive) return null
    const token = await createLink({ purpose: 'setPassword', user: id, now }, session)
    const entry = { by: actor, at: now, targetKind: 'User', target: id }
    await audit({ ...entry, action: 'userChange', reason: 'link' }, session)
    return { user, token }
  })
}
