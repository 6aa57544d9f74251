import type { Types } from 'mongoose'
import { addDays, type IsoDate } from '../legal/dates.ts'
import type { WorkCalendar } from '../legal/workingDays.ts'
import { isDuplicateKey } from '../lib/mongo.ts'
import { log } from '../lib/log.ts'
import { Notice } from '../models/Notice.ts'
import { Review, type ReviewRecord } from '../models/Review.ts'
import { Task, type TaskRecord } from '../models/Task.ts'
import { setting } from '../settings/setting.ts'
import { documentsBehind } from '../review/visibleReviews.ts'
import { workCalendar } from '../settings/workCalendar.ts'
import { audiencesOf, type Turn } from './audiences.ts'
import { stageFor, stagesReached, type Ladder } from './stages.ts'

export interface NoticeCounts {
  counts: { written: number; already: number }
  failures: string[]
}

/** A review or a task that is open, as far as reminders go. */
type Due = Turn &
  Pick<ReviewRecord, '_id' | 'code' | 'dueOn' | 'openedOn' | 'isIllustrative'> & {
    kind: 'review' | 'task'
  }

/** One ledger row per obligation, due date, stage and person. Safe to run late, twice, or on several machines at once. */
export async function writeNotices(today: IsoDate): Promise<NoticeCounts> {
  const rules = { ladder: await reminderLadder(), calendar: await workCalendar(today) }
  const result: NoticeCounts = { counts: { written: 0, already: 0 }, failures: [] }
  // Two calendar days for each working day of the longest step leave room for Tết.
  const horizon = addDays(today, 2 * Math.max(0, ...rules.ladder.steps) + 14)
  for await (const due of dueBy(horizon)) {
    try {
      const { written, already } = await writeFor(due, { today, ...rules })
      result.counts.written += written
      result.counts.already += already
    } catch (error) {
      result.failures.push(due.code)
      log.error({ obligation: due.code, error }, 'notice not written')
    }
  }
  return result
}

async function* dueBy(horizon: IsoDate): AsyncGenerator<Due> {
  const open = { isOpen: true, dueOn: { $lte: horizon } }
  const reviews = Review.find(open).sort({ dueOn: 1, _id: 1 }).lean<ReviewRecord[]>().cursor()
  for await (const review of reviews) {
    yield { ...review, about: documentsBehind(review), kind: 'review' }
  }
  const tasks = Task.find(open).sort({ dueOn: 1, _id: 1 }).lean<TaskRecord[]>().cursor()
  for await (const task of tasks) {
    yield { ...task, about: [task.document], reviewer: task.person, kind: 'task' }
  }
}

/** The ladder as the settings have it now. */
export async function reminderLadder(): Promise<Ladder> {
  return {
    steps: await setting('reminderLadder'),
    escalateAfter: await setting('escalateAfterDays'),
    escalateToDirectorAfter: await setting('escalateToDirectorAfterDays'),
  }
}

interface Rules {
  today: IsoDate
  ladder: Ladder
  calendar: WorkCalendar
}

async function writeFor(due: Due, rules: Rules) {
  const counts = { written: 0, already: 0 }
  const { openedOn, dueOn } = due
  const reached = stagesReached({ openedOn, dueOn, isOrdered: due.kind === 'task', ...rules })
  if (reached.length === 0) return counts
  for (const { person, as } of (await audiencesOf(due)).values()) {
    const stage = stageFor(reached, as)
    if (!stage) continue
    const isNew = await writeRow(due, { person, stage: stage.code, today: rules.today })
    counts[isNew ? 'written' : 'already'] += 1
  }
  return counts
}

/** The unique key of the ledger decides whether the row is new. */
async function writeRow(
  due: Due,
  { person, stage, today }: { person: Types.ObjectId; stage: string; today: IsoDate },
): Promise<boolean> {
  const row = { obligation: due._id, dueOn: due.dueOn, stage, person }
  if (await Notice.exists(row)) return false
  const reason = /^d\d+$/u.test(stage) ? 'remind.reason.ladder' : `remind.reason.${stage}`
  const { isIllustrative, kind: obligationKind } = due
  try {
    await Notice.create({ ...row, reason, createdOn: today, isIllustrative, obligationKind })
    return true
  } catch (error) {
    if (isDuplicateKey(error)) return false
    throw error
  }
}
