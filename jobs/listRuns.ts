import { JobRun, type JobRunRecord } from '../server/models/JobRun.ts'
import { jobsHealth, type JobHealth } from './health.ts'
import { findJob } from './index.ts'

export interface JobSheet {
  health: JobHealth
  /** Cron line. */
  at: string
  /** The last fourteen, newest first. */
  runs: JobRunRecord[]
}

const SHOWN = 14
const CAUGHT_UP_SHOWN = 5

/** Every job with its last runs, and the runs lately made up for. */
export async function listRuns(now: Date): Promise<{ jobs: JobSheet[]; caughtUp: JobRunRecord[] }> {
  const { jobs } = await jobsHealth(now)
  const sheets = jobs.map(async (health): Promise<JobSheet> => {
    const runs = await JobRun.find({ job: health.name })
      .sort({ startedAt: -1 })
      .limit(SHOWN)
      .lean<JobRunRecord[]>()
    return { health, at: findJob(health.name)?.at ?? '', runs }
  })
  const caughtUp = JobRun.find({ origin: 'catchUp', job: { $ne: 'repair-search-index' } })
    .sort({ startedAt: -1 })
    .limit(CAUGHT_UP_SHOWN)
    .lean<JobRunRecord[]>()
  return { jobs: await Promise.all(sheets), caughtUp: await caughtUp }
}
