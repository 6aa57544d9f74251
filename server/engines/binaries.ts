import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { accessSync, constants, createReadStream, mkdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'

/** A server program that was found and answers `--version`. */
export interface Binary {
  file: string
  version: string
}

/** SHA-256 of a file, in hex. */
export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash)
  return hash.digest('hex')
}

/** The program of that name on the PATH. */
export function onPath(name: string, searchPath = process.env.PATH ?? ''): string | null {
  const places = searchPath.split(path.delimiter).filter(Boolean)
  return places.map(place => path.join(place, name)).find(isExecutable) ?? null
}

export function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}

/**
 * Runs `file --version`.
 * @throws Error whose message says why it does not run: a missing library, the wrong processor, not a program
 */
export async function probeBinary(file: string): Promise<Binary> {
  const output = await new Promise<string>((resolve, reject) => {
    execFile(file, ['--version'], { timeout: 10_000 }, (error, stdout, stderr) => {
      if (error) reject(new Error(firstLine(stderr) ?? firstLine(error.message)))
      else resolve(stdout)
    })
  })
  const version = /(\d+\.\d+\.\d+)/.exec(output)?.[1]
  if (!version) throw new Error('its --version names none')
  return { file, version }
}

/** The first line of a program's complaint; undefined when it said nothing. */
export function firstLine(text: string): string | undefined {
  return text
    .split('\n')
    .find(line => line.trim() !== '')
    ?.trim()
}

/** Versions of one series read each other's data: "6.0.5" and "6.0.14" are both "6.0". */
export function seriesOf(version: string): string {
  return version.split('.').slice(0, 2).join('.')
}

/** The first of the folders that can be written to: the person's cache, else the register's own folder. */
export function writableDir(...candidates: string[]): string {
  for (const candidate of candidates) {
    try {
      mkdirSync(candidate, { recursive: true })
      accessSync(candidate, constants.W_OK)
      return candidate
    } catch {
      continue
    }
  }
  throw new Error(`None of these folders can be written to: ${candidates.join(', ')}`)
}
