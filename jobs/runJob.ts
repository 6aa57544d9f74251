import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import type { IsoDate } from '../server/legal/dates.ts'
import { log } from '../server/lib/log.ts'
import { isDuplicateKey } from '../server/lib/mongo.ts'
import { JobRun, type JobRunRecord } from '../server/models/JobRun.ts'
import type { Outside } from '../server/outside.ts'
import type { Job, JobCounts } from './job.ts'

/** A run whose machine died is taken over this long after its last sign of life. */
const LEASE_MS = 2 * 60_000
const HEARTBEAT_MS = 30_000
/** A failed run is tried again by the sweep, this often and not sooner than this. */
const MAX_ATTEMPTS = 5
const RETRY_AFTER_MS = 4 * 60_000
const MAX_FAILURES_KEPT = 50

/** Who claims, in the row of the run: this process. */
const OWNER = `${hostname()}:${process.pid}:${randomUUID().slice(0, 8)}`

export interface RunWanted {
  job: Job
  /** The instant it was due: the key of the claim together with the job's name. */
  due: Date
  today: IsoDate
  origin: 'clock' | 'catchUp' | 'hand'
  outside: Outside
  owner?: string
}

/**
 * Runs a job once for one due instant, whoever else wants to: the unique insert is the claim. A run left by a dead
 * machine, or one that failed, is claimed again. Null when it is somebody else's, or done.
 * A failure is written in the row and the log, never thrown.
 */
export async function runJob(wanted: RunWanted): Promise<JobRunRecord | null> {
  const run = (await claim(wanted)) ?? (await claimAgain(wanted))
  if (!run) return null
  const heartbeat = setInterval(() => void extendLease(run), HEARTBEAT_MS)
  heartbeat.unref()
  try {
    const { today, outside, job } = wanted
    return await finish(run, await job.run({ today, now: outside.now(), outside }))
  } catch (error) {
    log.error({ job: wanted.job.name, error }, 'job failed')
    const reason = error instanceof Error ? error.message : String(error)
    return await finish(run, { counts: {}, failures: [reason] }, 'failed')
  } finally {
    clearInterval(heartbeat)
  }
}

async function claim({ job, due, today, origin, owner = OWNER }: RunWanted) {
  const at = new Date()
  try {
    const run = await JobRun.create({
      job: job.name,
      due,
      today,
      origin,
      claimedBy: owner,
      leaseUntil: leaseFrom(at),
      startedAt: at,
    })
    return run.toObject() as JobRunRecord
  } catch (error) {
    if (isDuplicateKey(error)) return null
    throw error
  }
}

function claimAgain({ job, due, today, owner = OWNER }: RunWanted): Promise<JobRunRecord | null> {
  const at = new Date()
  const retry = new Date(at.getTime() - RETRY_AFTER_MS)
  return JobRun.findOneAndUpdate(
    {
      job: job.name,
      due,
      attempts: { $lt: MAX_ATTEMPTS },
      $or: [
        { state: 'running', leaseUntil: { $lt: at } },
        { state: 'failed', finishedAt: { $lt: retry } },
      ],
    },
    {
      $set: { state: 'running', today, claimedBy: owner, leaseUntil: leaseFrom(at), startedAt: at },
      $unset: { finishedAt: 1 },
      $inc: { attempts: 1 },
    },
    { returnDocument: 'after' },
  ).lean<JobRunRecord>()
}

function leaseFrom(at: Date): Date {
  return new Date(at.getTime() + LEASE_MS)
}

async function extendLease({ _id, claimedBy, attempts }: JobRunRecord): Promise<void> {
  try {
    await JobRun.updateOne(
      { _id, claimedBy, attempts, state: 'running' },
      { leaseUntil: leaseFrom(new Date()) },
    )
  } catch (error) {
    log.warn({ error }, 'lease of a job run not extended')
  }
}

/** Writes the end of a run, unless it has been taken over meanwhile. Items that failed make the run a failed one. */
async function finish(
  { _id, claimedBy, attempts }: JobRunRecord,
  { counts, failures }: JobCounts,
  state: 'done' | 'failed' = failures.length > 0 ? 'failed' : 'done',
): Promise<JobRunRecord | null> {
  return JobRun.findOneAndUpdate(
    { _id, claimedBy, attempts },
    {
      $set: {
        state,
        counts,
        failures: failures.slice(0, MAX_FAILURES_KEPT),
        finishedAt: new Date(),
      },
      $unset: { leaseUntil: 1 },
    },
    { returnDocument: 'after' },
  ).lean<JobRunRecord>()
}
