import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import path from 'node:path'
import mongoose from 'mongoose'
import { readConfig } from '../../server/config.ts'
import { openEngines } from '../../server/engines/openEngines.ts'
import { findDraft } from '../../server/intake/findDraft.ts'
import { draftFromText } from '../../server/intake/draftFromText.ts'
import { log } from '../../server/lib/log.ts'
import { buildIndexes, connectMongo } from '../../server/lib/mongo.ts'
import { User } from '../../server/models/User.ts'
import { realOutside } from '../../server/outside.ts'
import { actorFrom } from '../../server/people/sessionActor.ts'
import { extract } from '../../server/reading/index.ts'
import { STANDING } from '../demo/documents.ts'
import { compose } from '../demo/compose.ts'
import { loadDemo } from '../demo/loadDemo.ts'

/** Times the path of a pasted dispatch on the demo register: reading, drafting, finding the check page's data; medians of runs. */
const RUNS = 9
const SIZES = [5_000, 20_000, 100_000]

function textOf(size: number, run: number): string {
  const body = STANDING.map(compose).join('\n')
  const head = `SỞ CÔNG THƯƠNG\nSố: ${run}${size}/SCT-VP\nV/v đo thời gian tiếp nhận\n\n`
  return (head + body.repeat(Math.ceil(size / body.length))).slice(0, size)
}

function median(times: number[]): string {
  const sorted = [...times].sort((a, b) => a - b)
  return (sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(0)
}

async function timed<T>(times: number[], work: () => T | Promise<T>): Promise<T> {
  const from = performance.now()
  const result = await work()
  times.push(performance.now() - from)
  return result
}

const dataDir = mkdtempSync(path.join(tmpdir(), 'soat-bench-'))
const config = readConfig({ ...process.env, SOAT_DATA: dataDir, MEILI_URL: 'off' })
const engines = await openEngines({ config, log, what: 'bench' })
try {
  await connectMongo(engines.mongoUri)
  await buildIndexes()
  const outside = realOutside()
  await loadDemo({ outside, config })
  const clerk = await User.findOne({ username: 'vanthu' }).orFail().lean()
  const actor = actorFrom(clerk)
  const rows = []
  for (const size of SIZES) {
    const [reading, drafting, finding]: [number[], number[], number[]] = [[], [], []]
    let citations = 0
    for (let run = 1; run <= RUNS; run += 1) {
      const text = textOf(size, run)
      citations = (await timed(reading, () => extract(text))).citations.length
      const answer = await timed(drafting, () => draftFromText({ text, actor, outside, config }))
      if (!answer.ok) throw new Error(JSON.stringify(answer))
      await timed(finding, () => findDraft(String(answer.id), { actor, today: outside.today() }))
    }
    rows.push({
      characters: size,
      citations,
      'read ms': median(reading),
      'draft ms (read included)': median(drafting),
      'find ms': median(finding),
    })
  }
  const [cpu] = cpus()
  console.log(
    `${cpus().length} × ${cpu?.model}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`,
  )
  console.table(rows)
} finally {
  await mongoose.disconnect()
  await engines.stop()
  rmSync(dataDir, { recursive: true, force: true })
}
