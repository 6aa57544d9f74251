import type { ClientSession } from 'mongoose'
import type { IsoDate } from '../legal/dates.ts'
import type { WorkCalendar } from '../legal/workingDays.ts'
import { setting } from '../settings/setting.ts'
import { workCalendar } from '../settings/workCalendar.ts'

export interface DueRules {
  term: { days: number; kind: 'calendar' | 'working' }
  calendar: WorkCalendar
}

/** The settings that `dueOn` takes, as they hold now. */
export async function dueRules(today: IsoDate, session?: ClientSession): Promise<DueRules> {
  const days = await setting('reviewTermDays', session)
  const kind = await setting('reviewDayKind', session)
  return { term: { days, kind }, calendar: await workCalendar(today, session) }
}
