import type { IsoDate } from '../server/legal/dates.ts'
import type { Outside } from '../server/outside.ts'

/** What a job did; `failures` names the items that failed while the others went on. */
export interface JobCounts {
  counts: Record<string, number>
  failures: string[]
}

export interface JobContext {
  /** The legal day the job works for. */
  today: IsoDate
  now: Date
  outside: Outside
}

export interface Job {
  name: string
  /** Cron line on the clock of Việt Nam. */
  at: string
  /** A last success older than this is late. */
  lateAfterHours: number
  /** Works on state ("due and not yet done"), so that one late run equals many on time and a second changes nothing. */
  run: (context: JobContext) => Promise<JobCounts>
}
