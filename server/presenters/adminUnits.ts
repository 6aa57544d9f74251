import { t } from '../lib/labels.ts'
import type { UnitRecord } from '../models/Unit.ts'
import type { UserRecord } from '../models/User.ts'
import type { UnitForm } from '../people/units.ts'
import { presentAdminTabs, presentRefusal, type Refusal } from './admin.ts'
import { optionsFrom } from './fields.ts'

/** The units of the home body. */
export function presentUnits({ units, users }: { units: UnitRecord[]; users: UserRecord[] }) {
  const names = new Map(users.map(({ _id, name }) => [String(_id), name]))
  return {
    page: { title: t('admin.units.title') },
    adminTabs: presentAdminTabs('units'),
    sub: t('admin.units.count', { n: units.filter(({ isActive }) => isActive).length }),
    rows: units.map(unit => ({
      href: `/admin/units/${String(unit._id)}`,
      name: unit.name,
      shortName: unit.shortName,
      symbols: unit.symbols.join(', '),
      head: names.get(String(unit.head)) ?? '',
      people: users.filter(user => user.isActive && String(user.unit) === String(unit._id)).length,
      state: t(unit.isActive ? 'admin.units.active' : 'admin.units.inactive'),
    })),
  }
}

export const BLANK_UNIT: UnitForm = {
  name: '',
  shortName: '',
  symbols: '',
  head: '',
  isActive: true,
}

/** A record as the form shows it. */
export function unitFormOf(unit: UnitRecord): UnitForm {
  return {
    name: unit.name,
    shortName: unit.shortName,
    symbols: unit.symbols.join(', '),
    head: unit.head ? String(unit.head) : '',
    isActive: unit.isActive,
  }
}

export interface UnitFormFacts {
  /** Null for a new unit. */
  unit: { id: string; revision: number; name: string } | null
  form: UnitForm
  users: UserRecord[]
  refusal?: Refusal
}

/** The form of one unit, new or not. */
export function presentUnitForm({ unit, form, users, refusal = {} }: UnitFormFacts) {
  return {
    page: { title: unit?.name ?? t('admin.units.new') },
    adminTabs: presentAdminTabs('units'),
    action: unit ? `/admin/units/${unit.id}` : '/admin/units',
    revision: unit?.revision ?? 0,
    isNew: unit === null,
    form,
    heads: userOptions(users, form.head),
    ...presentRefusal(refusal, {
      typed: unitWords(form, users),
      label: field => t(`people.unit.${field}`),
    }),
  }
}

/** The form's values as a person reads them, by field. */
export function unitWords(form: UnitForm, users: UserRecord[]): Record<string, string> {
  const { name, shortName, symbols, head, isActive } = form
  return {
    ...{ name, shortName, symbols },
    head: users.find(({ _id }) => String(_id) === head)?.name ?? '',
    isActive: t(isActive ? 'admin.yes' : 'admin.no'),
  }
}

/** Active people as choices, and the chosen one even when inactive. */
export function userOptions(users: UserRecord[], chosen: string) {
  const choices = users
    .filter(({ isActive, _id }) => isActive || String(_id) === chosen)
    .map(({ _id, name }) => ({ value: String(_id), label: name }))
  return optionsFrom(choices, chosen)
}
