import { t } from '../lib/labels.ts'
import type { LinkView, PageHead } from './page.ts'

export type ErrorKind =
  | 'malformed'
  | 'signIn'
  | 'forbidden'
  | 'token'
  | 'notFound'
  | 'tooLarge'
  | 'unavailable'
  | 'failed'

export interface ErrorView {
  kind: ErrorKind
  page: PageHead
  title: string
  text: string
  /** Where to go from here. */
  link: LinkView
  [key: string]: unknown
}

/** What went wrong and what to do, in words for the person at the screen. */
export function presentError({
  kind,
  requestId,
  signedIn,
}: {
  kind: ErrorKind
  requestId: string
  signedIn: boolean
}): ErrorView {
  const title = t(`errors.${kind}.title`)
  return {
    kind,
    page: { title },
    title,
    text: t(`errors.${kind}.text`, { id: requestId }),
    link:
      signedIn && kind !== 'signIn'
        ? { href: '/', label: t('errors.toDesk') }
        : { href: '/sign-in', label: t('layout.signIn') },
  }
}
