import type { Log } from '../lib/log.ts'
import { isRunning, type ProcessMark } from './processes.ts'

export interface KeptEngine {
  /** Null while it is down. */
  current(): ProcessMark | null
  lastError(): string | null
  /** No more restarts; the engine itself is left as it is. Waits for a start under way. */
  release(): Promise<void>
}

interface Kept {
  name: string
  /** Null: the first start failed, go on trying. */
  engine: ProcessMark | null
  start: () => Promise<ProcessMark>
  log: Log
}

interface Watch extends Kept {
  lastError: string | null
  pause: number
  released: boolean
  starting: Promise<void> | null
  timer: NodeJS.Timeout | undefined
}

const LOOK_EVERY_MS = 500
const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 15_000

/**
 * Starts an engine again when it has ended, at once and then at growing intervals. Looks at the process rather
 * than waits for its exit: an adopted one is no child of ours.
 */
export function keepRunning(kept: Kept): KeptEngine {
  const watch: Watch = {
    ...kept,
    lastError: null,
    pause: FIRST_PAUSE_MS,
    released: false,
    starting: null,
    timer: undefined,
  }
  lookLater(watch, LOOK_EVERY_MS)
  return {
    current: () => (watch.engine && isRunning(watch.engine) ? watch.engine : null),
    lastError: () => watch.lastError,
    async release() {
      watch.released = true
      clearTimeout(watch.timer)
      await watch.starting
    },
  }
}

function lookLater(watch: Watch, ms: number): void {
  if (watch.released) return
  watch.timer = setTimeout(() => look(watch), ms)
  watch.timer.unref()
}

function look(watch: Watch): void {
  const { engine, name, log } = watch
  if (engine && isRunning(engine)) {
    watch.pause = FIRST_PAUSE_MS
    lookLater(watch, LOOK_EVERY_MS)
    return
  }
  if (engine) log.warn({ engine: name, pid: engine.pid }, 'engine ended; starting it again')
  watch.engine = null
  watch.starting = restart(watch)
}

async function restart(watch: Watch): Promise<void> {
  try {
    watch.engine = await watch.start()
    watch.lastError = null
    lookLater(watch, LOOK_EVERY_MS)
  } catch (error) {
    watch.lastError = (error as Error).message
    const { name, lastError, pause } = watch
    watch.log.error({ engine: name, reason: lastError, retryInMs: pause }, 'engine does not start')
    lookLater(watch, pause)
    watch.pause = Math.min(pause * 2, LONGEST_PAUSE_MS)
  }
}
