import type { IsoDate } from '../legal/dates.ts'
import { labelAt, t } from '../lib/labels.ts'
import type { CalendarYear } from '../settings/workCalendar.ts'
import type { MarkedDay } from '../settings/holidays.ts'
import type { SettingName } from '../settings/defaults.ts'
import { SETTING_CHOICES } from '../settings/readSetting.ts'
import type { SettingRow } from '../settings/setting.ts'
import { nameOfDay } from './deskAside.ts'
import { optionsFrom, presentErrors } from './fields.ts'
import { formatters } from './format.ts'

/** One form of the page that was refused, with what was typed into it. */
export interface RefusedSetting {
  /** `reviewTermDays`, or `calendar2026`. */
  form: string
  error: string
  value: string
  source: string
  isChecked: boolean
}

/** Rules of due days and reminders, and the calendar of working days, each with its source and its mark. */
export function presentSettings({
  rules,
  years,
  today,
  refused,
}: {
  rules: SettingRow[]
  years: (CalendarYear & { lines: string[] })[]
  today: IsoDate
  refused?: RefusedSetting
}) {
  return {
    page: { title: t('settings.title') },
    sub: t('settings.sub'),
    summary: presentErrors(refused && { [refused.form]: refused.error }),
    rules: rules.map(rule => presentRule(rule, refused)),
    years: years.map(year => presentYear(year, { today, refused })),
  }
}

function presentRule(rule: SettingRow, refused?: RefusedSetting) {
  const { name, revision, isDefault } = rule
  const typed = refused?.form === name ? refused : null
  const printed = Array.isArray(rule.value) ? rule.value.join(', ') : String(rule.value)
  const value = typed?.value ?? printed
  const source = isDefault ? t(rule.source) : rule.source
  return {
    ...{ id: name, revision, value, ...marksOf(rule.isChecked, { typed, source }) },
    label: t(`settings.rule.${name}.label`),
    hint: t(`settings.rule.${name}.hint`),
    action: `/admin/settings/rules/${name}`,
    error: typed?.error,
    options: choicesOf(name, value),
  }
}

function choicesOf(name: SettingName, chosen: string) {
  const choices = SETTING_CHOICES[name]?.map(String)
  const labelled = choices?.map(value => ({ value, label: t(`settings.choice.${value}`) }))
  return labelled && optionsFrom(labelled, chosen)
}

function marksOf(
  isChecked: boolean,
  { typed, source }: { typed: RefusedSetting | null; source: string },
) {
  return {
    source: typed?.source ?? source,
    isChecked: typed?.isChecked ?? isChecked,
    tag: { label: t(isChecked ? 'settings.checked' : 'settings.unchecked') },
  }
}

function presentYear(
  { year, days, lines, isChecked, source, revision }: CalendarYear & { lines: string[] },
  { today, refused }: { today: IsoDate; refused?: RefusedSetting | undefined },
) {
  const id = `calendar${year}`
  const typed = refused?.form === id ? refused : null
  return {
    ...{ id, year, revision, current: today.startsWith(String(year)) },
    title: t('settings.calendar.title', { year }),
    ...marksOf(isChecked, { typed, source: source || t('settings.calendar.computed') }),
    days: days.map(presentDay),
    value: typed?.value ?? lines.join('\n'),
    rows: lines.length + 2,
    error: typed?.error,
    action: `/admin/settings/calendar/${year}`,
  }
}

function presentDay({ day, mark, name }: MarkedDay) {
  return {
    day: formatters.weekdayDate(day),
    name: nameOfDay(name),
    mark: t(`settings.mark.${mark}`),
    off: mark === 'holiday' || mark === 'swappedOff',
  }
}

/** The words of a rule in the log and in messages. */
export function ruleName(name: string): string {
  const key = `settings.rule.${name}.label`
  return typeof labelAt(key) === 'string' ? t(key) : name
}
