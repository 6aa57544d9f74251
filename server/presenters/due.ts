import type { IsoDate } from '../legal/dates.ts'
import { t } from '../lib/labels.ts'
import { formatters, type Precision } from './format.ts'

/** `late` is filled, `soon` is outlined (two working days or fewer); both only where they are named. */
export interface DueView {
  main: string
  sub?: string
  mainTone?: 'late'
  subTone?: 'soon'
}

export interface DueFacts {
  dueOn?: IsoDate | null
  precision?: Precision
  today: IsoDate
  /** Working days from today to the due day; how many have passed since, as a negative, when it is over. */
  workingDaysLeft: number
  /** The name of a meeting («Kỳ họp cuối năm 2026»), for precision `session`. */
  session?: string
}

const SOON = 2

/** When something falls due: weekday and date, then working days. Filled when overdue, outlined at two days or fewer. */
export function presentDue(facts: DueFacts): DueView {
  const { dueOn, precision = 'day', today, workingDaysLeft } = facts
  if (precision === 'session')
    return { main: facts.session ?? t('components.due.none'), sub: t('components.due.noDay') }
  if (!dueOn) return { main: t('components.due.none') }
  if (precision !== 'day') return coarse(dueOn, precision)
  const date = formatters.weekdayDate(dueOn)
  if (dueOn < today) return overdue(date, Math.abs(workingDaysLeft))
  if (dueOn === today) return { main: date, sub: t('components.due.today'), subTone: 'soon' }
  const sub = t('components.due.left', { n: workingDaysLeft })
  return workingDaysLeft <= SOON ? { main: date, sub, subTone: 'soon' } : { main: date, sub }
}

function overdue(date: string, days: number): DueView {
  return {
    // Over the weekend no working day has passed yet.
    main: days > 0 ? t('components.due.overdue', { n: days }) : t('components.due.over'),
    sub: t('components.due.dueOn', { date }),
    mainTone: 'late',
  }
}

function coarse(dueOn: IsoDate, precision: 'month' | 'quarter' | 'year'): DueView {
  const words = {
    month: 'components.due.toMonth',
    quarter: 'components.due.toQuarter',
    year: 'components.due.toYear',
  }
  return { main: formatters.coarseDate(dueOn, precision), sub: t(words[precision]) }
}
