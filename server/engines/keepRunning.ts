import type { Log } from '../lib/log.ts'
import { isRunning, type ProcessMark } from './processes.ts'

export interface KeptEngine {
  /** Null while it is down. */
  current(): ProcessMark | null
  lastError(): string | null
  /** No more restarts; the engine itself is left as it is. Waits for a start under way. */
  release(): Promise<void>
}

const LOOK_EVERY_MS = 500
const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 15_000

/**
 * Starts an engine again when it has ended, at once and then at growing intervals. Looks at the process rather
 * than waits for its exit: an adopted one is no child of ours.
 */
export function keepRunning<E extends ProcessMark>({
  name,
  engine,
  start,
  log,
}: {
  name: string
  /** Null: the first start failed, go on trying. */
  engine: E | null
  start: () => Promise<E>
  log: Log
}): KeptEngine {
  let current = engine
  let lastError: string | null = null
  let pause = FIRST_PAUSE_MS
  let released = false
  let starting: Promise<void> | null = null
  let timer = setTimeout(look, engine ? LOOK_EVERY_MS : pause)
  timer.unref()

  function look(): void {
    if (current && isRunning(current)) {
      pause = FIRST_PAUSE_MS
      return again(LOOK_EVERY_MS)
    }
    if (current) log.warn({ engine: name, pid: current.pid }, 'engine ended; starting it again')
    current = null
    starting = restart().finally(() => (starting = null))
  }

  async function restart(): Promise<void> {
    try {
      current = await start()
      lastError = null
      again(LOOK_EVERY_MS)
    } catch (error) {
      lastError = (error as Error).message
      log.error({ engine: name, reason: lastError, retryInMs: pause }, 'engine does not start')
      again(pause)
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS)
    }
  }

  function again(ms: number): void {
    if (released) return
    timer = setTimeout(look, ms)
    timer.unref()
  }

  return {
    current: () => (current && isRunning(current) ? current : null),
    lastError: () => lastError,
    async release() {
      released = true
      clearTimeout(timer)
      await starting
    },
  }
}
