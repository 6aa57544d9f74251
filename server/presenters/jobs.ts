import type { JobSheet } from '../../jobs/listRuns.ts'
import { labelAt, t } from '../lib/labels.ts'
import type { JobRunRecord } from '../models/JobRun.ts'
import { formatters } from './format.ts'

const SHOWN = 14

/** What background jobs did, when they run next, and why one failed. */
export function presentJobs({
  jobs,
  caughtUp,
  now,
}: {
  jobs: JobSheet[]
  caughtUp: JobRunRecord[]
  now: Date
}) {
  const bad = jobs.filter(({ health }) => !health.ok).length
  const never = jobs.filter(({ runs }) => runs.length === 0).length
  const fine = jobs.length - bad - never
  return {
    page: { title: t('jobs.title') },
    sub: t('jobs.sub', { bad, fine, never, when: formatters.moment(now) }),
    rows: jobs.map(sheet => presentJob(sheet, now)),
    caughtUp: caughtUp.map(run => ({
      when: formatters.moment(run.startedAt),
      text: t('jobs.caughtUp', { name: nameOf(run.job), due: formatters.moment(run.due) }),
    })),
    watch: watchOf(jobs),
  }
}

/** The words of a job's name; the name itself for one that is no longer in the timetable. */
function nameOf(job: string): string {
  const key = `jobs.name.${job}`
  return typeof labelAt(key) === 'string' ? t(key) : job
}

function presentJob({ health, at, runs }: JobSheet, now: Date) {
  const [last] = runs
  return {
    name: nameOf(health.name),
    what: t(`jobs.what.${health.name}`),
    at: scheduleWords(at),
    last: last ? formatters.moment(last.startedAt) : t('jobs.never'),
    took: last?.finishedAt ? tookWords(last) : '',
    label: t('jobs.lastRuns', { name: nameOf(health.name) }),
    marks: marksOf(runs),
    ...resultOf(last, health.late),
    failures: (last?.state === 'failed' ? last.failures : []).slice(0, 10),
    failed: last?.state === 'failed',
    next: nextWords(health.nextRun, now),
    action: `/admin/jobs/${health.name}/run`,
    run: t('jobs.runNow'),
    describe: nameOf(health.name),
  }
}

/** The cron line `5 0 * * *` → «hằng ngày 00:05»; every ten minutes → «mỗi 10 phút». */
function scheduleWords(at: string): string {
  const [minute = '', hour = ''] = at.split(' ')
  const every = /^\*\/(\d+)$/u.exec(minute)?.[1]
  if (every) return t('jobs.every', { n: every })
  return t('jobs.daily', { time: `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}` })
}

function tookWords({ startedAt, finishedAt }: JobRunRecord): string {
  const seconds = ((finishedAt?.getTime() ?? 0) - startedAt.getTime()) / 1000
  return t('jobs.seconds', { n: formatters.number(Math.round(seconds * 10) / 10) })
}

function nextWords(next: Date | null, now: Date): string {
  if (!next) return ''
  const isToday = formatters.date(next) === formatters.date(now)
  return isToday ? formatters.time(next) : formatters.moment(next)
}

/** Oldest first; what has not run yet is drawn empty. */
function marksOf(runs: JobRunRecord[]) {
  const marks = [...runs].reverse().map(run => ({ kind: markOf(run), title: markWords(run) }))
  const empty = Array.from({ length: Math.max(0, SHOWN - marks.length) }, () => ({
    kind: 'none',
    title: t('jobs.mark.none'),
  }))
  return [...empty, ...marks]
}

function markOf({ state, origin }: JobRunRecord): 'done' | 'late' | 'failed' | 'none' {
  if (state === 'failed') return 'failed'
  if (state === 'running') return 'none'
  return origin === 'catchUp' ? 'late' : 'done'
}

function markWords(run: JobRunRecord): string {
  const kind = run.state === 'running' ? 'running' : markOf(run)
  return `${formatters.moment(run.startedAt)}: ${t(`jobs.mark.${kind}`)}`
}

function resultOf(run: JobRunRecord | undefined, late: boolean) {
  if (!run) return { icon: 'dash', result: t('jobs.notYet') }
  if (run.state === 'running') return { icon: 'clock16', result: t('jobs.running') }
  const counts = countWords(run)
  if (run.state === 'failed')
    return { icon: 'warning', bad: true, result: t('jobs.failed'), more: counts }
  if (late) return { icon: 'warning', bad: true, result: t('jobs.late'), more: counts }
  return { icon: 'check', result: counts }
}

/** «9 nhắc mới, 31 đã nhắc từ trước» */
export function countWords({ job, counts }: JobRunRecord): string {
  const rows = Object.entries((counts ?? {}) as Record<string, number>)
  const words = rows.map(([name, n]) => {
    const key = `jobs.count.${job}.${name}`
    const count = formatters.number(n)
    return typeof labelAt(key) === 'string' ? t(key, { n: count }) : `${name}: ${count}`
  })
  return words.length > 0 ? words.join(', ') : t('jobs.nothing')
}

function watchOf(jobs: JobSheet[]) {
  const late = jobs.filter(({ health }) => health.late).map(({ health }) => nameOf(health.name))
  return late.length > 0
    ? { icon: 'warning', bad: true, text: t('jobs.watchLate', { names: late.join(', ') }) }
    : { icon: 'check', text: t('jobs.watchFine') }
}
