import { addDays, type IsoDate } from '../../server/legal/dates.ts'
import type { Outside } from '../../server/outside.ts'

/** The outside world as it stood `daysAgo` days before the loading, at a clock time of Việt Nam. Mail is never sent. */
export function outsideOn(loading: IsoDate, daysAgo: number, clock = '08:30'): Outside {
  const day = addDays(loading, -daysAgo)
  return {
    today: () => day,
    now: () => new Date(`${day}T${clock}:00+07:00`),
    sendMail: () => Promise.resolve(),
  }
}
