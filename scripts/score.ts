/**
 * Scores the reader on a file of labelled passages (JSON lines):
 *   npm run score -- FILE.jsonl                 the table, and gains and losses against the last score of that file
 *   npm run score -- FILE.jsonl --errors        and for every field what each passage missed (-) and found too much (+)
 *   npm run score -- FILE.jsonl --save          keeps this score as the one later runs are compared with, until the next --save
 *   npm run score                               the same for our own passages, test/fixtures/passages
 *   npm run score -- --raise-floor              and raises the floor `npm test` holds them to; never lowers it
 *   npm run score -- FILE.jsonl --pred PRED     scores a file of predictions instead of running the reader
 */
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { compareLines, keepScore, lastScores } from './score/lastScores.ts'
import { ownPassages, raiseFloor } from './score/ownPassages.ts'
import { readPassages } from './score/passage.ts'
import type { Prediction } from './score/passage.ts'
import { predict } from './score/predict.ts'
import { errorLines, scoreTable } from './score/printScore.ts'
import { scorePassages } from './score/scorePassages.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    errors: { type: 'boolean', default: false },
    save: { type: 'boolean', default: false },
    'raise-floor': { type: 'boolean', default: false },
    pred: { type: 'string' },
  },
})
const [file] = positionals
const passages = file === undefined ? ownPassages() : readPassages(await readFile(file, 'utf8'))
const predictions: Prediction[] =
  values.pred === undefined
    ? passages.map(predict)
    : readPassages(await readFile(values.pred, 'utf8'))
const score = scorePassages(passages, new Map(predictions.map(line => [line.id, line])))

const lines = scoreTable(score)
if (values.errors) lines.push(...errorLines(score))
if (values.pred === undefined) {
  const name = file ?? 'own passages'
  lines.push('', ...compareLines(score, lastScores(name)))
  keepScore(name, score, values.save)
}
if (values['raise-floor'] && file === undefined) lines.push('', 'floor:', ...raiseFloor(score))
console.log(lines.join('\n'))
