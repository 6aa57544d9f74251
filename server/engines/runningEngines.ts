import path from 'node:path'
import { readKept, writePrivately } from '../lib/keptFile.ts'
import { isRunning, type ProcessMark } from './processes.ts'

export type EngineName = 'mongod' | 'meilisearch'

/** One line of data/engines.json: a server of ours, by pid, start time, port and version. */
export interface EngineRecord extends ProcessMark {
  port: number
  version: string
}

type Records = Partial<Record<EngineName, EngineRecord>>

const fileOf = (dataDir: string) => path.join(dataDir, 'engines.json')

function readRecords(dataDir: string): Records {
  return (readKept(fileOf(dataDir)) as Records | null) ?? {}
}

/** The record of an engine that runs now; null when it does not, whatever the file says. */
export function runningEngine(dataDir: string, name: EngineName): EngineRecord | null {
  const record = readRecords(dataDir)[name]
  return record && isRunning(record) ? record : null
}

/** Writes down a server as soon as it is spawned, so that no crash leaves one unnamed. */
export function recordEngine(dataDir: string, name: EngineName, record: EngineRecord): void {
  const records = { ...readRecords(dataDir), [name]: record }
  writePrivately(fileOf(dataDir), `${JSON.stringify(records, null, 2)}\n`)
}

export function forgetEngine(dataDir: string, name: EngineName): void {
  const { [name]: ended, ...others } = readRecords(dataDir)
  if (ended) writePrivately(fileOf(dataDir), `${JSON.stringify(others, null, 2)}\n`)
}
