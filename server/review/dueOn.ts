import { addDays, type IsoDate } from '../legal/dates.ts'
import { addWorkingDays, endOfTerm, type WorkCalendar } from '../legal/workingDays.ts'

export type DuePrecision = 'day' | 'month' | 'quarter' | 'session'

/** One line of the arithmetic: a label key and what stands in its holes (days as `YYYY-MM-DD`). */
export interface WhyRow {
  key: string
  params: Record<string, string | number>
}

export interface Due {
  dueOn: IsoDate
  precision: DuePrecision
  why: WhyRow[]
}

export interface DueFacts {
  /** Day the trigger was recorded in the register. */
  recordedOn: IsoDate
  /** Day the trigger works from; absent while unknown. */
  effectiveOn?: IsoDate | null
  term: { days: number; kind: 'calendar' | 'working' }
  calendar: WorkCalendar
  /** A day set by a person: it always wins. */
  person?: { on: IsoDate; precision: DuePrecision; by: string; reason: string }
}

/**
 * When a review is due. The trigger's effective date when that is still ahead and sooner, so that the handling can work
 * from the same day (policy of the review decrees, domain 1.5); else the day the trigger was recorded + N, a default of
 * the house: no law fixes a number of days. A person's date wins.
 */
export function dueOn(facts: DueFacts): Due {
  if (facts.person) return personsDue(facts.person)
  const { recordedOn, effectiveOn } = facts
  const term = termEnd(facts)
  const termRows = rowsOfTerm(facts, term)
  if (!effectiveOn) {
    const unknown = { key: 'reviews.due.effectiveUnknown', params: {} }
    return { dueOn: term.on, precision: 'day', why: [unknown, ...termRows] }
  }
  if (effectiveOn <= recordedOn) {
    const past = { key: 'reviews.due.effectivePast', params: { date: effectiveOn } }
    return { dueOn: term.on, precision: 'day', why: [past, ...termRows] }
  }
  const ahead = { key: 'reviews.due.effective', params: { date: effectiveOn } }
  const on = effectiveOn < term.on ? effectiveOn : term.on
  const end = dayOff({ counted: on, on: endOfTerm(on, facts.calendar) })
  return { dueOn: on, precision: 'day', why: [ahead, ...termRows, chosen(on), ...end] }
}

/** When a periodic review is due: the day it comes round, on a working day. */
export function periodicDueOn(
  facts: { lastOn: IsoDate; months: number; dueOn: IsoDate },
  calendar: WorkCalendar,
): Due {
  const on = endOfTerm(facts.dueOn, calendar)
  const why: WhyRow[] = [
    { key: 'reviews.due.periodic', params: { date: facts.lastOn, months: facts.months } },
    chosen(on),
  ]
  return { dueOn: on, precision: 'day', why }
}

function personsDue({ on, precision, by, reason }: NonNullable<DueFacts['person']>): Due {
  const why = [{ key: 'reviews.due.person', params: { date: on, by, reason } }]
  return { dueOn: on, precision, why }
}

interface Term {
  /** Where counting ends, and where the term ends once days off are stepped over. */
  counted: IsoDate
  on: IsoDate
}

function termEnd({ recordedOn, term, calendar }: DueFacts): Term {
  const counted =
    term.kind === 'working'
      ? addWorkingDays(recordedOn, term.days, calendar)
      : addDays(recordedOn, term.days)
  return { counted, on: endOfTerm(counted, calendar) }
}

function rowsOfTerm({ recordedOn, term }: DueFacts, end: Term): WhyRow[] {
  const key = term.kind === 'working' ? 'reviews.due.termWorking' : 'reviews.due.termCalendar'
  const params = { from: recordedOn, n: term.days, date: end.counted }
  return [{ key, params }, ...dayOff(end)]
}

/** Says where a term ends that runs out on a day off (Bộ luật Dân sự 2015, Điều 148 khoản 5). */
function dayOff({ counted, on }: Term): WhyRow[] {
  return on === counted ? [] : [{ key: 'reviews.due.dayOff', params: { date: on } }]
}

function chosen(date: IsoDate): WhyRow {
  return { key: 'reviews.due.chosen', params: { date } }
}
