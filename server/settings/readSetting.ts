import { isIsoDate, parseTypedDate, printDate } from '../legal/dates.ts'
import type { SettingName, SettingValues } from './defaults.ts'
import type { DayMark, MarkedDay } from './holidays.ts'

type Read<T> = { ok: true; value: T } | { ok: false; error: string }

/** Bounds of the rules that are whole numbers. */
const BOUNDS: Partial<Record<SettingName, [least: number, most: number]>> = {
  reviewTermDays: [1, 365],
  escalateAfterDays: [1, 60],
  escalateToDirectorAfterDays: [1, 120],
  cascadeDepth: [1, 6],
  periodicMonths: [1, 120],
  periodicLeadDays: [0, 365],
}
const LONGEST_STEP = 120

/** Rules that are one of a few words, labelled under `settings.choice.*`. */
export const SETTING_CHOICES: Partial<Record<SettingName, readonly SettingValues[SettingName][]>> =
  {
    reviewDayKind: ['calendar', 'working'],
    beforeDay: ['excluded', 'included'],
  }

/** A rule as typed. `error` is a label key. */
export function readSetting(name: SettingName, typed: string): Read<SettingValues[SettingName]> {
  const choices = SETTING_CHOICES[name]
  if (choices) {
    const value = choices.find(choice => choice === typed)
    return value ? { ok: true, value } : { ok: false, error: 'settings.error.choice' }
  }
  if (name === 'reminderLadder') return readLadder(typed)
  const [least, most] = BOUNDS[name] ?? [0, 0]
  const value = Number(typed)
  return /^\d{1,3}$/u.test(typed) && value >= least && value <= most
    ? { ok: true, value }
    : { ok: false, error: 'settings.error.number' }
}

/** Least and most of a rule that is a number, for its error. */
export function boundsOf(name: SettingName): [number, number] {
  return BOUNDS[name] ?? [0, LONGEST_STEP]
}

/** «30, 15, 7, 2, 0»: furthest first, each once. */
function readLadder(typed: string): Read<number[]> {
  const parts = typed.split(/[\s,;]+/u).filter(Boolean)
  const steps = [...new Set(parts.map(Number))].sort((a, b) => b - a)
  const isFine = parts.every(part => /^\d{1,3}$/u.test(part)) && steps.length > 0
  return isFine && (steps[0] ?? 0) <= LONGEST_STEP
    ? { ok: true, value: steps }
    : { ok: false, error: 'settings.error.ladder' }
}

const MARKS: Record<string, DayMark> = {
  nghỉ: 'holiday',
  'hoán đổi': 'swappedOff',
  'làm bù': 'swappedOn',
  'ghi chú': 'note',
}

/** A day of a calendar as a line of text: «02/01/2026 | hoán đổi | Nghỉ hoán đổi». */
export function printDay({ day, mark, name }: MarkedDay): string {
  const word = Object.keys(MARKS).find(key => MARKS[key] === mark) ?? ''
  return `${printDate(day)} | ${word} | ${name}`
}

/** The lines of a calendar as typed. `line` is the first that cannot be read. */
export function readDays(
  typed: string,
  year: number,
): { ok: true; value: MarkedDay[] } | { ok: false; line: number } {
  const days = new Map<string, MarkedDay>()
  for (const [index, line] of typed.normalize('NFC').split('\n').entries()) {
    if (!line.trim()) continue
    const [date = '', word = '', name = ''] = line.split('|').map(part => part.trim())
    const day = parseTypedDate(date)
    const mark = MARKS[word.toLowerCase()]
    const isFine = day && isIsoDate(day) && day.startsWith(`${year}-`) && mark
    if (!isFine) return { ok: false, line: index + 1 }
    days.set(day, { day, mark, name })
  }
  return { ok: true, value: [...days.values()].sort((a, b) => a.day.localeCompare(b.day)) }
}
