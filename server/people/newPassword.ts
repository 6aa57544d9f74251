import { t } from '../lib/labels.ts'
import type { FieldErrors } from './change.ts'
import { passwordFault } from './passwords.ts'

export interface NewPassword {
  password: string
  passwordAgain: string
}

/** What is wrong with a password typed twice, field by field; empty when nothing is. */
export function newPasswordErrors(
  { password, passwordAgain }: NewPassword,
  names: readonly string[],
): FieldErrors {
  const fault = passwordFault(password, names)
  if (fault) return { password: t(fault) }
  const isSame = password.normalize('NFC') === passwordAgain.normalize('NFC')
  return isSame ? {} : { passwordAgain: t('people.password.differs') }
}
