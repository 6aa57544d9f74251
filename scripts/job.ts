import { findJob, JOBS } from '../jobs/index.ts'
import { acceptsOtherDay, runByHand } from '../jobs/runByHand.ts'
import { t } from '../server/lib/labels.ts'
import { dayArgument, printRun } from './jobArguments.ts'
import { withRegister } from './withRegister.ts'

/** `npm run job -- NAME [--today DATE]`: runs one job now, or as if it were another day (demo and test registers). */
const { day, fault, rest } = dayArgument(process.argv.slice(2))
const [name = ''] = rest
const job = findJob(name)

if (!job || fault) {
  console.error(fault ?? t('jobs.command.unknown', { name }))
  console.error(t('jobs.command.names', { names: JOBS.map(one => one.name).join(', ') }))
  process.exitCode = 2
} else {
  await withRegister('job', async ({ outside }) => {
    if (day && !(await acceptsOtherDay())) {
      console.error(t('jobs.command.otherDay'))
      return 2
    }
    return printRun(job, await runByHand(job, { outside, ...(day && { today: day }) }))
  })
}
