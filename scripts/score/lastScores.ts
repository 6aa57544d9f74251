import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Score } from './scorePassages.ts'
import { lower } from './tally.ts'
import type { Difference, Tally } from './tally.ts'

/** A score as it was kept: enough to say what was gained and lost since. */
interface KeptScore {
  at: string
  rows: Record<string, Tally>
  differences: Difference[]
}

/** Scores of one file that were kept: of the last run, and the one set by `--save`. */
export interface LastScores {
  last?: KeptScore
  saved?: KeptScore
}

/** Beside the installed packages: not in the repository, gone with them. */
const FOLDER = path.resolve(import.meta.dirname, '../../node_modules/.cache/soat-score')

/** The scores kept of a file of passages, or of what has that name. */
export function lastScores(file: string): LastScores {
  const kept = fileOf(file)
  if (!existsSync(kept)) return {}
  return JSON.parse(readFileSync(kept, 'utf8')) as LastScores
}

/** Keeps a score as the file's last one, and as the saved one when asked. */
export function keepScore(file: string, score: Score, save: boolean): void {
  const kept: KeptScore = {
    at: new Date().toISOString(),
    rows: { ...Object.fromEntries(score.rows), header: headerTally(score) },
    differences: score.differences,
  }
  mkdirSync(FOLDER, { recursive: true })
  const scores = { ...lastScores(file), last: kept, ...(save ? { saved: kept } : {}) }
  writeFileSync(fileOf(file), JSON.stringify(scores))
}

function fileOf(file: string): string {
  const known = existsSync(file) ? realpathSync(file) : file
  const name = createHash('sha256').update(known).digest('hex').slice(0, 16)
  return path.join(FOLDER, `${name}.json`)
}

/** Gains and losses, row by row and key by key, against the saved score if there is one, else the last. */
export function compareLines(score: Score, { last, saved }: LastScores): string[] {
  const base = saved ?? last
  if (!base) return ['first score of this file']
  const lines = [...score.rows, ['header', headerTally(score)] as const].flatMap(([row, tally]) =>
    rowChange(row, tally, base.rows[row]),
  )
  lines.push(...keyChanges('lost', score.differences, base.differences))
  lines.push(...keyChanges('gained', base.differences, score.differences))
  const title = `against the ${saved ? 'saved' : 'last'} score of ${base.at.slice(0, 16).replace('T', ' ')} UTC`
  return lines.length ? [`${title}:`, ...lines] : [`${title}: no change`]
}

function rowChange(row: string, now: Tally, before?: Tally): string[] {
  if (!before) return [`  ${row}: new row`]
  if (now.right === before.right && now.extra === before.extra && now.missed === before.missed) {
    return []
  }
  const change = (lower(now) || 0) - (lower(before) || 0)
  const counts = (['right', 'extra', 'missed'] as const).map(
    count => `${count} ${signed(now[count] - before[count])}`,
  )
  return [`  ${row.padEnd(20)} ${signed(change, 4).padStart(7)}  ${counts.join(', ')}`]
}

function signed(change: number, digits = 0): string {
  return `${change < 0 ? '' : '+'}${change.toFixed(digits)}`
}

/** Faults of one list that the other does not have. */
function keyChanges(word: string, these: Difference[], others: Difference[]): string[] {
  const known = new Set(others.flatMap(faults))
  const news = these.flatMap(faults).filter(fault => !known.has(fault))
  return news.map(fault => `  ${word}  ${fault}`)
}

function faults({ id, row, missed, extra }: Difference): string[] {
  return [
    ...missed.map(key => `${id} · ${row} · - ${key}`),
    ...extra.map(key => `${id} · ${row} · + ${key}`),
  ]
}

/** All header fields as one row: a wrong field is one missed and one too much. */
function headerTally({ header }: Score): Tally {
  const tally = { right: 0, extra: 0, missed: 0 }
  for (const { right, of } of header.values()) {
    tally.right += right
    tally.extra += of - right
    tally.missed += of - right
  }
  return tally
}
