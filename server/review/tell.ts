import type { ClientSession, Types } from 'mongoose'
import type { IsoDate } from '../legal/dates.ts'
import { Notice } from '../models/Notice.ts'
import type { ReviewRecord } from '../models/Review.ts'

/**
 * A row in the inbox of each of these people, because somebody did something: `assigned`, `submitted`, `returned` …
 * The same thing done again (returned twice) is told again, under a stage with its count.
 */
export async function tell(
  review: ReviewRecord,
  { people, stage, today }: { people: Types.ObjectId[]; stage: string; today: IsoDate },
  session: ClientSession,
): Promise<void> {
  for (const person of people) {
    const told = { obligation: review._id, dueOn: review.dueOn, person }
    const times = await Notice.countDocuments({
      ...told,
      stage: { $in: [stage, new RegExp(`^${stage}-`, 'u')] },
    }).session(session)
    const row = {
      ...told,
      stage: times === 0 ? stage : `${stage}-${times + 1}`,
      reason: `remind.reason.${stage}`,
      createdOn: today,
      isIllustrative: review.isIllustrative,
    }
    await Notice.create([row], { session })
  }
}
