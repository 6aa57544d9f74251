import type { ClientSession } from 'mongoose'
import { audit } from '../audit/audit.ts'
import type { Role } from '../legal/glossary.ts'
import { t } from '../lib/labels.ts'
import { inTransaction, isDuplicateKey } from '../lib/mongo.ts'
import { HomeBody } from '../models/HomeBody.ts'
import { Unit } from '../models/Unit.ts'
import { User, type UserRecord } from '../models/User.ts'
import { LINES, oneLine, partsOf, type FieldErrors } from './change.ts'
import { homeBodyErrors, homeBodyFields, type HomeBodyForm } from './homeBody.ts'
import { newPasswordErrors, type NewPassword } from './newPassword.ts'
import { createLink, findLink, useLink } from './oneTimeLinks.ts'
import { hashPassword, passwordMark } from './passwords.ts'
import { actorFrom } from './sessionActor.ts'
import { isUsername, usernameFrom } from './usernames.ts'
import { hasUsers } from './users.ts'

/** One person can run a new register alone: takes documents in, leads, administers. A second one approves. */
export const FIRST_ROLES: Role[] = ['admin', 'legalLead', 'clerk']

export interface FirstAdminForm extends HomeBodyForm, NewPassword {
  adminName: string
  username: string
  /** One unit a line. */
  units: string
}

/** A token for the terminal of a register nobody can sign in to yet; null when somebody can. */
export async function firstAdminToken(now: Date): Promise<string | null> {
  if (await hasUsers()) return null
  return inTransaction(session => createLink({ purpose: 'firstAdmin', now }, session))
}

/** Whether the link of the first start can still be used. */
export async function isFirstAdminLink(token: string, now: Date): Promise<boolean> {
  if (await hasUsers()) return false
  return (await findLink({ token, purpose: 'firstAdmin', now })) !== null
}

export type FirstAdminResult =
  | { ok: true; userId: string; passwordMark: string }
  | { ok: false; errors: FieldErrors }
  | { ok: false; spent: true }

/** Finishes the first start: the home body, its units and the first administrator, all or nothing. */
export async function createFirstAdmin({
  token,
  form,
  now,
}: {
  token: string
  form: FirstAdminForm
  now: Date
}): Promise<FirstAdminResult> {
  const errors = firstAdminErrors(form)
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  const passwordHash = await hashPassword(form.password)
  try {
    const user = await inTransaction(async session => {
      const isTaken = (await User.exists({}).session(session)) !== null
      if (isTaken || !(await useLink({ token, purpose: 'firstAdmin', now }, session))) return null
      return createAll({ form, passwordHash, now }, session)
    })
    if (!user) return { ok: false, spent: true }
    return { ok: true, userId: String(user._id), passwordMark: passwordMark(passwordHash) }
  } catch (error) {
    // Two links used at the same instant: the other one was faster.
    if (isDuplicateKey(error)) return { ok: false, spent: true }
    throw error
  }
}

export function firstAdminErrors(form: FirstAdminForm): FieldErrors {
  const username = usernameFrom(form.username)
  const names = [username, form.adminName, form.name]
  return {
    ...(oneLine(form.adminName) === '' && { adminName: t('people.user.nameMissing') }),
    ...(!isUsername(username) && { username: t('people.user.usernameOdd') }),
    ...newPasswordErrors(form, names),
    ...homeBodyErrors(form),
  }
}

async function createAll(
  { form, passwordHash, now }: { form: FirstAdminForm; passwordHash: string; now: Date },
  session: ClientSession,
): Promise<UserRecord> {
  const home = homeBodyFields(form)
  const units = partsOf(form.units, LINES)
  const username = usernameFrom(form.username)
  const person = { username, name: oneLine(form.adminName), roles: FIRST_ROLES }
  const [user] = await User.create([{ ...person, passwordHash, lastSignInAt: now }], { session })
  if (!user) throw new Error('no user was created')
  await HomeBody.create([home], { session })
  if (units.length > 0)
    await Unit.insertMany(
      units.map(name => ({ name })),
      { session },
    )
  const record = user.toObject()
  await audit(
    {
      action: 'firstAdmin',
      by: actorFrom(record),
      at: now,
      targetKind: 'User',
      target: record._id,
      after: { ...person, home, units },
    },
    session,
  )
  return record
}
