import { codes, labelOf, ROLES } from '../legal/glossary.ts'
import { t } from '../lib/labels.ts'
import type { UnitRecord } from '../models/Unit.ts'
import type { UserRecord } from '../models/User.ts'
import type { UserForm } from '../people/userForm.ts'
import { rolesText } from './account.ts'
import { presentAdminTabs, presentRefusal, type Refusal } from './admin.ts'
import { optionsFrom, optionsOf } from './fields.ts'
import { formatters } from './format.ts'

/** Everybody with an account. */
export function presentUsers({ users, units }: { users: UserRecord[]; units: UnitRecord[] }) {
  const unitNames = new Map(units.map(({ _id, name }) => [String(_id), name]))
  return {
    page: { title: t('admin.users.title') },
    adminTabs: presentAdminTabs('users'),
    sub: t('admin.users.count', { n: users.filter(({ isActive }) => isActive).length }),
    rows: users.map(user => ({
      href: `/admin/users/${String(user._id)}`,
      name: user.name,
      username: user.username,
      roles: rolesText(user.roles),
      unit: unitNames.get(String(user.unit)) ?? '',
      state: stateOf(user),
      lastSignIn: user.lastSignInAt ? formatters.moment(user.lastSignInAt) : t('admin.users.never'),
    })),
  }
}

function stateOf(user: UserRecord): string {
  if (!user.isActive) return t('admin.users.inactive')
  return user.passwordHash ? t('admin.users.active') : t('admin.users.noPassword')
}

export const BLANK_USER: UserForm = {
  username: '',
  name: '',
  email: '',
  roles: [],
  unit: '',
  deputy: '',
  isActive: true,
}

/** A record as the form shows it. */
export function userFormOf(user: UserRecord): UserForm {
  return {
    username: user.username,
    name: user.name,
    email: user.email,
    roles: [...user.roles],
    unit: user.unit ? String(user.unit) : '',
    deputy: user.deputy ? String(user.deputy) : '',
    isActive: user.isActive,
  }
}

export interface UserFormFacts {
  /** Null for a new person. `revision` of the record as it is now. */
  user: { id: string; revision: number; name: string } | null
  form: UserForm
  units: UnitRecord[]
  users: UserRecord[]
  refusal?: Refusal
}

/** The form of one account, new or not. */
export function presentUserForm({ user, form, units, users, refusal = {} }: UserFormFacts) {
  const title = user?.name ?? t('admin.users.new')
  const unitChoices = units
    .filter(({ isActive, _id }) => isActive || String(_id) === form.unit)
    .map(({ _id, name }) => ({ value: String(_id), label: name }))
  const deputyChoices = users
    .filter(({ _id }) => String(_id) !== user?.id)
    .map(({ _id, name }) => ({ value: String(_id), label: name }))
  return {
    page: { title },
    adminTabs: presentAdminTabs('users'),
    action: user ? `/admin/users/${user.id}` : '/admin/users',
    linkAction: user && form.isActive ? `/admin/users/${user.id}/link` : null,
    revision: user?.revision ?? 0,
    isNew: user === null,
    form,
    roles: optionsOf(ROLES, form.roles).map(option => ({
      ...option,
      hint: t(`admin.users.roleHint.${option.value}`),
    })),
    units: optionsFrom(unitChoices, form.unit),
    deputies: optionsFrom(deputyChoices, form.deputy),
    ...presentRefusal(refusal, {
      typed: userWords(form, { units, users }),
      label: field => t(`people.user.${field}`),
    }),
  }
}

/** The form's values as a person reads them, by field. */
export function userWords(
  form: UserForm,
  { units, users }: { units: UnitRecord[]; users: UserRecord[] },
): Record<string, string> {
  const nameIn = (records: { _id: unknown; name: string }[], id: string) =>
    records.find(({ _id }) => String(_id) === id)?.name ?? ''
  const { username, name, email, roles, unit, deputy, isActive } = form
  const inOrder = codes(ROLES).filter(role => roles.includes(role))
  return {
    ...{ name, username, email },
    roles: inOrder.map(role => labelOf(ROLES, role)).join(', '),
    unit: nameIn(units, unit),
    deputy: nameIn(users, deputy),
    isActive: t(isActive ? 'admin.yes' : 'admin.no'),
  }
}

/** The link a colleague sets a password by: shown here once, kept nowhere. */
export function presentNewLink({
  user,
  link,
  hours,
}: {
  user: UserRecord
  link: string
  hours: number
}) {
  return {
    page: { title: t('admin.link.title', { name: user.name }) },
    adminTabs: presentAdminTabs('users'),
    text: t('admin.link.text', { name: user.name, username: user.username, hours }),
    link,
  }
}
