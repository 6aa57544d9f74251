import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { EngineError } from './EngineError.ts'
import { isLock, lockHolder, takeLock, type Lock, type LockHolder } from './lock.ts'

/** A holder about to end is waited for; one that has just lost its terminal needs a moment to notice. */
const STOPPING_PATIENCE_MS = 40_000
const APP_PATIENCE_MS = 2_500
const COMMAND_PATIENCE_MS = 30_000

const fileOf = (dataDir: string) => path.join(dataDir, 'app.lock')

/**
 * The one program that may start engines on a data folder.
 * @throws EngineError naming the holder when another keeps it
 */
export async function holdRegister(dataDir: string, what: string): Promise<Lock> {
  const since = Date.now()
  for (;;) {
    const taken = takeLock(fileOf(dataDir), what)
    if (isLock(taken)) return taken
    if (Date.now() - since > patienceWith(taken)) throw new EngineError(inUse(taken, dataDir))
    await wait(100)
  }
}

/** The app that runs on this data now, if any. */
export function runningApp(dataDir: string): LockHolder | null {
  const holder = lockHolder(fileOf(dataDir))
  return holder?.what === 'app' ? holder : null
}

function patienceWith({ stopping, what }: LockHolder): number {
  if (stopping) return STOPPING_PATIENCE_MS
  return what === 'app' ? APP_PATIENCE_MS : COMMAND_PATIENCE_MS
}

function inUse({ what, url, pid }: LockHolder, dataDir: string): string {
  return what === 'app'
    ? `Soát is already running at ${url ?? 'an address not yet known (it is starting)'}, pid ${pid}, on ${dataDir}.`
    : `The data in ${dataDir} is in use by "${what}", pid ${pid}. Try again when it has ended.`
}
