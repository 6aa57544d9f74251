import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { readConfig, type Config } from '../../server/config.ts'
import { openEngines, type Engines } from '../../server/engines/openEngines.ts'
import { endProcess } from '../../server/engines/processes.ts'
import { runningEngine } from '../../server/engines/runningEngines.ts'
import { log } from '../../server/lib/log.ts'

const PROGRAM = fileURLToPath(new URL('./holdEngines.ts', import.meta.url))

/** A data folder of a test's own; `afterEach` ends whatever runs on it and removes it. */
export interface EngineFolder {
  readonly dir: string
  config(env?: Record<string, string>): Config
  open(env?: Record<string, string>): Promise<Engines>
  /** Another process that opens the engines on this folder. */
  program(env?: Record<string, string>): ChildProcess
}

export function useEngineFolder(): EngineFolder {
  let dir = ''
  let opened: Engines[] = []
  let programs: ChildProcess[] = []
  beforeEach(() => {
    dir = mkdtempSync(path.join(tmpdir(), `soat-test-run-${process.pid}-`))
    opened = []
    programs = []
  })
  afterEach(async () => {
    for (const program of programs) program.kill('SIGKILL')
    await Promise.all(opened.map(engines => engines.stop()))
    for (const name of ['mongod', 'meilisearch'] as const) {
      const record = runningEngine(dir, name)
      if (record) await endProcess(record)
    }
    rmSync(dir, { recursive: true, force: true })
  })
  const config = (env: Record<string, string> = {}) =>
    readConfig({ ...kept(), NODE_ENV: 'test', SOAT_DATA: dir, ...env })
  return {
    get dir() {
      return dir
    },
    config,
    async open(env) {
      const engines = await openEngines({ config: config(env), log })
      opened.push(engines)
      return engines
    },
    program(env = {}) {
      const program = spawn(process.execPath, ['--import', 'tsx', PROGRAM], {
        env: { ...process.env, NODE_ENV: 'test', SOAT_DATA: dir, ...env },
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      })
      programs.push(program)
      return program
    },
  }
}

function kept(): Record<string, string | undefined> {
  const { SOAT_CACHE, XDG_CACHE_HOME, MONGOD_BINARY, MEILISEARCH_BINARY } = process.env
  return { SOAT_CACHE, XDG_CACHE_HOME, MONGOD_BINARY, MEILISEARCH_BINARY }
}

/** The first output of a program. */
export async function firstLine(stream: NodeJS.ReadableStream | null): Promise<string> {
  if (!stream) throw new Error('the program has no such stream')
  const [chunk] = (await once(stream, 'data')) as [Buffer]
  return chunk.toString()
}
