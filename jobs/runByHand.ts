import type { IsoDate } from '../server/legal/dates.ts'
import type { JobRunRecord } from '../server/models/JobRun.ts'
import type { Outside } from '../server/outside.ts'
import { findHomeBody } from '../server/people/homeBody.ts'
import { JOBS } from './index.ts'
import type { Job } from './job.ts'
import { runJob } from './runJob.ts'

/**
 * Runs a job now, by hand. It is due "now", so it takes nothing from the clock's own runs; what it does stands in the
 * data, so the clock's run after it finds nothing left to do.
 */
export async function runByHand(
  job: Job,
  { outside, today = outside.today() }: { outside: Outside; today?: IsoDate },
): Promise<JobRunRecord | null> {
  return runJob({ job, due: outside.now(), today, origin: 'hand', outside })
}

/** Every job that is due on a day, in the order of the day. */
export async function runDayByHand(
  today: IsoDate,
  outside: Outside,
): Promise<{ job: Job; run: JobRunRecord | null }[]> {
  const runs = []
  for (const job of JOBS) runs.push({ job, run: await runByHand(job, { outside, today }) })
  return runs
}

/** A made-up day writes made-up history: only demo and test registers accept it. */
export async function acceptsOtherDay(): Promise<boolean> {
  const home = await findHomeBody()
  return home?.kind === 'demo' || home?.kind === 'test'
}
