import type { ClientSession, Types } from 'mongoose'
import type { IsoDate } from '../legal/dates.ts'
import { Notice } from '../models/Notice.ts'

/** What a person is told of: a review, or a task a document orders. */
export interface Obligation {
  _id: Types.ObjectId
  dueOn: IsoDate
  isIllustrative: boolean
}

export interface Telling {
  people: Types.ObjectId[]
  stage: string
  today: IsoDate
  kind?: 'review' | 'task'
}

/**
 * A row in the inbox of each of these people, because somebody did something: `opened`, `assigned`, `submitted`, `returned` …
 * The same thing done again (returned twice) is told again, under a stage with its count.
 */
export async function tell(
  { _id, dueOn, isIllustrative }: Obligation,
  { people, stage, today, kind = 'review' }: Telling,
  session: ClientSession,
): Promise<void> {
  for (const person of people) {
    const told = { obligation: _id, dueOn, person }
    const times = await Notice.countDocuments({
      ...told,
      stage: { $in: [stage, new RegExp(`^${stage}-`, 'u')] },
    }).session(session)
    const row = {
      ...told,
      obligationKind: kind,
      stage: times === 0 ? stage : `${stage}-${times + 1}`,
      reason: kind === 'task' ? `remind.reason.task.${stage}` : `remind.reason.${stage}`,
      createdOn: today,
      isIllustrative,
    }
    await Notice.create([row], { session })
  }
}
