import { writeNotices } from '../server/remind/writeNotices.ts'
import { flagOverdue } from '../server/review/flagOverdue.ts'
import { openPeriodicReviews } from '../server/review/openPeriodicReviews.ts'
import { repairIndex } from '../server/search/repairIndex.ts'
import { applyForceDates } from './applyForceDates.ts'
import type { Job } from './job.ts'

/** Late: a whole day and two hours without a success. */
const DAILY = 26

/** Every scheduled job, in the order of the day. Times are Việt Nam time. */
export const JOBS: readonly Job[] = [
  {
    name: 'apply-force-dates',
    at: '5 0 * * *',
    lateAfterHours: DAILY,
    run: ({ today }) => applyForceDates(today),
  },
  {
    name: 'open-periodic-reviews',
    at: '15 0 * * *',
    lateAfterHours: DAILY,
    run: openPeriodicReviews,
  },
  {
    name: 'flag-overdue',
    at: '20 0 * * *',
    lateAfterHours: DAILY,
    run: ({ today }) => flagOverdue(today),
  },
  {
    name: 'write-notices',
    at: '0 7 * * *',
    lateAfterHours: DAILY,
    run: ({ today }) => writeNotices(today),
  },
  {
    name: 'repair-search-index',
    at: '*/10 * * * *',
    lateAfterHours: 1,
    run: async () => ({ counts: await repairIndex(), failures: [] }),
  },
]

/** The job of a name, or undefined. */
export function findJob(name: string): Job | undefined {
  return JOBS.find(job => job.name === name)
}
