import { setTimeout as wait } from 'node:timers/promises'
import type { Config } from '../config.ts'
import { onStop } from '../lib/onStop.ts'
import { runningApp } from './holdRegister.ts'
import { mongoUriOf, openEngines, type Engines, type EnginesWanted } from './openEngines.ts'
import { runningEngine } from './runningEngines.ts'
import { meiliKey } from './startMeilisearch.ts'

const STARTING_PATIENCE_MS = 60_000
const INTERRUPTED = 130

/**
 * Engines for a command: the running app's, or its own, which `stop()` ends. Ctrl-C ends them too.
 * @throws EngineError as `openEngines`
 */
export async function attachOrStart(wanted: EnginesWanted & { what: string }): Promise<Engines> {
  const attached = await attach(wanted.config)
  if (attached) return attached
  const engines = await openEngines(wanted)
  const forget = onStop(() => engines.stop(), { exitCode: INTERRUPTED })
  return {
    ...engines,
    get meiliFresh() {
      return engines.meiliFresh
    },
    async stop() {
      forget()
      await engines.stop()
    },
  }
}

async function attach(config: Config): Promise<Engines | null> {
  const until = Date.now() + STARTING_PATIENCE_MS
  for (;;) {
    const app = runningApp(config.dataDir)
    if (!app || app.stopping) return null
    if (app.url !== null || Date.now() > until) return enginesOfApp(config)
    await wait(100)
  }
}

/** The addresses the running app uses, from the same configuration and the records it keeps. */
function enginesOfApp(config: Config): Engines | null {
  const { dataDir, mongo, meili } = config
  const mongod = runningEngine(dataDir, 'mongod')
  const meilisearch = runningEngine(dataDir, 'meilisearch')
  const mongoUri = mongo.uri ?? (mongod && mongoUriOf(mongod.port, mongo.database))
  if (mongoUri === null) return null
  const external = meili.url === null ? null : { url: meili.url, key: meili.key ?? '' }
  const embedded =
    meilisearch && !meili.off
      ? { url: `http://127.0.0.1:${meilisearch.port}`, key: meiliKey(dataDir) }
      : null
  return {
    mongoUri,
    meili: external ?? embedded,
    meiliFresh: false,
    attached: true,
    announce: () => undefined,
    status: () => ({
      mongod: { kind: 'external', up: null, version: null, lastError: null },
      meilisearch: { kind: 'external', up: null, version: null, lastError: null },
    }),
    stop: () => Promise.resolve(),
  }
}
