import { log } from '../../lib/log.ts'
import type { Services } from '../../services.ts'
import { readScans } from './readScans.ts'

/** What another process took in, or left half read, is found this soon. */
const SWEEP_MS = 60_000

let wake: (() => void) | null = null

/** A scan has come in: it is read now, beside the requests. Without a reader in this process the next sweep of one finds it. */
export function scanWaits(): void {
  wake?.()
}

/** Reads scans in the background, one after the other: those that came before the start, and each that comes in. */
export function startScanReader({ config }: Services): { stop: () => Promise<void> } {
  const stopping = new AbortController()
  let running: Promise<void> | null = null
  let isWanted = false
  const read = async () => {
    while (isWanted && !stopping.signal.aborted) {
      isWanted = false
      await readScans({ programs: config.ocr, signal: stopping.signal })
    }
  }
  const start = () => {
    isWanted = true
    running ??= read()
      .catch((error: unknown) => log.error({ error }, 'scans not read'))
      .finally(() => (running = null))
  }
  const sweep = setInterval(start, SWEEP_MS)
  sweep.unref()
  wake = start
  start()
  return {
    async stop() {
      wake = null
      clearInterval(sweep)
      stopping.abort()
      await running
    },
  }
}
