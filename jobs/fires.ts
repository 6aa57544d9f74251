import { Cron } from 'croner'
import type { Job } from './job.ts'

export const TIME_ZONE = 'Asia/Ho_Chi_Minh'

/** The newest instant at or before `now` at which a job was due. */
export function lastFire(job: Job, now: Date): Date | null {
  const cron = new Cron(job.at, { timezone: TIME_ZONE, paused: true })
  // `previousRuns` leaves out the second it is asked in.
  return cron.previousRuns(1, new Date(now.getTime() + 1000))[0] ?? null
}

/** The next instant after `now` at which it is due. */
export function nextFire(job: Job, now: Date): Date | null {
  return new Cron(job.at, { timezone: TIME_ZONE, paused: true }).nextRun(now)
}
