import type { IsoDate } from '../legal/dates.ts'
import { labelAt, t } from '../lib/labels.ts'
import type { Desk } from '../remind/loadDesk.ts'
import type { RecentChange } from '../remind/recentChanges.ts'
import { formatters } from './format.ts'
import { documentName } from './reviewRow.ts'

/** How a background job stands, as the desk prints it. */
export interface JobState {
  name: string
  ok: boolean
  late: boolean
  lastSuccess: Date | null
  lastRun: { state: string; startedAt: Date } | null
}

const NAMES_PER_DAY = 3

/** What stands beside the work: the next two weeks, what changed in the register, the jobs of the night. */
export function presentDeskAside(
  desk: Desk,
  { jobs, seesJobs }: { jobs: JobState[]; seesJobs: boolean },
) {
  return {
    days: presentDays(desk),
    changes: desk.changes.map(presentChange),
    jobs: jobs.map(presentJob),
    jobsHref: seesJobs ? '/admin/jobs' : '',
  }
}

interface DayView {
  day: string
  text: string
  n: number | string
  unchecked?: boolean
}

function presentDays({ today, soon, marked }: Desk): DayView[] {
  const days = new Set([today, ...soon.map(({ review }) => review.dueOn)])
  for (const { day } of marked) days.add(day)
  return [...days].sort().map(day => {
    const due = soon.filter(({ review }) => review.dueOn === day)
    const note = marked.find(one => one.day === day)
    const names = due.map(({ document: { number, title } }) => (number ? number : title))
    const words = [markedWords(note), listNames(names)].filter(Boolean).join(' ')
    return {
      day: formatters.shortDate(day),
      text: words ? words : t('desk.ahead.today'),
      n: due.length > 0 ? due.length : t('desk.ahead.none'),
      ...(note?.mark === 'note' && { unchecked: true }),
    }
  })
}

function listNames(names: string[]): string {
  const shown = names.slice(0, NAMES_PER_DAY).join(', ')
  const rest = names.length - NAMES_PER_DAY
  return rest > 0 ? t('desk.ahead.more', { names: shown, n: rest }) : shown
}

/** «Ngày Văn hóa Việt Nam: tính là ngày làm việc» */
export function markedWords(note: { mark: string; name: string } | undefined): string {
  if (!note) return ''
  const keys: Record<string, string> = { note: 'desk.ahead.note', swappedOn: 'desk.ahead.on' }
  return t(keys[note.mark] ?? 'desk.ahead.off', { name: nameOfDay(note.name) })
}

/** The words of a computed day, or what a person typed. */
export function nameOfDay(name: string): string {
  return /^settings\.[a-zA-Z.]+$/u.test(name) && typeof labelAt(name) === 'string' ? t(name) : name
}

function presentChange({ on, document, kind, target, effectiveOn, reviews }: RecentChange) {
  const from = fromWords(effectiveOn)
  const text =
    kind === 'registered' || !target
      ? t('desk.changes.registered', { document: documentName(document) })
      : t('desk.changes.made', {
          ...{ document: documentName(document), from },
          change: t(`desk.changes.kind.${kind}`),
          target: target.number ? target.number : target.title,
        })
  return {
    day: formatters.shortDate(on).split(' ')[1] ?? '',
    text,
    href: `/documents/${document.id}`,
    ...(reviews > 0 && {
      reviews: {
        label: t('desk.changes.reviews', { n: reviews }),
        href: `/documents/${target?.id ?? document.id}?tab=reviews`,
      },
    }),
  }
}

function fromWords(day: IsoDate | null): string {
  return day ? t('desk.changes.from', { date: formatters.date(day) }) : ''
}

function presentJob({ name, ok, late, lastSuccess, lastRun }: JobState) {
  const label = t(`jobs.name.${name}`)
  const when = formatters.moment(lastRun?.startedAt ?? lastSuccess)
  if (late) return { bad: true, text: t('desk.jobs.late', { name: label, when }) }
  if (!lastRun) return { text: t('desk.jobs.never', { name: label }) }
  if (!ok) return { bad: true, text: t('desk.jobs.failed', { name: label, when }) }
  return { ok: true, text: t('desk.jobs.done', { name: label, when }) }
}
