import { addDays, type IsoDate } from '../legal/dates.ts'
import { workingDaysLeft } from '../legal/overdue.ts'
import { t } from '../lib/labels.ts'
import type { LeadDesk } from '../remind/leadDesk.ts'
import type { Desk } from '../remind/loadDesk.ts'
import type { ReviewRow } from '../review/reviewRows.ts'
import { formatters } from './format.ts'

/** A person's reviews, each under the first heading that fits. */
export type Parts = Record<'overdue' | 'week' | 'touched' | 'waiting' | 'later', ReviewRow[]>

function oldestWords(rows: ReviewRow[], desk: Desk): string {
  const [oldest] = rows
  if (!oldest) return t('desk.stat.none')
  const left = workingDaysLeft({ dueOn: oldest.review.dueOn, today: desk.today }, desk.calendar)
  return t('desk.stat.oldest', { n: Math.max(0, -left) })
}

function nearestWords(rows: ReviewRow[]): string {
  const [first] = rows
  if (!first) return t('desk.stat.none')
  return t('desk.stat.nearest', { date: formatters.shortDate(first.review.dueOn) })
}

/** Of a reviewer: their own work. */
export function ownStats(desk: Desk, { overdue, week, touched, waiting }: Parts) {
  const changes = new Set(touched.map(({ review }) => String(review.triggerDocument))).size
  const stat = (name: string, rows: ReviewRow[], more: string) => ({
    ...{ n: rows.length, label: t(`desk.stat.${name}`), more },
    ...(rows.length > 0 && { href: `#${name}` }),
  })
  const none = t('desk.stat.none')
  const returned = t('desk.stat.returned', { n: waiting.length })
  const fromChanges = t('desk.stat.fromChanges', { n: changes })
  return [
    { ...stat('overdue', overdue, oldestWords(overdue, desk)), bad: overdue.length > 0 },
    stat('week', week, nearestWords(week)),
    stat('touched', touched, touched.length > 0 ? fromChanges : none),
    stat('waiting', waiting, waiting.length > 0 ? returned : none),
  ]
}

/** Of who leads: the whole body. */
export function leadStats(desk: Desk, lead: LeadDesk) {
  const { total, unassigned, unassignedTotal } = lead
  return [
    {
      ...{ n: total.overdue, label: t('desk.stat.overdueAll'), bad: total.overdue > 0 },
      more: oldestWords(lead.units.flatMap(({ oldest }) => oldest ?? []).sort(byDue), desk),
      href: '/reviews?scope=all&overdue=1',
    },
    {
      ...{ n: total.week, label: t('desk.stat.week'), href: '/due?scope=all' },
      more: t('desk.stat.units', { n: lead.units.filter(({ week }) => week > 0).length }),
    },
    {
      ...{ n: unassignedTotal, label: t('desk.stat.unassigned'), href: '#unassigned' },
      more: nearestWords(unassigned),
    },
    {
      ...{ n: desk.approving.length, label: t('desk.stat.approve'), href: '#approve' },
      more: longestWait(desk.approving),
    },
  ]
}

function byDue(a: ReviewRow, b: ReviewRow): number {
  return a.review.dueOn.localeCompare(b.review.dueOn)
}

function longestWait(rows: ReviewRow[]): string {
  const times = rows.flatMap(({ review }) => review.submittedAt?.getTime() ?? [])
  if (times.length === 0) return t('desk.stat.none')
  return t('desk.stat.oldestFrom', { date: formatters.shortDate(new Date(Math.min(...times))) })
}

/** Of a reader or clerk: what changed, what falls due, what waits to be checked. */
export function readerStats({ drafts, changes, soon, today }: Desk) {
  const within = (days: number, on: IsoDate) => on <= addDays(today, days)
  const week = soon.filter(({ review }) => within(7, review.dueOn))
  const stats = [
    {
      ...{ n: changes.length, label: t('desk.stat.changes') },
      more: t('desk.stat.inThirtyDays'),
    },
    { n: week.length, label: t('desk.stat.week'), more: nearestWords(week), href: '/due' },
  ]
  if (!drafts) return stats
  const waiting = { n: drafts.total, label: t('desk.stat.drafts'), href: '/intake' }
  return [{ ...waiting, more: drafts.total > 0 ? '' : t('desk.stat.none') }, ...stats]
}
