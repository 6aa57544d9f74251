import { t } from '../lib/labels.ts'
import type { Desk } from '../remind/loadDesk.ts'
import type { ReviewRow } from '../review/reviewRows.ts'
import type { Actor } from '../people/actor.ts'
import { presentDeskAside, type JobState } from './deskAside.ts'
import { presentLeadDesk } from './deskLead.ts'
import { leadStats, ownStats, readerStats, type Parts } from './deskStats.ts'
import { formatters } from './format.ts'
import type { WorkRowView } from './page.ts'
import { documentName, presentReviewRow } from './reviewRow.ts'
import { presentTaskRow } from './taskRow.ts'

interface Section {
  id: string
  title: string
  more: string
  bad?: boolean
  rows: WorkRowView[]
}

/** The desk of a person: what to do now, in sections; for who leads, what blocks the body first. */
export function presentDesk(desk: Desk, { actor, jobs }: { actor: Actor; jobs: JobState[] }) {
  const parts = sortOut(desk)
  const isLead = desk.lead !== null
  const who = [actor.name, desk.unitName].filter(Boolean).join(', ')
  const day = formatters.longDate(desk.today)
  return {
    page: { title: t('desk.title') },
    sub: t(isLead ? 'desk.subLead' : 'desk.sub', { day, who }),
    links: isLead ? [{ href: '/reviews?scope=mine', label: t('desk.mine') }] : [],
    stats: statsOf(desk, { parts, actor }),
    lead: desk.lead && presentLeadDesk(desk, desk.lead),
    sections: [...taskSections(desk), ...sectionsOf(desk, parts)],
    ...(!isLead && emptiness(desk, { parts, actor })),
    drafts: presentDrafts(desk),
    aside: presentDeskAside(desk, { jobs, seesJobs: isLead }),
  }
}

interface Facts {
  parts: Parts
  actor: Actor
}

function statsOf(desk: Desk, { parts, actor }: Facts) {
  if (desk.lead) return leadStats(desk, desk.lead)
  return reviews(desk, actor) ? ownStats(desk, parts) : readerStats(desk)
}

/** A clerk who holds a review sees it all the same. */
function reviews({ waiting }: Desk, actor: Actor): boolean {
  return actor.roles.includes('reviewer') || waiting.length > 0
}

function emptiness(desk: Desk, { parts, actor }: Facts) {
  return {
    nothing: desk.waiting.length === 0 && desk.tasks.length === 0 && reviews(desk, actor),
    noOverdue: parts.overdue.length === 0 && nearest(desk),
  }
}

/** Each piece of work stands once, under the first heading that fits. */
function sortOut({ waiting, lastOverdue, weekEnd }: Desk): Parts {
  const parts: Parts = { overdue: [], week: [], touched: [], waiting: [], later: [] }
  for (const row of waiting) {
    const { review } = row
    if (review.state === 'returned') parts.waiting.push(row)
    else if (review.dueOn <= lastOverdue || review.overdueSince) parts.overdue.push(row)
    else if (review.dueOn <= weekEnd && review.duePrecision === 'day') parts.week.push(row)
    else if (review.state === 'open' && isTouched(row)) parts.touched.push(row)
    else parts.later.push(row)
  }
  return parts
}

function isTouched({ review: { ground } }: ReviewRow): boolean {
  return ground === 'basisChanged' || ground === 'selfChanged'
}

function sectionsOf(desk: Desk, parts: Parts): Section[] {
  // Who leads sees what nobody holds in a section of its own, with the form that gives it out.
  const held = (rows: ReviewRow[]) =>
    desk.lead ? rows.filter(({ review }) => review.reviewer) : rows
  const names = ['overdue', 'week', 'touched', 'waiting', 'later'] as const
  return names.flatMap(name => {
    const rows = held(parts[name])
    if (rows.length === 0) return []
    const more =
      name === 'week'
        ? t('desk.weekMore', { n: rows.length, date: formatters.shortDate(desk.weekEnd) })
        : t('desk.count', { n: rows.length })
    const views = rows.map((row, index) => presentRow(row, { desk, first: index === 0, name }))
    return [{ id: name, title: t(`desk.${name}`), more, bad: name === 'overdue', rows: views }]
  })
}

/** Work that documents order: overdue in red, before what the office reviews by itself. */
function taskSections(desk: Desk): Section[] {
  const isLate = ({ task }: Desk['tasks'][number]) =>
    task.dueOn < desk.today || Boolean(task.overdueSince)
  const parts = [
    {
      id: 'tasks-overdue',
      title: t('desk.tasksOverdue'),
      bad: true,
      tasks: desk.tasks.filter(isLate),
    },
    { id: 'tasks', title: t('desk.tasks'), tasks: desk.tasks.filter(row => !isLate(row)) },
  ]
  return parts.flatMap(({ tasks, ...part }) => {
    if (tasks.length === 0) return []
    const rows = tasks.map(row => presentTaskRow(row, desk))
    return { ...part, more: t('desk.count', { n: tasks.length }), rows }
  })
}

/** The first overdue piece of work carries the one filled button of the page. */
function presentRow(
  row: ReviewRow,
  { desk, first, name }: { desk: Desk; first: boolean; name: string },
): WorkRowView {
  const view = presentReviewRow(row, desk)
  const [act, ...others] = view.acts ?? []
  if (!act || !first || name !== 'overdue') return view
  return { ...view, acts: [{ ...act, style: 'primary' }, ...others] }
}

function nearest({ waiting }: Desk) {
  const [row] = waiting
  if (!row) return false
  const date = formatters.shortDate(row.review.dueOn)
  const name = documentName(row.document)
  return { title: t('desk.empty.overdue'), text: t('desk.empty.nearest', { date, name }) }
}

function presentDrafts({ drafts, lead }: Desk) {
  if (!drafts || (lead && drafts.total === 0)) return null
  return {
    more: t('desk.count', { n: drafts.total }),
    rows: drafts.rows.map(({ id, number, title, createdAt }) => ({
      href: `/drafts/${id}`,
      title: title ? title : t('desk.untitled'),
      number: number ? number : t('desk.noNumber'),
      taken: t('desk.draftTaken', { when: formatters.moment(createdAt) }),
    })),
  }
}
