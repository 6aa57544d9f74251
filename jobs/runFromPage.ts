import { audit } from '../server/audit/audit.ts'
import { inTransaction } from '../server/lib/mongo.ts'
import type { JobRunRecord } from '../server/models/JobRun.ts'
import type { Outside } from '../server/outside.ts'
import type { Actor } from '../server/people/actor.ts'
import type { Job } from './job.ts'
import { runByHand } from './runByHand.ts'

/** «Chạy ngay» on the page of jobs: runs it at once and writes down who asked. */
export async function runFromPage(
  job: Job,
  { actor, outside }: { actor: Actor; outside: Outside },
): Promise<JobRunRecord | null> {
  const run = await runByHand(job, { outside })
  const counts = run?.counts as Record<string, number> | undefined
  const after = { job: job.name, state: run?.state, counts }
  await inTransaction(session =>
    audit(
      {
        ...{ action: 'jobRun', by: actor, at: outside.now(), targetKind: 'JobRun', after },
        ...(run && { target: run._id }),
      },
      session,
    ),
  )
  return run
}
