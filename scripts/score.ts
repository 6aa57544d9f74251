/**
 * Scores the reader on a file of labelled passages (JSON lines):
 *   npm run score -- FILE.jsonl                 the table, and gains and losses against the last score of that file
 *   npm run score -- FILE.jsonl --errors        and for every field what each passage missed (-) and found too much (+)
 *   npm run score -- FILE.jsonl --save          keeps this score as the one later runs are compared with, until the next --save
 *   npm run score -- FILE.jsonl --pred PRED     scores a file of predictions instead of running the reader
 */
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { compareLines, keepScore, lastScores } from './score/lastScores.ts'
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
    pred: { type: 'string' },
  },
})
const [file] = positionals

if (file === undefined) {
  console.error('usage: npm run score -- FILE.jsonl [--errors] [--save] [--pred FILE]')
  process.exitCode = 2
} else {
  await scoreFile(file)
}

async function scoreFile(path: string): Promise<void> {
  const passages = readPassages(await readFile(path, 'utf8'))
  const predictions: Prediction[] =
    values.pred === undefined
      ? passages.map(predict)
      : readPassages(await readFile(values.pred, 'utf8'))
  const score = scorePassages(passages, new Map(predictions.map(line => [line.id, line])))
  const lines = scoreTable(score)
  if (values.errors) lines.push(...errorLines(score))
  if (values.pred === undefined) {
    lines.push('', ...compareLines(score, lastScores(path)))
    keepScore(path, score, values.save)
  }
  console.log(lines.join('\n'))
}
