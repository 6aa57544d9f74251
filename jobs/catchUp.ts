import { log } from '../server/lib/log.ts'
import { JobRun, type JobRunRecord } from '../server/models/JobRun.ts'
import type { Outside } from '../server/outside.ts'
import { lastFire } from './fires.ts'
import type { Job } from './job.ts'
import { runJob } from './runJob.ts'

/** A fire taken up within this time is on the clock; later it is made up for. */
const ON_TIME_MS = 60_000

/**
 * Runs the newest fire of each job that nobody has run: at start, at each tick of the clock and every few minutes. A
 * machine asleep for a week runs each job once, because jobs work on state.
 */
export async function catchUp(jobs: readonly Job[], outside: Outside): Promise<JobRunRecord[]> {
  const runs: JobRunRecord[] = []
  for (const job of jobs) {
    try {
      const run = await runLastFire(job, outside)
      if (run) runs.push(run)
    } catch (error) {
      // The database is away: the next sweep asks again.
      log.error({ job: job.name, error }, 'job not started')
    }
  }
  return runs
}

async function runLastFire(job: Job, outside: Outside): Promise<JobRunRecord | null> {
  const now = outside.now()
  const due = lastFire(job, now)
  if (!due || (await JobRun.exists({ job: job.name, due, state: 'done' }))) return null
  const origin = now.getTime() - due.getTime() <= ON_TIME_MS ? 'clock' : 'catchUp'
  return runJob({ job, due, today: outside.today(), origin, outside })
}
