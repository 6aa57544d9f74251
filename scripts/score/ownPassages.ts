import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { readPassages } from './passage.ts'
import type { Passage } from './passage.ts'
import { sharesOf } from './printScore.ts'
import type { Score } from './scorePassages.ts'

const FOLDER = path.resolve(import.meta.dirname, '../../test/fixtures/passages')
const FLOOR = path.join(FOLDER, 'floor.json')

/** Row → the lowest share (lower of precision and recall) `npm test` accepts. */
export type Floor = Record<string, number>

/** Our own labelled passages: all files of `test/fixtures/passages`, in the order of their names. */
export function ownPassages(): Passage[] {
  if (!existsSync(FOLDER)) return []
  const files = readdirSync(FOLDER).filter(file => file.endsWith('.jsonl'))
  return files.sort().flatMap(file => readPassages(readFileSync(path.join(FOLDER, file), 'utf8')))
}

export function readFloor(): Floor {
  return existsSync(FLOOR) ? (JSON.parse(readFileSync(FLOOR, 'utf8')) as Floor) : {}
}

/** Rows below their floor, worded: `number .9800 < .9900`. Empty when none is. */
export function belowFloor(score: Score, floor: Floor): string[] {
  const shares = sharesOf(score)
  return Object.entries(floor)
    .filter(([row, lowest]) => (shares[row] ?? 0) < lowest)
    .map(([row, lowest]) => `${row} ${(shares[row] ?? 0).toFixed(4)} < ${lowest}`)
}

/** Writes a floor in which no row is lower than before; shares are cut, never rounded up. Returns the rows raised. */
export function raiseFloor(score: Score): string[] {
  const floor = readFloor()
  const raised: string[] = []
  for (const [row, share] of Object.entries(sharesOf(score))) {
    const cut = Math.floor(share * 10_000) / 10_000
    if (cut <= (floor[row] ?? -1)) continue
    raised.push(`${row} ${floor[row] ?? 'new'} → ${cut}`)
    floor[row] = cut
  }
  writeFileSync(FLOOR, `${JSON.stringify(floor, null, 2)}\n`)
  return raised
}
