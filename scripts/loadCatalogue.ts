/**
 * `npm run load-catalogue`: loads the starter catalogue (numbers, dates, titles and relations of documents, "chưa đối chiếu") into the
 * register, with a bar. Safe to repeat and to interrupt. Ends with 1 while another machine loads it.
 */
import { loadStarter } from '../server/catalogue/starter/loadStarter.ts'
import { t } from '../server/lib/labels.ts'
import { buildIndexes } from '../server/lib/mongo.ts'
import type { CatalogueLoadRecord } from '../server/models/CatalogueLoad.ts'
import '../server/models/index.ts'
import { repairIndex } from '../server/search/repairIndex.ts'
import { withRegister, type CommandContext } from './withRegister.ts'

const WIDTH = 30
const isTerminal = process.stdout.isTTY

/** One line that is written over in a terminal; elsewhere nothing moves. */
function bar({ stage, done, total }: CatalogueLoadRecord): void {
  if (!isTerminal || total === 0) return
  const filled = Math.min(WIDTH, Math.round((done / total) * WIDTH))
  const line = `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${t(`catalogue.stage.${stage}`)} ${done}/${total}`
  process.stdout.write(`\r${line.padEnd(70)}`)
}

async function run({ outside }: CommandContext): Promise<number> {
  await buildIndexes()
  const started = performance.now()
  const counts = await loadStarter({ actor: null, outside, onProgress: bar })
  if (isTerminal) process.stdout.write('\r'.padEnd(72) + '\r')
  if (!counts) {
    console.error(t('catalogue.command.busy'))
    return 1
  }
  const seconds = Math.round((performance.now() - started) / 100) / 10
  console.log(t('catalogue.command.done', { ...counts, seconds }))
  const { repaired, waiting } = await repairIndex()
  console.log(t('catalogue.command.indexed', { repaired, waiting }))
  return 0
}

await withRegister('load-catalogue', run)
