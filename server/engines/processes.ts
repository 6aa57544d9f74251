import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

/** A process as we knew it: `startedAt` tells it from a later one that was given the same number. */
export interface ProcessMark {
  pid: number
  startedAt: string
}

/** When a process began, as an opaque mark; null when there is none, or only its unreaped remains. */
export function startTimeOf(pid: number): string | null {
  return process.platform === 'linux' ? startTimeFromProc(pid) : startTimeFromPs(pid)
}

function startTimeFromProc(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in brackets may hold spaces and brackets: count from the last one. Fields 3 and 22 of proc(5).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const [state] = fields
    if (state === 'Z' || state === 'X') return null
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').slice(0, 8)
    return `${boot}-${fields[19]}`
  } catch {
    return null
  }
}

function startTimeFromPs(pid: number): string | null {
  const { stdout } = spawnSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], {
    encoding: 'utf8',
  })
  const [state = '', ...started] = (stdout ?? '').trim().split(/\s+/)
  return state === '' || state.startsWith('Z') ? null : started.join(' ')
}

/** The mark of a process that runs now. */
export function markOf(pid: number): ProcessMark {
  return { pid, startedAt: startTimeOf(pid) ?? 'gone' }
}

/** Does this very process still run? False for another one that took over its number. */
export function isRunning({ pid, startedAt }: ProcessMark): boolean {
  return startTimeOf(pid) === startedAt
}

/**
 * Asks a process to stop, insists after `patienceMs`, and returns when it is gone. Touches nothing when
 * the number belongs to another process by now.
 */
export async function endProcess(mark: ProcessMark, patienceMs = 15_000): Promise<void> {
  send(mark, 'SIGTERM')
  if (await isGone(mark, patienceMs)) return
  send(mark, 'SIGKILL')
  if (!(await isGone(mark, 5_000))) throw new Error(`Process ${mark.pid} does not end`)
}

function send(mark: ProcessMark, signal: NodeJS.Signals): void {
  if (!isRunning(mark)) return
  try {
    process.kill(mark.pid, signal)
  } catch (error) {
    // It may have ended between the look and the signal.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

async function isGone(mark: ProcessMark, withinMs: number): Promise<boolean> {
  const until = Date.now() + withinMs
  while (isRunning(mark)) {
    if (Date.now() > until) return false
    await wait(25)
  }
  return true
}

/** Processes whose command line holds all of `parts`: a server that no record names can still hold our data. */
export function processesWith(parts: string[]): ProcessMark[] {
  return commandLines()
    .filter(({ pid, line }) => pid !== process.pid && parts.every(part => line.includes(part)))
    .map(({ pid }) => markOf(pid))
    .filter(({ startedAt }) => startedAt !== 'gone')
}

function commandLines(): { pid: number; line: string[] }[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(name => {
      try {
        return {
          pid: Number(name),
          line: readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0'),
        }
      } catch {
        return { pid: Number(name), line: [] }
      }
    })
}
