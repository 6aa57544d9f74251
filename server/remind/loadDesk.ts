import { addDays, type IsoDate } from '../legal/dates.ts'
import { lastOverdueDay } from '../legal/overdue.ts'
import type { WorkCalendar } from '../legal/workingDays.ts'
import { LegalDocument, type LegalDocumentRecord } from '../models/LegalDocument.ts'
import { Review, type ReviewRecord } from '../models/Review.ts'
import { Unit } from '../models/Unit.ts'
import { endOfWeek } from '../legal/weeks.ts'
import { holds, type Actor } from '../people/actor.ts'
import { visibleTo } from '../people/visibleTo.ts'
import { toApprove, waitingFor, type ReviewFilter } from '../review/reviewFilters.ts'
import { reviewRows, type ReviewRow } from '../review/reviewRows.ts'
import { visibleReviews } from '../review/visibleReviews.ts'
import { findTasks, tasksWaitingFor, type TaskRow } from '../review/tasks/taskRows.ts'
import { calendarYears, toCalendar } from '../settings/workCalendar.ts'
import type { MarkedDay } from '../settings/holidays.ts'
import { loadLeadDesk, type LeadDesk } from './leadDesk.ts'
import { recentChanges, type RecentChange } from './recentChanges.ts'

export interface DraftGlance {
  id: string
  number: string
  type: LegalDocumentRecord['type']
  title: string
  createdAt: Date | null
}

export interface Desk {
  today: IsoDate
  calendar: WorkCalendar
  /** Last day of this week, a Sunday. */
  weekEnd: IsoDate
  lastOverdue: IsoDate
  unitName: string
  /** Everything that waits for this person, sooner first. */
  waiting: ReviewRow[]
  approving: ReviewRow[]
  /** Work documents order that waits for this person, sooner first. */
  tasks: TaskRow[]
  /** Of the whole body; only for who leads it. */
  lead: LeadDesk | null
  drafts: { rows: DraftGlance[]; total: number } | null
  soon: ReviewRow[]
  marked: MarkedDay[]
  changes: RecentChange[]
}

const MOST_ROWS = 100
const AHEAD = 14

/** What a person does now: overdue, this week, newly touched, waiting; what lies ahead; what changed. */
export async function loadDesk(actor: Actor, today: IsoDate): Promise<Desk> {
  const year = Number(today.slice(0, 4))
  const years = await calendarYears([year - 1, year, year + 1])
  const marked = years.flatMap(({ days }) => days)
  const calendar = toCalendar(marked)
  const visible = await visibleReviews(actor)
  const leads = holds(actor, 'legalLead', 'admin')
  const range = { from: today, to: addDays(today, AHEAD), calendar }
  const find = (filter: ReviewFilter) => rowsOf({ $and: [visible, filter] }, actor)
  const soonFilter: ReviewFilter = { isOpen: true, dueOn: { $gte: range.from, $lte: range.to } }
  const lastOverdue = lastOverdueDay(today, calendar)
  const weekEnd = endOfWeek(today)
  const [waiting, approving, lead, drafts, soon, changes, unitName, tasks] = await Promise.all([
    find({ $and: [waitingFor(actor), { state: { $ne: 'submitted' } }] }),
    holds(actor, 'legalLead') ? find(toApprove(actor)) : [],
    leads ? loadLeadDesk(actor, { visible, lastOverdue, weekEnd }) : null,
    holds(actor, 'clerk', 'legalLead', 'admin') ? loadDrafts(actor) : null,
    find(leads ? soonFilter : { $and: [soonFilter, waitingFor(actor)] }),
    recentChanges(actor, today),
    nameOfUnit(actor),
    findTasks(tasksWaitingFor(actor), actor),
  ])
  return {
    ...{ today, calendar, weekEnd, lastOverdue, unitName, waiting, approving, lead, drafts, soon },
    marked: marked.filter(({ day }) => day >= range.from && day <= range.to),
    changes,
    tasks,
  }
}

async function rowsOf(filter: ReviewFilter, actor: Actor): Promise<ReviewRow[]> {
  const reviews = await Review.find(filter)
    .sort({ dueOn: 1, _id: 1 })
    .limit(MOST_ROWS)
    .lean<ReviewRecord[]>()
  return reviewRows(reviews, actor)
}

async function loadDrafts(actor: Actor): Promise<NonNullable<Desk['drafts']>> {
  const filter = { $and: [{ state: 'draft' as const }, visibleTo(actor)] }
  const [rows, total] = await Promise.all([
    LegalDocument.find(filter).sort({ createdAt: -1 }).limit(5).lean(),
    LegalDocument.countDocuments(filter),
  ])
  return {
    rows: rows.map(({ _id, number, type, title, createdAt }) => ({
      ...{ id: String(_id), number, type, title, createdAt: createdAt ?? null },
    })),
    total,
  }
}

async function nameOfUnit({ unit }: Actor): Promise<string> {
  return unit ? ((await Unit.findById(unit).lean())?.name ?? '') : ''
}
