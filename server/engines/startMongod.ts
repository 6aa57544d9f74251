import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { readIfThere, writePrivately } from '../lib/keptFile.ts'
import type { Log } from '../lib/log.ts'
import type { Binary } from './binaries.ts'
import { keptPorts, portFor } from './ports.ts'
import { endProcess, processesWith, type ProcessMark } from './processes.ts'
import {
  REPLICA_SET,
  answers,
  becomePrimary,
  endAbandonedTransactions,
  moveReplicaSet,
  withServer,
} from './replicaSet.ts'
import { recordEngine, runningEngine, type EngineRecord } from './runningEngines.ts'
import { spawnEngine } from './spawnEngine.ts'

export interface MongodStart {
  dataDir: string
  log: Log
  /** Called when none can be adopted, with the version that wrote the data. */
  fetch: (dataVersion: string | null) => Promise<Binary>
}

const dbPathOf = (dataDir: string) => path.join(dataDir, 'mongo')
const versionFileOf = (dataDir: string) => path.join(dbPathOf(dataDir), 'SOAT_VERSION')

/** Adopts the mongod a killed app left on this data, or starts one; returns when it takes writes. */
export async function startMongod(options: MongodStart): Promise<EngineRecord> {
  const { dataDir, log } = options
  const left = await adoptable(dataDir)
  if (left) {
    log.info({ pid: left.pid, port: left.port }, 'adopted the MongoDB left running')
    await endAbandonedTransactions(left.port)
    return left
  }
  await endOthers(dataDir, log)
  return startNew(options)
}

async function startNew({ dataDir, log, fetch }: MongodStart): Promise<EngineRecord> {
  const binary = await fetch(readIfThere(versionFileOf(dataDir))?.trim() ?? null)
  const before = keptPorts(dataDir).mongod
  const port = await portFor(dataDir, 'mongod')
  mkdirSync(dbPathOf(dataDir), { recursive: true, mode: 0o700 })
  if (before !== port && hasData(dataDir)) {
    log.warn({ before, port }, 'MongoDB moves to another port')
    const alone = await spawnMongod({ dataDir, binary, port, set: [] }, () => moveReplicaSet(port))
    await endProcess(alone)
  }
  const set = ['--replSet', REPLICA_SET]
  const record = await spawnMongod({ dataDir, binary, port, set }, () => becomePrimary(port))
  writePrivately(versionFileOf(dataDir), `${binary.version}\n`)
  log.info({ pid: record.pid, port, version: binary.version }, 'started MongoDB')
  return record
}

/** Spawns, records, waits for an answer and does `work`; a server that fails on the way is ended. */
async function spawnMongod(
  { dataDir, binary, port, set }: { dataDir: string; binary: Binary; port: number; set: string[] },
  work: () => Promise<void>,
): Promise<EngineRecord> {
  const mongod = spawnEngine({
    file: binary.file,
    args: [...mongodArguments(dbPathOf(dataDir), port), ...set],
    logFile: path.join(dataDir, 'logs', 'mongod.log'),
  })
  const record = { ...mongod.mark, port, version: binary.version }
  recordEngine(dataDir, 'mongod', record)
  try {
    await mongod.waitUntil(() => answers(port), 60_000)
    await work()
    return record
  } catch (error) {
    await endProcess(mongod.mark)
    throw error
  }
}

function mongodArguments(dbPath: string, port: number): string[] {
  return [
    ...['--dbpath', dbPath, '--port', String(port)],
    // It has no password: nobody but this machine may reach it.
    ...['--bind_ip', '127.0.0.1', '--nounixsocket', '--oplogSize', '256'],
    // Unless told otherwise it takes half the machine's memory.
    ...['--storageEngine', 'wiredTiger', '--wiredTigerCacheSizeGB', '0.25', '--quiet'],
    ...['--setParameter', 'diagnosticDataCollectionEnabled=false'],
    // No other member waits for it to say goodbye.
    ...['--setParameter', 'shutdownTimeoutMillisForSignaledShutdown=100'],
  ]
}

async function adoptable(dataDir: string): Promise<EngineRecord | null> {
  const record = runningEngine(dataDir, 'mongod')
  if (!record) return null
  try {
    return (await isOurs(record, dbPathOf(dataDir))) ? record : null
  } catch {
    return null
  }
}

async function isOurs({ port, version }: EngineRecord, dbPath: string): Promise<boolean> {
  return withServer(port, async client => {
    const admin = client.db('admin')
    const options = await admin.command({ getCmdLineOpts: 1 })
    const parsed = options.parsed as { storage?: { dbPath?: string } }
    const build = await admin.command({ buildInfo: 1 })
    const hello = await admin.command({ hello: 1 })
    const matches = parsed.storage?.dbPath === dbPath && build.version === version
    return matches && hello.isWritablePrimary === true
  })
}

/** Whatever else holds the data is ended and waited for: recorded or not. */
async function endOthers(dataDir: string, log: Log): Promise<void> {
  const recorded = runningEngine(dataDir, 'mongod')
  const strays = processesWith(['--dbpath', dbPathOf(dataDir)])
  const all: ProcessMark[] = recorded ? [recorded, ...strays] : strays
  for (const mark of all) {
    log.warn({ pid: mark.pid }, 'ending a MongoDB left on this data')
    await endProcess(mark)
  }
}

function hasData(dataDir: string): boolean {
  return existsSync(path.join(dbPathOf(dataDir), 'WiredTiger'))
}
