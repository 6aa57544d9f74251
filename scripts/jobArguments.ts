import type { Job } from '../jobs/job.ts'
import { isIsoDate, type IsoDate } from '../server/legal/dates.ts'
import { t } from '../server/lib/labels.ts'
import type { JobRunRecord } from '../server/models/JobRun.ts'

/** `--today 2026-12-01` or `--today=2026-12-01` among the arguments; `fault` says what is wrong with it. */
export function dayArgument(args: string[]): { day?: IsoDate; fault?: string; rest: string[] } {
  const at = args.findIndex(arg => arg === '--today' || arg.startsWith('--today='))
  if (at < 0) return { rest: args }
  const [, inline] = (args[at] ?? '').split('=')
  const day = inline ?? args[at + 1] ?? ''
  const isDay = (index: number) => index === at || (inline === undefined && index === at + 1)
  const rest = args.filter((_, index) => !isDay(index))
  return isIsoDate(day) ? { day, rest } : { fault: t('jobs.command.badDay', { day }), rest }
}

/** One line per run; the exit code. Null: another process took the run over. */
export function printRun(job: Job, run: JobRunRecord | null): number {
  if (!run) return 1
  const counts = Object.entries(run.counts as Record<string, number>)
  const words = counts.map(([name, n]) => `${name} ${n}`).join(', ')
  console.log(`${job.name}  ${run.today}  ${run.state}  ${words}`)
  for (const failure of run.failures) console.error(`  ${failure}`)
  return run.state === 'done' ? 0 : 1
}
