import { HEADER_LISTS, HEADER_TEXTS, rightHeaderField } from './scoreHeader.ts'
import { scoreSpans } from './scoreSpans.ts'
import { ROWS } from './rows.ts'
import { readSides } from './sides.ts'
import type { Passage, Prediction } from './passage.ts'
import { addKeys } from './tally.ts'
import type { Difference, Tally } from './tally.ts'

/** The score of one file of passages. */
export interface Score {
  /** In the order they are printed: number, type+number, date … */
  rows: Map<string, Tally>
  /** Header field → how many are right, of how many. */
  header: Map<string, { right: number; of: number }>
  passages: number
  /** Passages whose set of numbers is entirely right. */
  exact: number
  differences: Difference[]
}

/**
 * Compares predictions with labelled passages, field by field. The rules: a passage's citations are sets of keys (repeated
 * mentions count once); optional citations and the passage's own number are neither required nor punished; `span` compares
 * mentions, right when they overlap by half of their union; a passage with a header and none predicted counts every field wrong.
 */
export function scorePassages(passages: Passage[], predictions: Map<string, Prediction>): Score {
  const score: Score = {
    rows: new Map(Object.keys(ROWS).map(row => [row, { right: 0, extra: 0, missed: 0 }])),
    header: new Map(),
    passages: passages.length,
    exact: 0,
    differences: [],
  }
  for (const passage of passages) scorePassage(score, passage, predictions.get(passage.id))
  return score
}

function scorePassage(score: Score, passage: Passage, prediction?: Prediction): void {
  const { id, header } = passage
  const sides = readSides(passage, prediction?.citations ?? [])
  for (const [row, tally] of score.rows) {
    const read = ROWS[row]
    const wrong = read ? addKeys(tally, ...read(sides)) : scoreSpans(tally, sides)
    const isWrong = note(score, { id, row, ...wrong })
    if (row === 'number' && !isWrong) score.exact++
  }
  if (header) scoreHeader(score, { id, gold: header, found: prediction?.header ?? {} })
}

interface HeaderPair {
  id: string
  gold: Record<string, unknown>
  found: Record<string, unknown>
}

function scoreHeader(score: Score, { id, gold, found }: HeaderPair): void {
  for (const field of [...HEADER_TEXTS, ...HEADER_LISTS]) {
    if (!(field in gold)) continue
    const count = score.header.get(field) ?? { right: 0, of: 0 }
    const right = rightHeaderField(field, gold, found)
    score.header.set(field, { right: count.right + Number(right), of: count.of + 1 })
    if (right) continue
    note(score, {
      id,
      row: `header ${field}`,
      missed: [shown(gold[field])],
      extra: [shown(found[field])],
    })
  }
}

function shown(value: unknown): string {
  return JSON.stringify(value ?? null)
}

function note(score: Score, difference: Difference): boolean {
  const isWrong = difference.missed.length + difference.extra.length > 0
  if (isWrong) score.differences.push(difference)
  return isWrong
}
