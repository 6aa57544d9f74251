import { acceptsOtherDay, runDayByHand } from '../jobs/runByHand.ts'
import { t } from '../server/lib/labels.ts'
import { dayArgument, printRun } from './jobArguments.ts'
import { withRegister } from './withRegister.ts'

/** `npm run jobs -- --today DATE`: runs everything due on that day, in the order of the day (demo and test registers). */
const { day, fault } = dayArgument(process.argv.slice(2))

if (fault) {
  console.error(fault)
  process.exitCode = 2
} else {
  await withRegister('jobs', async ({ outside }) => {
    if (day && !(await acceptsOtherDay())) {
      console.error(t('jobs.command.otherDay'))
      return 2
    }
    const runs = await runDayByHand(day ?? outside.today(), outside)
    return Math.max(...runs.map(({ job, run }) => printRun(job, run)))
  })
}
