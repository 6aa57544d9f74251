import type { IsoDate } from '../legal/dates.ts'
import {
  lastDayAtWork,
  orderDaysLeft,
  orderOverdueFrom,
  overdueFrom,
  workingDaysLeft,
} from '../legal/overdue.ts'
import { addWorkingDays, endOfTerm, type WorkCalendar } from '../legal/workingDays.ts'

/** Who hears of a stage. `responsible`: whoever must act now. */
export type Audience = 'responsible' | 'head' | 'lead' | 'director'

export interface Stage {
  /** `d30` … `d0` before the day, then `overdue`, `escalated`, `escalatedTop`. */
  code: string
  to: readonly Audience[]
}

export interface Ladder {
  /** Working days before the due day, in any order. */
  steps: readonly number[]
  /** Working days overdue. */
  escalateAfter: number
  escalateToDirectorAfter: number
}

export interface StageFacts {
  openedOn: IsoDate
  dueOn: IsoDate
  today: IsoDate
  ladder: Ladder
  calendar: WorkCalendar
  /** A day someone ordered; a term of law ends with the next working day instead. */
  isOrdered?: boolean
}

/**
 * The stages an obligation has reached by `today`, earliest first. A step that had passed before the obligation arose is
 * not one of them: the notice of its opening stands for it.
 */
export function stagesReached(facts: StageFacts): Stage[] {
  return [...stepsReached(facts), ...overdueStages(facts)]
}

/** The closest stage reached that a person hears of: who was away for a week gets one notice, not three. */
export function stageFor(reached: readonly Stage[], roles: readonly Audience[]): Stage | undefined {
  return reached.findLast(({ to }) => to.some(audience => roles.includes(audience)))
}

function stepsReached(facts: StageFacts): Stage[] {
  const { openedOn, dueOn, today, ladder, calendar, isOrdered } = facts
  const end = isOrdered ? lastDayAtWork(dueOn, calendar) : endOfTerm(dueOn, calendar)
  return [...ladder.steps]
    .sort((a, b) => b - a)
    .map(step => ({ step, on: addWorkingDays(end, -step, calendar) }))
    .filter(({ on }) => on <= today && on >= openedOn)
    .map(({ step }) => ({ code: `d${step}`, to: ['responsible'] }))
}

function overdueStages({ dueOn, today, ladder, calendar, isOrdered }: StageFacts): Stage[] {
  if (today < (isOrdered ? orderOverdueFrom : overdueFrom)(dueOn, calendar)) return []
  const late = -(isOrdered ? orderDaysLeft : workingDaysLeft)({ dueOn, today }, calendar)
  const stages: Stage[] = [{ code: 'overdue', to: ['responsible', 'head'] }]
  if (late >= ladder.escalateAfter) stages.push({ code: 'escalated', to: ['head', 'lead'] })
  if (late >= ladder.escalateToDirectorAfter)
    stages.push({ code: 'escalatedTop', to: ['head', 'lead', 'director'] })
  return stages
}
