import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { refused } from './result.ts'
import type { ReadLimits, ReadResult } from './result.ts'
import type { ParseTask } from './parserThread.ts'

const MOST_THREADS = 2
const MILLISECONDS = 30_000
// A file that needs more is hostile: a page of text costs kilobytes.
const HEAP_MEGABYTES = 768

const idle: Worker[] = []
const waiting: (() => void)[] = []
let running = 0

/** Parses in a warm thread of its own; a file that takes too long or too much memory costs the thread, not the server. */
export async function parseApart(
  file: { kind: ParseTask['kind']; bytes: Buffer },
  limits: ReadLimits,
): Promise<ReadResult> {
  if (running >= MOST_THREADS) await new Promise<void>(resolve => waiting.push(resolve))
  running += 1
  const worker = idle.pop() ?? startThread()
  try {
    return await askThread(worker, { ...file, textBytes: limits.textBytes }, limits.milliseconds)
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}

/** Starts a thread ahead of the first file, which would otherwise wait most of a second for it. */
export function warmParser(): void {
  if (idle.length === 0) idle.push(startThread())
}

function startThread(): Worker {
  const worker = new Worker(new URL('./startParserThread.mjs', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
  })
  // An idle thread that dies is taken off the list; what goes wrong during a file reaches `askThread`.
  worker.on('error', () => undefined)
  worker.on('exit', () => {
    const at = idle.indexOf(worker)
    if (at !== -1) idle.splice(at, 1)
  })
  worker.unref()
  return worker
}

/** How a thread's work ended, and whether it can be given more. */
interface Outcome {
  result: ReadResult
  reusable: boolean
}

async function askThread(
  worker: Worker,
  task: ParseTask,
  milliseconds = MILLISECONDS,
): Promise<ReadResult> {
  const stop = new AbortController()
  const options = { signal: stop.signal }
  worker.ref()
  worker.postMessage(task)
  try {
    const { result, reusable } = await Promise.race<Outcome>([
      once(worker, 'message', options).then(([answer]) => ({
        result: answer as ReadResult,
        reusable: true,
      })),
      once(worker, 'exit', options).then(() => ended(refused('files.unreadable'))),
      setTimeout(milliseconds, ended(refused('files.tooSlow')), options),
    ])
    if (reusable) idle.push(worker)
    else void worker.terminate()
    return result
  } catch (error) {
    // `once` rejects with what the thread threw: memory is the file's fault, anything else is ours.
    void worker.terminate()
    if ((error as NodeJS.ErrnoException).code !== 'ERR_WORKER_OUT_OF_MEMORY') throw error
    return refused('files.tooSlow')
  } finally {
    stop.abort()
    worker.unref()
  }
}

function ended(result: ReadResult): Outcome {
  return { result, reusable: false }
}
