import { findProvince } from '../legal/provinces.ts'
import { t } from '../lib/labels.ts'
import type { HomeBodyRecord } from '../models/HomeBody.ts'
import type { UserRecord } from '../models/User.ts'
import type { HomeBodyForm } from '../people/homeBody.ts'
import { presentAdminTabs, presentRefusal, type Refusal } from './admin.ts'
import { userOptions } from './adminUnits.ts'
import { provinceOptions } from './firstAdmin.ts'

export type HomeForm = HomeBodyForm & { director: string }

/** The record as the form shows it. */
export function homeFormOf(home: HomeBodyRecord): HomeForm {
  return {
    name: home.name,
    superiorName: home.superiorName,
    province: home.provinceCode,
    abbreviations: home.abbreviations.join(', '),
    director: home.director ? String(home.director) : '',
  }
}

/** Whose register this is. */
export function presentHomeForm({
  revision,
  form,
  users,
  refusal = {},
}: {
  revision: number
  form: HomeForm
  users: UserRecord[]
  refusal?: Refusal
}) {
  return {
    page: { title: t('admin.home.title') },
    adminTabs: presentAdminTabs('home'),
    revision,
    form,
    provinces: provinceOptions(form.province),
    directors: userOptions(users, form.director),
    ...presentRefusal(refusal, {
      typed: homeWords(form, users),
      label: field => t(`people.home.${field}`),
    }),
  }
}

/** The form's values as a person reads them, by field. */
export function homeWords(form: HomeForm, users: UserRecord[]): Record<string, string> {
  const { name, superiorName, province, abbreviations, director } = form
  return {
    ...{ name, superiorName },
    province: findProvince(province)?.name ?? '',
    abbreviations,
    director: users.find(({ _id }) => String(_id) === director)?.name ?? '',
  }
}
