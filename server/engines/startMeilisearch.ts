import { existsSync, mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { keptSecret, readIfThere } from '../lib/keptFile.ts'
import type { Log } from '../lib/log.ts'
import { seriesOf, type Binary } from './binaries.ts'
import { portFor } from './ports.ts'
import { endProcess, processesWith, type ProcessMark } from './processes.ts'
import { recordEngine, runningEngine, type EngineRecord } from './runningEngines.ts'
import { spawnEngine } from './spawnEngine.ts'

export interface MeilisearchStart {
  dataDir: string
  port: number
  log: Log
  fetch: () => Promise<Binary>
  /** Called when the index begins empty: first start, another version's data, data that cannot be opened. */
  onFresh: () => void
}

const dbPathOf = (dataDir: string) => path.join(dataDir, 'meili')

/** The key of the embedded engine, made at first need. */
export function meiliKey(dataDir: string): string {
  return keptSecret(path.join(dataDir, 'meili.key'))
}

export function meiliPort(dataDir: string): Promise<number> {
  const left = runningEngine(dataDir, 'meilisearch')
  return left ? Promise.resolve(left.port) : portFor(dataDir, 'meilisearch')
}

/**
 * Adopts the Meilisearch a killed app left on this data, or starts one; returns when it answers. It takes no lock
 * on its files: a second one on the same data would start and both would write, so none is started before
 * every other is gone.
 */
export async function startMeilisearch(options: MeilisearchStart): Promise<EngineRecord> {
  const { dataDir, log, port } = options
  const left = runningEngine(dataDir, 'meilisearch')
  if (left?.port === port && (await isOurs(left, meiliKey(dataDir)))) {
    log.info({ pid: left.pid, port }, 'adopted the Meilisearch left running')
    return left
  }
  await endOthers(dataDir, log)
  const binary = await options.fetch()
  prepareData(options, binary)
  try {
    return await spawnMeilisearch(options, binary)
  } catch (error) {
    if (!existsSync(dbPathOf(dataDir))) throw error
    log.warn({ error }, 'the search index cannot be opened; it is built anew')
    discardData(options)
    return spawnMeilisearch(options, binary)
  }
}

/** An index is derived from the register: another version's is thrown away and built anew. */
function prepareData(options: MeilisearchStart, { version }: Binary): void {
  const dbPath = dbPathOf(options.dataDir)
  const written = readIfThere(path.join(dbPath, 'VERSION'))?.trim()
  if (written !== undefined && seriesOf(written) === seriesOf(version)) return
  if (written !== undefined) {
    options.log.warn(
      { written, version },
      'the search index is of another version; it is built anew',
    )
  }
  discardData(options)
}

function discardData({ dataDir, onFresh }: MeilisearchStart): void {
  rmSync(dbPathOf(dataDir), { recursive: true, force: true })
  onFresh()
}

async function spawnMeilisearch(options: MeilisearchStart, binary: Binary): Promise<EngineRecord> {
  const { dataDir, port, log } = options
  const key = meiliKey(dataDir)
  mkdirSync(dbPathOf(dataDir), { recursive: true, mode: 0o700 })
  const meilisearch = spawnEngine({
    file: binary.file,
    args: meilisearchArguments(dataDir, port),
    logFile: path.join(dataDir, 'logs', 'meilisearch.log'),
    // By environment: a command line can be read by every user of the machine.
    env: { ...withoutMeiliSettings(process.env), MEILI_MASTER_KEY: key },
  })
  const record = { ...meilisearch.mark, port, version: binary.version }
  recordEngine(dataDir, 'meilisearch', record)
  try {
    await meilisearch.waitUntil(() => isOurs(record, key))
  } catch (error) {
    await endProcess(meilisearch.mark)
    throw error
  }
  log.info({ pid: record.pid, port, version: binary.version }, 'started Meilisearch')
  return record
}

function meilisearchArguments(dataDir: string, port: number): string[] {
  return [
    ...['--db-path', dbPathOf(dataDir), '--http-addr', `127.0.0.1:${port}`],
    ...['--env', 'production', '--no-analytics', '--log-level', 'WARN'],
    ...['--dump-dir', path.join(dataDir, 'meili-dumps')],
    ...['--snapshot-dir', path.join(dataDir, 'meili-snapshots')],
    ...['--max-indexing-memory', '512MiB'],
  ]
}

function withoutMeiliSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('MEILI_')))
}

/** It answers, takes our key, and is the version recorded. */
async function isOurs({ port, version }: EngineRecord, key: string): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/version`, {
      headers: { authorization: `Bearer ${key}` },
      signal: AbortSignal.timeout(2_000),
    })
    if (!answer.ok) return false
    return ((await answer.json()) as { pkgVersion?: string }).pkgVersion === version
  } catch {
    return false
  }
}

async function endOthers(dataDir: string, log: Log): Promise<void> {
  const recorded = runningEngine(dataDir, 'meilisearch')
  const strays = processesWith(['--db-path', dbPathOf(dataDir)])
  const all: ProcessMark[] = recorded ? [recorded, ...strays] : strays
  for (const mark of all) {
    log.warn({ pid: mark.pid }, 'ending a Meilisearch left on this data')
    await endProcess(mark)
  }
}
