import { labelOf, ROLES } from '../legal/glossary.ts'
import { t } from '../lib/labels.ts'
import type { UserRecord } from '../models/User.ts'
import { presentErrors } from './fields.ts'

type Errors = Record<string, string>

/** Own account: what the administrator set, and the form for another password. */
export function presentAccount({
  user,
  unitName,
  errors = {},
}: {
  user: UserRecord
  unitName: string
  errors?: Errors
}) {
  const none = t('people.account.none')
  return {
    page: { title: t('people.account.title') },
    rows: [
      { term: t('people.account.name'), text: user.name },
      { term: t('people.account.username'), text: user.username },
      { term: t('people.account.email'), text: user.email || none },
      { term: t('people.account.roles'), text: rolesText(user.roles) || none },
      { term: t('people.account.unit'), text: unitName || none },
    ],
    errors,
    summary: presentErrors(errors, t('people.password.notChanged')),
  }
}

/** The page behind the link by which a person sets a password. */
export function presentSetPassword({
  token,
  user,
  errors = {},
}: {
  token: string
  user: UserRecord
  errors?: Errors
}) {
  const { username, name } = user
  return {
    page: { title: t('people.setPassword.title') },
    sub: t('people.setPassword.sub', { username, name }),
    action: `/set-password/${encodeURIComponent(token)}`,
    username,
    errors,
    summary: presentErrors(errors, t('people.setPassword.notSaved')),
  }
}

/** `Văn thư, Người rà soát` */
export function rolesText(roles: readonly string[]): string {
  return roles.map(role => labelOf(ROLES, role)).join(', ')
}
