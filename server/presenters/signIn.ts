import { t } from '../lib/labels.ts'
import type { ErrorSummaryView, PageHead } from './page.ts'

export interface SignInView {
  page: PageHead
  username: string
  returnTo: string
  /** Nobody can sign in yet: the one-time link at the terminal comes first. */
  isNew: boolean
  summary: ErrorSummaryView
  [key: string]: unknown
}

export type SignInFailure =
  { reason: 'wrong' | 'inactive' } | { reason: 'limited'; minutes: number }

/** The sign-in page. What was typed stays, except the password. */
export function presentSignIn(facts: {
  username: string
  returnTo: string
  isNew: boolean
  failure?: SignInFailure
}): SignInView {
  const { username, returnTo, isNew, failure } = facts
  return {
    page: { title: t('people.signIn.title') },
    username,
    returnTo,
    isNew,
    summary: failure ? summaryOf(failure) : { title: '', errors: [] },
  }
}

function summaryOf(failure: SignInFailure): ErrorSummaryView {
  const minutes = failure.reason === 'limited' ? failure.minutes : 0
  const text = t(`people.signIn.failure.${failure.reason}`, { minutes })
  const href = failure.reason === 'wrong' ? { href: '#username' } : {}
  return { title: t('people.signIn.failed'), errors: [{ ...href, text }] }
}
