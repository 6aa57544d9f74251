import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Writes a file whole or not at all, readable by its owner only. */
export function writePrivately(file: string, content: string): void {
  mkdirSync(path.dirname(file), { recursive: true })
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  writeFileSync(draft, content, { mode: 0o600 })
  renameSync(draft, file)
}

/** A file's text, or null when there is none. */
export function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** JSON kept in a file; null when missing or damaged (a power cut is no reason not to start). */
export function readKept(file: string): unknown {
  const text = readIfThere(file)
  if (text === null) return null
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}

/** A secret made at first need and the same ever after, in a file only its owner may read. */
export function keptSecret(file: string): string {
  const kept = readIfThere(file)?.trim()
  if (kept) {
    chmodSync(file, 0o600)
    return kept
  }
  const secret = randomBytes(32).toString('base64url')
  writePrivately(file, `${secret}\n`)
  return secret
}
