import './environment.ts'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import mongoose from 'mongoose'
import { readConfig } from '../../server/config.ts'
import { openEngines, type Engines } from '../../server/engines/openEngines.ts'
import { endProcess, startTimeOf } from '../../server/engines/processes.ts'
import { runningEngine } from '../../server/engines/runningEngines.ts'
import { disconnectMeili } from '../../server/lib/meili.ts'
import { log } from '../../server/lib/log.ts'

/** Followed by the pid of the run: folders of a run that is alive are left alone. */
export const RUN_FOLDER = 'soat-test-run-'

let engines: Engines | undefined
let dataDir: string | undefined

/** One MongoDB and one Meilisearch for the whole run, in a folder of its own; the workers inherit the addresses. */
export async function mochaGlobalSetup(): Promise<void> {
  await endDeadRuns()
  dataDir = mkdtempSync(path.join(tmpdir(), `${RUN_FOLDER}${process.pid}-`))
  const { SOAT_CACHE, XDG_CACHE_HOME, MONGOD_BINARY, MEILISEARCH_BINARY } = process.env
  const config = readConfig({
    ...{ SOAT_CACHE, XDG_CACHE_HOME, MONGOD_BINARY, MEILISEARCH_BINARY },
    SOAT_DATA: dataDir,
    NODE_ENV: 'test',
  })
  engines = await openEngines({ config, log, what: 'test run' })
  process.env.SOAT_TEST_MONGO_URI = engines.mongoUri
  process.env.SOAT_TEST_MEILI_URL = engines.meili?.url ?? ''
  process.env.SOAT_TEST_MEILI_KEY = engines.meili?.key ?? ''
}

export async function mochaGlobalTeardown(): Promise<void> {
  disconnectMeili()
  await mongoose.disconnect()
  await engines?.stop()
  if (dataDir) rmSync(dataDir, { recursive: true, force: true })
}

/** A killed run leaves its engines; nobody will come for them. */
async function endDeadRuns(): Promise<void> {
  const left = readdirSync(tmpdir()).filter(name => name.startsWith(RUN_FOLDER))
  for (const name of left) {
    const dir = path.join(tmpdir(), name)
    if (startTimeOf(Number(name.split('-')[3])) !== null) continue
    for (const engine of ['mongod', 'meilisearch'] as const) {
      const record = runningEngine(dir, engine)
      if (record) await endProcess(record)
    }
    rmSync(dir, { recursive: true, force: true })
  }
}
