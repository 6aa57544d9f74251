import type { IsoDate } from '../legal/dates.ts'
import type { ReviewKind, ReviewState } from '../legal/glossary.ts'
import { lastOverdueDay } from '../legal/overdue.ts'
import type { WorkCalendar } from '../legal/workingDays.ts'
import { Review, type ReviewRecord } from '../models/Review.ts'
import type { Actor } from '../people/actor.ts'
import { workCalendar } from '../settings/workCalendar.ts'
import { overdueFilter, waitingFor, type ReviewFilter } from './reviewFilters.ts'
import { reviewRows, type ReviewRow } from './reviewRows.ts'
import { visibleReviews } from './visibleReviews.ts'

export type Scope = 'mine' | 'unit' | 'all'

export interface ListWanted {
  actor: Actor
  today: IsoDate
  scope: Scope
  states: ReviewState[]
  kinds: ReviewKind[]
  overdue: boolean
  page: number
}

export interface ReviewList {
  rows: ReviewRow[]
  total: number
  size: number
  calendar: WorkCalendar
  counts: {
    scopes: Record<Scope, number>
    states: Partial<Record<ReviewState, number>>
    kinds: Partial<Record<ReviewKind, number>>
    overdue: number
  }
}

const PAGE = 30

/** One page of reviews by due day, with the counts of every choice of the filters. */
export async function listReviews(wanted: ListWanted): Promise<ReviewList> {
  const calendar = await workCalendar(wanted.today)
  const base = await visibleReviews(wanted.actor)
  const late = overdueFilter(lastOverdueDay(wanted.today, calendar))
  const filter: ReviewFilter = { $and: [base, ...partsOf(wanted, late)] }
  const [reviews, total, counts] = await Promise.all([
    Review.find(filter)
      .sort({ isOpen: -1, dueOn: 1, _id: 1 })
      .skip((wanted.page - 1) * PAGE)
      .limit(PAGE)
      .lean<ReviewRecord[]>(),
    Review.countDocuments(filter),
    countChoices(wanted, { base, late }),
  ])
  return { rows: await reviewRows(reviews, wanted.actor), total, size: PAGE, calendar, counts }
}

type Part = 'scope' | 'states' | 'kinds' | 'overdue'

function partsOf(wanted: ListWanted, late: ReviewFilter, without?: Part): ReviewFilter[] {
  const { states, kinds, overdue } = wanted
  const parts: ReviewFilter[] = []
  if (without !== 'scope') parts.push(scopeFilter(wanted.scope, wanted.actor))
  if (states.length > 0 && without !== 'states') parts.push({ state: { $in: states } })
  if (kinds.length > 0 && without !== 'kinds') parts.push({ kind: { $in: kinds } })
  if (overdue && without !== 'overdue') parts.push({ isOpen: true }, late)
  // Closed ones only when asked for.
  if (states.length === 0 && without !== 'states') parts.push({ isOpen: true })
  return parts
}

function scopeFilter(scope: Scope, actor: Actor): ReviewFilter {
  if (scope === 'mine') return waitingFor(actor)
  if (scope === 'unit') return { unit: actor.unit }
  return {}
}

async function countChoices(
  wanted: ListWanted,
  { base, late }: { base: ReviewFilter; late: ReviewFilter },
): Promise<ReviewList['counts']> {
  const counting = (without: Part, more: ReviewFilter[] = []) =>
    Review.countDocuments({ $and: [base, ...partsOf(wanted, late, without), ...more] })
  const grouped = async <K extends string>(without: Part, field: string) => {
    const rows = await Review.aggregate<{ _id: K; n: number }>([
      { $match: { $and: [base, ...partsOf(wanted, late, without)] } },
      { $group: { _id: `$${field}`, n: { $sum: 1 } } },
    ])
    return Object.fromEntries(rows.map(({ _id, n }) => [_id, n])) as Partial<Record<K, number>>
  }
  const scope = (name: Scope) => counting('scope', [scopeFilter(name, wanted.actor)])
  const [mine, unit, all, states, kinds, overdue] = await Promise.all([
    scope('mine'),
    wanted.actor.unit ? scope('unit') : 0,
    scope('all'),
    grouped<ReviewState>('states', 'state'),
    grouped<ReviewKind>('kinds', 'kind'),
    counting('overdue', [{ isOpen: true }, late]),
  ])
  return { scopes: { mine, unit, all }, states, kinds, overdue }
}
