import type { Types } from 'mongoose'
import type { IsoDate } from '../legal/dates.ts'
import { Notice } from '../models/Notice.ts'
import { Review, type ReviewRecord } from '../models/Review.ts'
import { Unit } from '../models/Unit.ts'
import { User } from '../models/User.ts'
import type { Actor } from '../people/actor.ts'
import { overdueFilter, type ReviewFilter } from '../review/reviewFilters.ts'
import { reviewerChoices, type ReviewerChoice } from '../review/reviewerChoices.ts'
import { names, reviewRows, type ReviewRow } from '../review/reviewRows.ts'

export interface UnitLoad {
  /** Empty: the queue of the legal lead. */
  name: string
  open: number
  week: number
  overdue: number
  oldest: ReviewRow | null
  /** Who above heard of the oldest one, and when. */
  escalated: { name: string; on: IsoDate } | null
}

export interface LeadDesk {
  units: UnitLoad[]
  total: { open: number; week: number; overdue: number }
  /** Touched by a change, and held by nobody. */
  unassigned: ReviewRow[]
  unassignedTotal: number
  reviewers: ReviewerChoice[]
}

interface Scope {
  visible: ReviewFilter
  lastOverdue: IsoDate
  weekEnd: IsoDate
}

const MOST_UNASSIGNED = 20

/** What blocks the whole body: load and lateness by unit, and work nobody holds. */
export async function loadLeadDesk(actor: Actor, scope: Scope): Promise<LeadDesk> {
  const unassigned: ReviewFilter = {
    $and: [scope.visible, { isOpen: true, state: { $in: ['proposed', 'open'] }, reviewer: null }],
  }
  const [units, rows, unassignedTotal, reviewers] = await Promise.all([
    loadUnits(actor, scope),
    Review.find(unassigned)
      .sort({ dueOn: 1, _id: 1 })
      .limit(MOST_UNASSIGNED)
      .lean<ReviewRecord[]>(),
    Review.countDocuments(unassigned),
    reviewerChoices(),
  ])
  const sum = (field: 'open' | 'week' | 'overdue') =>
    units.reduce((total, unit) => total + unit[field], 0)
  return {
    units,
    total: { open: sum('open'), week: sum('week'), overdue: sum('overdue') },
    unassigned: await reviewRows(rows, actor),
    unassignedTotal,
    reviewers,
  }
}

interface Load {
  _id: Types.ObjectId | null
  open: number
  week: number
  overdue: number
}

async function loadUnits(actor: Actor, scope: Scope): Promise<UnitLoad[]> {
  const { lastOverdue, weekEnd, visible } = scope
  const isLate = {
    $or: [{ $lte: ['$dueOn', lastOverdue] }, { $gt: ['$overdueSince', ''] }],
  }
  const inWeek = { $and: [{ $not: isLate }, { $lte: ['$dueOn', weekEnd] }] }
  const count = (condition: object) => ({ $sum: { $cond: [condition, 1, 0] } })
  const loads = await Review.aggregate<Load>([
    { $match: { $and: [visible, { isOpen: true }] } },
    {
      $group: { _id: '$unit', open: { $sum: 1 }, week: count(inWeek), overdue: count(isLate) },
    },
  ])
  const units = await Unit.find({ isActive: true }, { name: 1 }).lean()
  const known = new Map(units.map(({ _id, name }) => [String(_id), name]))
  const idle = units
    .filter(({ _id }) => !loads.some(load => load._id?.equals(_id)))
    .map(({ _id }): Load => ({ _id, open: 0, week: 0, overdue: 0 }))
  const rows = [...loads, ...idle].map(async ({ _id, open, week, overdue }) => {
    const late = overdue > 0 ? await oldestOf(_id, { actor, scope }) : null
    const name = known.get(String(_id)) ?? ''
    return { name, open, week, overdue, ...(late ?? { oldest: null, escalated: null }) }
  })
  return (await Promise.all(rows)).sort((a, b) => b.overdue - a.overdue || b.open - a.open)
}

async function oldestOf(
  unit: Types.ObjectId | null,
  { actor, scope }: { actor: Actor; scope: Scope },
): Promise<Pick<UnitLoad, 'oldest' | 'escalated'>> {
  const review = await Review.findOne({
    $and: [scope.visible, { isOpen: true, unit }, overdueFilter(scope.lastOverdue)],
  })
    .sort({ dueOn: 1, _id: 1 })
    .lean<ReviewRecord>()
  if (!review) return { oldest: null, escalated: null }
  const [oldest = null] = await reviewRows([review], actor)
  const notice = await Notice.findOne({ obligation: review._id, stage: /^escalated/u })
    .sort({ createdOn: -1, stage: -1 })
    .lean()
  if (!notice) return { oldest, escalated: null }
  const people = await names(User, [notice.person])
  const name = people.get(String(notice.person)) ?? ''
  return { oldest, escalated: { name, on: notice.createdOn } }
}
