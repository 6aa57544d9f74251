import { isIsoDate, type IsoDate } from '../legal/dates.ts'
import { formats } from '../lib/formats.ts'
import { t } from '../lib/labels.ts'

/** How exactly a day is known (design: a date may have precision); `session` is a meeting without a day. */
export type Precision = 'day' | 'month' | 'quarter' | 'year' | 'session'

/** Everything of `formats` (dates, times, numbers) and dates known only coarsely. */
export const formatters = {
  ...formats,
  /** `T3 01/12/2026`, `Tháng 12/2026`, `Quý IV/2026`, `Năm 2026`; a coarse date never gets an invented day. */
  coarseDate(day: IsoDate, precision: Precision = 'day'): string {
    if (!isIsoDate(day)) return day
    const [year = '', month = ''] = day.split('-')
    const quarter = ['I', 'II', 'III', 'IV'][Math.floor((Number(month) - 1) / 3)]
    if (precision === 'month') return t('format.month', { month, year })
    if (precision === 'quarter') return t('format.quarter', { quarter, year })
    if (precision === 'year') return t('format.year', { year })
    return formats.weekdayDate(day)
  },
}
