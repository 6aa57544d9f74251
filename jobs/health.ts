import { JobRun, type JobRunRecord } from '../server/models/JobRun.ts'
import { nextFire } from './fires.ts'
import { JOBS } from './index.ts'
import type { Job } from './job.ts'

export interface JobHealth {
  name: string
  /** Neither late nor failed the last time. */
  ok: boolean
  late: boolean
  lastSuccess: Date | null
  lastRun: JobRunRecord | null
  nextRun: Date | null
}

/** How each job stands. `ok` is false when the last success of one is too old: then /health says so too. */
export async function jobsHealth(now: Date): Promise<{ ok: boolean; jobs: JobHealth[] }> {
  const jobs = await Promise.all(JOBS.map(job => healthOf(job, now)))
  return { ok: jobs.every(({ late }) => !late), jobs }
}

async function healthOf(job: Job, now: Date): Promise<JobHealth> {
  const latest = (filter: object) =>
    JobRun.findOne({ job: job.name, ...filter })
      .sort({ startedAt: -1 })
      .lean<JobRunRecord>()
  const [lastRun, success] = await Promise.all([latest({}), latest({ state: 'done' })])
  const lastSuccess = success?.finishedAt ?? success?.startedAt ?? null
  const late = await isLate(job, { lastSuccess, now })
  return {
    name: job.name,
    ok: !late && lastRun?.state !== 'failed',
    late,
    lastSuccess,
    lastRun,
    nextRun: nextFire(job, now),
  }
}

/** A job that has never succeeded counts from its first attempt; one never tried is new, not late. */
async function isLate(
  job: Job,
  { lastSuccess, now }: { lastSuccess: Date | null; now: Date },
): Promise<boolean> {
  const first = lastSuccess
    ? null
    : await JobRun.findOne({ job: job.name }).sort({ startedAt: 1 }).lean()
  const since = lastSuccess ?? first?.startedAt
  return since ? now.getTime() - since.getTime() > job.lateAfterHours * 3_600_000 : false
}
