/**
 * How fast the reader is, beside how right it is:
 *   npm run bench:extract -- FOLDER               MB/s over the .txt files of a folder
 *   npm run bench:extract -- FOLDER --gold FILE   and the score on a file of labelled passages
 *   npm run bench:extract -- --hostile            milliseconds for each hostile text of 1 MB
 * Megabytes are UTF-8 bytes; texts are strings in memory before the clock starts; best of five; one thread.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { extract, extractNumbers } from '../../server/reading/index.ts'
import { ownPassages } from '../score/ownPassages.ts'
import { readPassages } from '../score/passage.ts'
import type { Passage } from '../score/passage.ts'
import { predict } from '../score/predict.ts'
import { scoreTable } from '../score/printScore.ts'
import { scorePassages } from '../score/scorePassages.ts'
import { bestOf } from './bestOf.ts'
import { hostileTexts } from './hostileTexts.ts'

const ROUNDS = 5
const HOSTILE_SIZE = 1_000_000
const LONGEST_MS = 1_000

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { hostile: { type: 'boolean', default: false }, gold: { type: 'string' } },
})
const [folder] = positionals

if (values.hostile) benchHostile()
else if (folder === undefined) {
  console.error('usage: npm run bench:extract -- FOLDER [--gold FILE.jsonl]  |  --hostile')
  process.exitCode = 2
} else benchFolder(folder)

function benchFolder(from: string): void {
  const texts = readdirSync(from, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.txt'))
    .map(file => readFileSync(path.join(from, file), 'utf8'))
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  console.log(machine())
  console.log(
    `${texts.length} texts, ${(bytes / 1e6).toFixed(2)} MB (UTF-8), best of ${ROUNDS}, one thread\n`,
  )
  console.log('what is read           MB/s   ms in all')
  for (const [name, read] of [
    ['number, date, type', extractNumbers],
    ['everything', extract],
  ] as const) {
    const ms = bestOf(ROUNDS, () => texts.forEach(text => read(text)))
    console.log(
      `${name.padEnd(20)} ${(bytes / 1e3 / ms).toFixed(1).padStart(6)} ${ms.toFixed(0).padStart(11)}`,
    )
  }
  printScore('our own passages', ownPassages())
  if (values.gold !== undefined) {
    printScore(values.gold, readPassages(readFileSync(values.gold, 'utf8')))
  }
}

function printScore(name: string, passages: Passage[]): void {
  const predictions = new Map(passages.map(passage => [passage.id, predict(passage)]))
  console.log(`\nscore on ${name}`)
  console.log(scoreTable(scorePassages(passages, predictions)).join('\n'))
}

/**
 * Each hostile text is read twice; the better time counts, and one over the limit fails the run. A text whose first tenth is over
 * the limit is not read whole.
 */
function benchHostile(): void {
  console.log(machine())
  console.log('\n     ms  text of 1 MB')
  let slowest = 0
  for (const [name, text] of hostileTexts(HOSTILE_SIZE)) {
    const tenth = bestOf(1, () => extract(text.slice(0, HOSTILE_SIZE / 10)))
    const ms = tenth > LONGEST_MS ? 10 * tenth : bestOf(2, () => extract(text))
    slowest = Math.max(slowest, ms)
    console.log(`${ms.toFixed(0).padStart(7)}  ${name}${ms > LONGEST_MS ? '  TOO SLOW' : ''}`)
  }
  console.log(`slowest: ${slowest.toFixed(0)} ms`)
  if (slowest > LONGEST_MS) process.exitCode = 1
}

function machine(): string {
  const [cpu] = cpus()
  const memory = (totalmem() / 2 ** 30).toFixed(0)
  return `Node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}, ${memory} GiB`
}
