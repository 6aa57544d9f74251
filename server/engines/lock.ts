import { linkSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { readKept, writePrivately } from '../lib/keptFile.ts'
import { isRunning, markOf, type ProcessMark } from './processes.ts'

/** Who holds a lock: `what` the program is, where it answers, and whether it is about to end. */
export interface LockHolder extends ProcessMark {
  what: string
  url: string | null
  stopping: boolean
}

export interface Lock {
  update(changes: Partial<Pick<LockHolder, 'url' | 'stopping'>>): void
  release(): void
}

/**
 * Takes the lock kept in `file`, or returns who holds it. A holder that no longer runs (killed, power cut, its
 * number given to another process) holds nothing.
 */
export function takeLock(file: string, what: string): Lock | LockHolder {
  const own: LockHolder = { ...markOf(process.pid), what, url: null, stopping: false }
  mkdirSync(path.dirname(file), { recursive: true })
  for (;;) {
    if (create(file, own)) return lockOf(file, own)
    const holder = lockHolder(file)
    if (holder) return holder
    discardStale(file)
  }
}

export function isLock(taken: Lock | LockHolder): taken is Lock {
  return 'release' in taken
}

/** Who holds the lock now; null when nobody does. */
export function lockHolder(file: string): LockHolder | null {
  const kept = readKept(file) as LockHolder | null
  return kept && typeof kept.pid === 'number' && isRunning(kept) ? kept : null
}

/** A link to a finished file: the lock appears whole, and for one taker only. */
function create(file: string, holder: LockHolder): boolean {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 })
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Two starts may find the same stale lock: the one that moved a fresh one away puts it back. */
function discardStale(file: string): void {
  const aside = `${file}.stale.${process.pid}`
  try {
    renameSync(file, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  if (lockHolder(aside)) renameSync(aside, file)
  else rmSync(aside, { force: true })
}

function lockOf(file: string, own: LockHolder): Lock {
  let held = own
  return {
    update(changes) {
      held = { ...held, ...changes }
      writePrivately(file, JSON.stringify(held))
    },
    release() {
      if (lockHolder(file)?.pid === own.pid) rmSync(file, { force: true })
    },
  }
}
