/**
 * Takes files in as drafts: `npm run import -- FILE… [--json]`. A folder stands for the files in it. Bytes that are in the register
 * already are passed over, so a run that was cut off is simply started again.
 * Ends with 1 when a file was refused, 2 when there was nothing to take in.
 */
import { readFile, readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { draftFromFile } from '../server/intake/draftFromFile.ts'
import { summarizeDraft, type DraftSummary } from '../server/intake/summarizeDraft.ts'
import { t } from '../server/lib/labels.ts'
import { buildIndexes } from '../server/lib/mongo.ts'
import '../server/models/index.ts'
import { withRegister, type CommandContext } from './withRegister.ts'

interface Line {
  file: string
  outcome: 'drafted' | 'known' | 'refused'
  id?: string
  why?: string
  seconds: number
  summary?: DraftSummary
}

const args = process.argv.slice(2)
const asJson = args.includes('--json')

/** Files as named; a folder stands for every file below it, in the order of their names. */
async function expand(named: string): Promise<string[]> {
  const found = await stat(named)
  if (!found.isDirectory()) return [named]
  const entries = await readdir(named, { recursive: true, withFileTypes: true })
  return entries
    .filter(entry => entry.isFile() && !entry.name.startsWith('.'))
    .map(entry => path.join(entry.parentPath, entry.name))
    .sort()
}

async function importOne(file: string, { config, outside }: CommandContext): Promise<Line> {
  const started = performance.now()
  const seconds = () => Math.round(performance.now() - started) / 1000
  const bytes = await readFile(file)
  const answer = await draftFromFile({
    file: { name: path.basename(file), bytes },
    actor: null,
    outside,
    config,
  })
  if (answer.ok) {
    const summary = await summarizeDraft(answer.id)
    return { file, outcome: 'drafted', id: String(answer.id), seconds: seconds(), summary }
  }
  if (answer.duplicate) {
    return { file, outcome: 'known', id: String(answer.duplicate.existing), seconds: seconds() }
  }
  const why = Object.values(answer.errors).map(({ key, params }) => t(key, params))
  return { file, outcome: 'refused', why: why.join(' '), seconds: seconds() }
}

function print({ file, outcome, why = '', seconds, summary }: Line): void {
  const { hasText = true, ...counts } = summary ?? {}
  const words = [
    `${path.basename(file)}: ${t(`intake.import.${outcome}`)}`,
    summary ? t('intake.import.line', counts) : '',
    hasText ? '' : t('intake.import.noText'),
    why,
    `${seconds} s`,
  ]
  console.log(words.filter(Boolean).join('  '))
}

async function run(context: CommandContext): Promise<number> {
  await buildIndexes()
  const lines: Line[] = []
  for (const file of files) {
    const line = await importOne(file, context)
    lines.push(line)
    if (!asJson) print(line)
  }
  const count = (outcome: Line['outcome']) => lines.filter(line => line.outcome === outcome).length
  const counts = { drafted: count('drafted'), known: count('known'), refused: count('refused') }
  console.log(
    asJson ? JSON.stringify({ ...counts, files: lines }, null, 2) : t('intake.import.sum', counts),
  )
  return counts.refused > 0 ? 1 : 0
}

const named = args.filter(arg => arg !== '--json')
const files: string[] = []
let missing = 0
for (const name of named) {
  const expanded = await expand(name).catch(() => null)
  files.push(...(expanded ?? []))
  if (expanded) continue
  missing += 1
  console.error(t('intake.import.noFile', { name }))
}

if (files.length === 0) {
  console.error(t('intake.import.usage'))
  process.exitCode = 2
} else {
  await withRegister('import', async context => (await run(context)) || Math.min(1, missing))
}
