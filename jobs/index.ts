import type { Outside } from '../server/outside.ts'
import type { IsoDate } from '../server/legal/dates.ts'

/** What a job did: `failures` names the items that failed while the others went on. */
export interface JobCounts {
  counts: Record<string, number>
  failures: string[]
}

export interface JobContext {
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
  run: (context: JobContext) => Promise<JobCounts>
}
