import { spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { markOf, type ProcessMark } from './processes.ts'

export interface SpawnedEngine {
  mark: ProcessMark
  /**
   * Asks `isUp` until it says yes.
   * @throws Error with the last lines of the engine's log when it ends first or does not answer in time
   */
  waitUntil(isUp: () => Promise<boolean>, withinMs?: number): Promise<void>
}

const LOG_LIMIT = 20 * 1024 * 1024

/**
 * Starts a server of ours, its output in a log file. In a session of its own: Ctrl-C reaches the app only, which
 * stops its engines in order; killed, the app leaves them whole for the next start to adopt.
 */
export function spawnEngine({
  file,
  args,
  logFile,
  env,
}: {
  file: string
  args: string[]
  logFile: string
  env?: NodeJS.ProcessEnv
}): SpawnedEngine {
  const log = openLog(logFile)
  const child = spawn(file, args, {
    cwd: path.dirname(logFile),
    detached: true,
    stdio: ['ignore', log, log],
    env: env ?? process.env,
  })
  closeSync(log)
  child.unref()
  let ended: string | null = null
  child.once('error', error => (ended = error.message))
  child.once('exit', (code, signal) => (ended = `ended with ${signal ?? code}`))
  return {
    mark: markOf(child.pid ?? 0),
    async waitUntil(isUp, withinMs = 30_000) {
      const until = Date.now() + withinMs
      while (!(await isUp())) {
        if (ended !== null) throw new Error(`${path.basename(file)} ${ended}: ${tail(logFile)}`)
        if (Date.now() > until) throw new Error(`${path.basename(file)} does not answer`)
        await wait(25)
      }
    },
  }
}

function openLog(logFile: string): number {
  mkdirSync(path.dirname(logFile), { recursive: true })
  const full = (statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT
  return openSync(logFile, full ? 'w' : 'a', 0o600)
}

function tail(logFile: string): string {
  const lines = readFileSync(logFile, 'utf8').trim().split('\n')
  return lines.slice(-3).join(' | ').slice(-600)
}
