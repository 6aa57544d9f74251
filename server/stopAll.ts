import type { Server } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { Engines } from './engines/openEngines.ts'
import { log } from './lib/log.ts'
import { disconnectMeili } from './lib/meili.ts'
import { disconnectMongo } from './lib/mongo.ts'

/** What has been started so far. */
export interface Running {
  engines?: Promise<Engines>
  server?: Server
  jobs?: { stop: () => Promise<void> }
  scans?: { stop: () => Promise<void> }
}

const REQUESTS_MS = 5_000
const JOBS_MS = 10_000
const ENGINES_MS = 45_000

/** Ends everything in the order that loses nothing: requests, jobs, connections, engines. Nothing waits for ever. */
export async function stopAll({ server, jobs, scans, engines }: Running): Promise<void> {
  // What the closing connection interrupts (the session store's own housekeeping) must not cut the stop short.
  process.on('unhandledRejection', error => log.debug({ error }, 'interrupted by the stop'))
  await Promise.all([
    within(REQUESTS_MS, 'requests', server && closeServer(server)),
    within(JOBS_MS, 'jobs', jobs?.stop()),
    within(JOBS_MS, 'reading of scans', scans?.stop()),
  ])
  server?.closeAllConnections()
  disconnectMeili()
  await within(REQUESTS_MS, 'database connection', disconnectMongo())
  // A start that failed has stopped its engines itself.
  const opened = engines?.then(
    started => started.stop(),
    () => undefined,
  )
  await within(ENGINES_MS, 'engines', opened)
}

function closeServer(server: Server): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve())
    server.closeIdleConnections()
  })
}

async function within(ms: number, what: string, work: Promise<void> | undefined): Promise<void> {
  if (!work) return
  const late = Symbol('late')
  const limit = new AbortController()
  const ended = await Promise.race([
    work.catch((error: unknown) => log.error({ error }, `stopping: ${what}`)),
    wait(ms, late, { signal: limit.signal }),
  ])
  limit.abort()
  if (ended === late) log.warn(`stopping: gave up waiting for ${what}`)
}
