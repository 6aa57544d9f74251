import { isValidObjectId, Types } from 'mongoose'
import { codes, ROLES, type Role } from '../legal/glossary.ts'
import { t } from '../lib/labels.ts'
import { Unit } from '../models/Unit.ts'
import { User, type UserRecord } from '../models/User.ts'
import { oneLine, type FieldErrors } from './change.ts'
import { isUsername, usernameFrom } from './usernames.ts'

/** The fields of the form, as posted. */
export interface UserForm {
  username: string
  name: string
  email: string
  roles: string[]
  unit: string
  deputy: string
  isActive: boolean
}

/** An address mail can be sent to: nothing that could end a header or begin another address. */
const EMAIL = /^[^\s@<>()[\]"',;:\\]+@[^\s@<>()[\]"',;:\\]+\.[^\s@<>()[\]"',;:\\.]+$/u

/** What is kept of the form. */
export function userFields(form: UserForm) {
  return {
    username: usernameFrom(form.username),
    name: oneLine(form.name),
    email: oneLine(form.email),
    roles: form.roles.filter((role): role is Role => codes(ROLES).includes(role as Role)),
    unit: idFrom(form.unit),
    deputy: idFrom(form.deputy),
    isActive: form.isActive,
  }
}

/** A chosen record; null for “none”. */
export function idFrom(value: string): Types.ObjectId | null {
  return isValidObjectId(value) && value.length === 24 ? new Types.ObjectId(value) : null
}

/** What is wrong with the form, field by field. `id`: whose it is, absent for a new person. */
export async function userErrors(form: UserForm, id?: Types.ObjectId): Promise<FieldErrors> {
  const fields = userFields(form)
  const isTaken = await User.exists({ username: fields.username, _id: { $ne: id } })
  return {
    ...textErrors(fields),
    ...(isTaken && { username: t('people.user.usernameTaken') }),
    ...(await linkErrors(form, id)),
  }
}

function textErrors({ username, name, email, roles }: ReturnType<typeof userFields>): FieldErrors {
  const errors: FieldErrors = {}
  if (name === '') errors.name = t('people.user.nameMissing')
  if (name.length > 120) errors.name = t('people.tooLong', { n: 120 })
  if (!isUsername(username)) errors.username = t('people.user.usernameOdd')
  if (email !== '' && (!EMAIL.test(email) || email.length > 200)) {
    errors.email = t('people.user.emailOdd')
  }
  if (roles.length === 0) errors.roles = t('people.user.rolesMissing')
  return errors
}

async function linkErrors(form: UserForm, id?: Types.ObjectId): Promise<FieldErrors> {
  const errors: FieldErrors = {}
  const { unit, deputy } = userFields(form)
  const hasUnit = form.unit === '' || (unit !== null && (await Unit.exists({ _id: unit })))
  if (!hasUnit) errors.unit = t('people.chooseListed')
  const hasDeputy = form.deputy === '' || (deputy !== null && (await User.exists({ _id: deputy })))
  if (!hasDeputy) errors.deputy = t('people.chooseListed')
  if (id && deputy?.equals(id)) errors.deputy = t('people.user.deputySelf')
  return errors
}

/** What the log keeps of a person: everything but the password. */
export function userSnapshot(user: UserRecord) {
  const { username, name, email, roles, isActive } = user
  return {
    ...{ username, name, email, roles: [...roles] },
    ...{ unit: user.unit ?? null, deputy: user.deputy ?? null, isActive },
  }
}
