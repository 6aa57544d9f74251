import { spawn } from 'node:child_process'
import { setPriority } from 'node:os'

/** What a program printed; null when it failed, took too long or printed too much. */
export type Printed = Buffer | null

const MOST_BYTES = 32 * 1024 * 1024
/** Address space of a child in kB: a page of 40 megapixels needs a third of it. */
const MEMORY_KB = 2 * 1024 * 1024
const LOW_PRIORITY = 10
const LIMITED = `ulimit -v ${MEMORY_KB} 2>/dev/null; exec "$0" "$@"`

/**
 * Runs a program on a stranger's file in a process of its own, with bounded time, memory and output and low priority, so that
 * requests are answered meanwhile.
 */
export function runProgram(
  binary: string,
  args: string[],
  { milliseconds, signal }: { milliseconds: number; signal?: AbortSignal | undefined },
): Promise<Printed> {
  return new Promise(resolve => {
    const child = spawn('/bin/sh', ['-c', LIMITED, binary, ...args], {
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: milliseconds,
      killSignal: 'SIGKILL',
      env: { PATH: process.env.PATH, LANG: 'C.UTF-8', OMP_THREAD_LIMIT: '1', ...dataFolder() },
      ...(signal && { signal }),
    })
    lowerPriority(child.pid)
    const parts: Buffer[] = []
    let size = 0
    child.stdout.on('data', (part: Buffer) => {
      size += part.length
      if (size > MOST_BYTES) child.kill('SIGKILL')
      else parts.push(part)
    })
    child.once('error', () => resolve(null))
    child.once('close', code => resolve(code === 0 ? Buffer.concat(parts) : null))
  })
}

/** Where tesseract looks for its languages, when the machine says so. */
function dataFolder(): Record<string, string> {
  const { TESSDATA_PREFIX } = process.env
  return TESSDATA_PREFIX ? { TESSDATA_PREFIX } : {}
}

function lowerPriority(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, LOW_PRIORITY)
  } catch {
    // It has ended already, or the machine knows no priorities.
  }
}
