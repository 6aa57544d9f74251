import { chmodSync, mkdirSync } from 'node:fs'
import type { Config } from '../config.ts'
import type { Log } from '../lib/log.ts'
import type { MeiliAddress } from '../lib/meili.ts'
import { EngineError } from './EngineError.ts'
import { fetchMeilisearch } from './fetchMeilisearch.ts'
import { fetchMongod } from './fetchMongod.ts'
import { holdRegister } from './holdRegister.ts'
import { keepRunning, type KeptEngine } from './keepRunning.ts'
import { endProcess } from './processes.ts'
import { forgetEngine, runningEngine, type EngineName } from './runningEngines.ts'
import { meiliKey, meiliPort, startMeilisearch } from './startMeilisearch.ts'
import { startMongod } from './startMongod.ts'

/** How an engine stands: `external` ones are looked after by the operator, `off` is on purpose. */
export interface EngineStatus {
  kind: 'embedded' | 'external' | 'off'
  up: boolean | null
  version: string | null
  lastError: string | null
}

export interface Engines {
  mongoUri: string
  /** Null only with MEILI_URL=off. An embedded engine that is down has its address all the same. */
  meili: MeiliAddress | null
  /** True when the search index begins empty and must be built from the register. May become true later. */
  readonly meiliFresh: boolean
  /** True for a command that uses the running app's engines. */
  attached: boolean
  /** Tells other programs where this one answers. */
  announce(url: string): void
  status(): Record<EngineName, EngineStatus>
  /** Stops what was started or adopted here, and lets go of the data. Safe to call twice. */
  stop(): Promise<void>
}

export interface EnginesWanted {
  config: Config
  log: Log
  /** Shown to whoever finds the data in use: "app", "import", "rebuild-index". */
  what?: string
  /** Progress for the person at the terminal (downloads take a moment). */
  say?: (line: string) => void
}

/**
 * Takes hold of the data folder and brings up what no address was given for: MongoDB, without which nothing
 * works, and Meilisearch, without which search is done in MongoDB.
 * @throws EngineError in words for the terminal: data in use, MongoDB not obtained, data of another version
 */
export async function openEngines(wanted: EnginesWanted): Promise<Engines> {
  const { config, log, what = 'app', say = toStandardError } = wanted
  mkdirSync(config.dataDir, { recursive: true })
  chmodSync(config.dataDir, 0o700)
  const hold = await holdRegister(config.dataDir, what)
  const context = { config, log, say }
  const opening = [openMongo(context), openMeili(context)] as const
  try {
    const [mongo, meili] = await Promise.all(opening)
    return enginesOf({ config, hold, mongo, meili })
  } catch (error) {
    // The other one may still be starting: it must be up before it can be ended.
    for (const settled of await Promise.allSettled(opening)) {
      if (settled.status === 'fulfilled') await settled.value.kept?.release()
    }
    await endAll(config.dataDir)
    hold.release()
    throw error instanceof EngineError ? error : new EngineError((error as Error).message)
  }
}

interface Context {
  config: Config
  log: Log
  say: (line: string) => void
}

async function openMongo({ config, log, say }: Context) {
  const { dataDir, cacheDir, mongo } = config
  if (mongo.uri) return { uri: mongo.uri, kept: null }
  const start = () =>
    startMongod({
      dataDir,
      log,
      fetch: dataVersion =>
        fetchMongod({ binary: mongo.binary, cacheDir, dataDir, dataVersion, say }),
    })
  const engine = await start()
  const uri = mongoUriOf(engine.port, mongo.database)
  return { uri, kept: keepRunning({ name: 'mongod', engine, start, log }) }
}

export function mongoUriOf(port: number, database: string): string {
  return `mongodb://127.0.0.1:${port}/${database}?directConnection=true`
}

async function openMeili({ config, log }: Context) {
  const { dataDir, cacheDir, meili } = config
  const state = { fresh: false }
  if (meili.off) return { address: null, kept: null, state }
  if (meili.url) return { address: { url: meili.url, key: meili.key ?? '' }, kept: null, state }
  const port = await meiliPort(dataDir)
  const start = () =>
    startMeilisearch({
      dataDir,
      port,
      log,
      fetch: () => fetchMeilisearch({ binary: meili.binary, cacheDir, dataDir }),
      onFresh: () => (state.fresh = true),
    })
  const engine = await start().catch((error: unknown) => {
    log.warn({ reason: (error as Error).message }, 'no search engine; searching in the database')
    return null
  })
  const address = { url: `http://127.0.0.1:${port}`, key: meiliKey(dataDir) }
  return { address, kept: keepRunning({ name: 'meilisearch', engine, start, log }), state }
}

function enginesOf({
  config,
  hold,
  mongo,
  meili,
}: {
  config: Config
  hold: Awaited<ReturnType<typeof holdRegister>>
  mongo: Awaited<ReturnType<typeof openMongo>>
  meili: Awaited<ReturnType<typeof openMeili>>
}): Engines {
  const { dataDir } = config
  const status = (name: EngineName, kept: KeptEngine | null, off: boolean): EngineStatus => ({
    kind: off ? 'off' : kept ? 'embedded' : 'external',
    up: kept ? kept.current() !== null : null,
    version: kept ? (runningEngine(dataDir, name)?.version ?? null) : null,
    lastError: kept?.lastError() ?? null,
  })
  const stop = async () => {
    hold.update({ stopping: true })
    await Promise.all([mongo.kept?.release(), meili.kept?.release()])
    await endAll(dataDir)
    hold.release()
  }
  let stopped: Promise<void> | null = null
  return {
    mongoUri: mongo.uri,
    meili: meili.address,
    get meiliFresh() {
      return meili.state.fresh
    },
    attached: false,
    announce: url => hold.update({ url }),
    status: () => ({
      mongod: status('mongod', mongo.kept, false),
      meilisearch: status('meilisearch', meili.kept, config.meili.off),
    }),
    stop: () => (stopped ??= stop()),
  }
}

/** Only what engines.json names under this data folder: never a server the operator runs. */
async function endAll(dataDir: string): Promise<void> {
  const names: EngineName[] = ['meilisearch', 'mongod']
  await Promise.all(
    names.map(async name => {
      const record = runningEngine(dataDir, name)
      if (record) await endProcess(record, 30_000)
      forgetEngine(dataDir, name)
    }),
  )
}

function toStandardError(line: string): void {
  process.stderr.write(`${line}\n`)
}
