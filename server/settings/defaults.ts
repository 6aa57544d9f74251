import type { BeforeDay } from '../legal/orderDay.ts'

/** A rule of the house or of the law that an office may change, with where it comes from. */
export interface SettingDefault<V> {
  value: V
  /** Label key of the source: a document and its article, or "mặc định nội bộ". */
  source: string
  /** Whether someone has compared the value with the text of the source. */
  isChecked: boolean
}

export type DayKind = 'calendar' | 'working'

export interface SettingValues {
  /** N of "the day the trigger was recorded + N". No law gives a number of days (domain 1.5). */
  reviewTermDays: number
  reviewDayKind: DayKind
  /** Working days before the due day on which a reminder is written, furthest first (domain 5.5: no source fixes them). */
  reminderLadder: number[]
  /** Working days overdue after which the head of the unit and the legal lead hear of it. */
  escalateAfterDays: number
  /** Working days overdue after which the director hears of it as well. */
  escalateToDirectorAfterDays: number
  /** How many documents a cascade walks through. */
  cascadeDepth: number
  /** Months between periodic reviews offered for a document with a rhythm. */
  periodicMonths: number
  /** Days before a periodic review falls due on which it opens. */
  periodicLeadDays: number
  /** Whether `trước ngày D` in an order leaves D out. Plain reading (domain 5.1). */
  beforeDay: BeforeDay
}
export type SettingName = keyof SettingValues

const HOUSE = 'settings.source.house'

/** What holds while nobody has changed it: all "mặc định nội bộ", "chưa đối chiếu". */
export const SETTING_DEFAULTS: { [N in SettingName]: SettingDefault<SettingValues[N]> } = {
  reviewTermDays: { value: 30, source: HOUSE, isChecked: false },
  reviewDayKind: { value: 'calendar', source: HOUSE, isChecked: false },
  reminderLadder: { value: [30, 15, 7, 2, 0], source: HOUSE, isChecked: false },
  escalateAfterDays: { value: 5, source: HOUSE, isChecked: false },
  escalateToDirectorAfterDays: { value: 10, source: HOUSE, isChecked: false },
  cascadeDepth: { value: 3, source: HOUSE, isChecked: false },
  periodicMonths: { value: 24, source: HOUSE, isChecked: false },
  periodicLeadDays: { value: 30, source: HOUSE, isChecked: false },
  beforeDay: { value: 'excluded', source: HOUSE, isChecked: false },
}
