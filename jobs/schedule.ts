import { schedule } from 'node-cron'
import type { Services } from '../server/services.ts'
import { catchUp } from './catchUp.ts'
import { TIME_ZONE } from './fires.ts'
import { JOBS } from './index.ts'

const SWEEP_MS = 3 * 60_000

/**
 * Starts the clock of the jobs. node-cron is the wake-up call, not the memory: what has run stands in `JobRun`, and what
 * was missed is run at start and every few minutes. The returned `stop` waits for what is running.
 */
export function startJobs({ outside }: Services): { stop: () => Promise<void> } {
  // One after the other: two jobs of one minute do not wait for the same documents.
  let running: Promise<unknown> = Promise.resolve()
  let stopped = false
  const wake = (jobs = JOBS): Promise<unknown> => {
    running = running.then(() => (stopped ? undefined : catchUp(jobs, outside)))
    return running
  }
  const tasks = JOBS.map(job =>
    schedule(job.at, () => wake([job]), {
      timezone: TIME_ZONE,
      noOverlap: true,
      name: job.name,
    }),
  )
  const sweep = setInterval(() => void wake(), SWEEP_MS)
  sweep.unref()
  void wake()
  return {
    async stop() {
      stopped = true
      clearInterval(sweep)
      for (const task of tasks) await task.destroy()
      await running
    },
  }
}

export { jobsHealth } from './health.ts'
