import type { ClientSession } from 'mongoose'
import { Setting } from '../models/Setting.ts'
import { SETTING_DEFAULTS, type SettingName, type SettingValues } from './defaults.ts'

/** One rule as it holds now: what an office saved, else the default. */
export async function setting<N extends SettingName>(
  name: N,
  session?: ClientSession,
): Promise<SettingValues[N]> {
  const saved = await Setting.findOne({ name, regime: '', province: '' })
    .session(session ?? null)
    .lean()
  return (saved?.value as SettingValues[N] | undefined) ?? SETTING_DEFAULTS[name].value
}

/** Every rule with its source, its mark and the revision a form is made from (0: never saved). */
export interface SettingRow<N extends SettingName = SettingName> {
  name: N
  value: SettingValues[N]
  /** Typed source, or the label key of the default's. */
  source: string
  isDefault: boolean
  isChecked: boolean
  revision: number
}

/** All rules, in the order of `SETTING_DEFAULTS`. */
export async function listSettings(): Promise<SettingRow[]> {
  const names = Object.keys(SETTING_DEFAULTS) as SettingName[]
  const saved = await Setting.find({ name: { $in: names }, regime: '', province: '' }).lean()
  return names.map(name => {
    const row = saved.find(one => one.name === name)
    if (!row) return { name, ...SETTING_DEFAULTS[name], isDefault: true, revision: 0 }
    const { source, isChecked, revision } = row
    const value = row.value as SettingValues[typeof name]
    return { name, value, source, isDefault: false, isChecked, revision }
  })
}
