import { allProvinces } from '../legal/provinces.ts'
import { t } from '../lib/labels.ts'
import { optionsFrom, presentErrors, type OptionView } from './fields.ts'
import type { ErrorSummaryView, PageHead } from './page.ts'

/** What was typed into the form of the first start; passwords are not typed back. */
export interface FirstAdminTyped {
  adminName: string
  username: string
  name: string
  superiorName: string
  province: string
  abbreviations: string
  units: string
}

export interface FirstAdminView {
  page: PageHead
  action: string
  form: FirstAdminTyped
  provinces: OptionView[]
  errors: Record<string, string>
  summary: ErrorSummaryView
  [key: string]: unknown
}

const BLANK: FirstAdminTyped = {
  adminName: '',
  username: '',
  name: '',
  superiorName: '',
  province: '',
  abbreviations: '',
  units: '',
}

/** The one form of the first start. */
export function presentFirstAdmin({
  token,
  form = BLANK,
  errors = {},
}: {
  token: string
  form?: FirstAdminTyped
  errors?: Record<string, string>
}): FirstAdminView {
  const n = Object.keys(errors).length
  return {
    page: { title: t('people.firstAdmin.title') },
    action: `/first-admin/${encodeURIComponent(token)}`,
    form,
    provinces: provinceOptions(form.province),
    errors,
    summary: presentErrors(errors, t('people.firstAdmin.notSaved', { n })),
  }
}

/** The provinces and cities of today, by name. */
export function provinceOptions(chosen: string): OptionView[] {
  const choices = allProvinces()
    .filter(({ isCurrent }) => isCurrent)
    .map(({ code, name }) => ({ value: code, label: name }))
  return optionsFrom(choices, chosen)
}

/** The page behind a one-time link that does not work (any more). */
export function presentSpentLink(purpose: 'firstAdmin' | 'setPassword') {
  return { page: { title: t('people.spent.title') }, text: t(`people.spent.${purpose}`) }
}
