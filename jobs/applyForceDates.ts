import { projectForceStatus } from '../server/catalogue/effects/projectForceStatus.ts'
import type { IsoDate } from '../server/legal/dates.ts'
import { LegalDocument } from '../server/models/LegalDocument.ts'
import type { JobCounts } from './job.ts'

const BATCH = 200

/** Refreshes the force status of every registered document whose projection is not of this day. */
export async function applyForceDates(today: IsoDate): Promise<JobCounts> {
  const counts = { seen: 0, changed: 0 }
  for (;;) {
    const behind = await LegalDocument.find(
      { state: 'confirmed', forceStatusOn: { $ne: today } },
      { _id: 1 },
    )
      .limit(BATCH)
      .lean()
    if (behind.length === 0) return { counts, failures: [] }
    counts.seen += behind.length
    counts.changed += await projectForceStatus(
      behind.map(({ _id }) => _id),
      today,
    )
  }
}
