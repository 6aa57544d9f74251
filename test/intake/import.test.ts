import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect } from 'chai'
import { DocumentFile } from '../../server/models/DocumentFile.ts'
import { LegalDocument } from '../../server/models/LegalDocument.ts'
import { Citation } from '../../server/models/Citation.ts'
import { FULL_HEADER } from '../fixtures/dispatches.ts'
import { testDatabaseName, testMongoUri, useDatabase } from '../support/database.ts'

const ROOT = path.join(import.meta.dirname, '../..')
const FILES = 40

/** `npm run import` as a process of its own, on this worker's database. */
function runImport(args: string[], dataDir: string) {
  const uri = new URL(testMongoUri())
  uri.pathname = `/${testDatabaseName()}`
  const env = {
    ...process.env,
    MONGODB_URI: uri.href,
    MEILI_URL: 'off',
    SOAT_DATA: dataDir,
    LOG_LEVEL: 'silent',
  }
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/import.ts', ...args], {
    cwd: ROOT,
    env,
  })
  let output = ''
  child.stdout.on('data', (part: Buffer) => (output += part.toString()))
  child.stderr.on('data', (part: Buffer) => (output += part.toString()))
  return { child, output: () => output }
}

async function importAll(
  args: string[],
  dataDir: string,
): Promise<{ code: number; output: string }> {
  const { child, output } = runImport(args, dataDir)
  const [code] = (await once(child, 'close')) as [number]
  return { code, output: output() }
}

describe('npm run import', function () {
  this.timeout(300_000)
  useDatabase()
  let folder: string
  let dataDir: string

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'soat-import-'))
    dataDir = mkdtempSync(path.join(tmpdir(), 'soat-import-data-'))
  })
  afterEach(() => {
    for (const dir of [folder, dataDir]) rmSync(dir, { recursive: true, force: true })
  })

  function write(name: string, text: string): string {
    const file = path.join(folder, name)
    writeFileSync(file, text)
    return file
  }

  it('prints a line for each file, tells known from new, and fails on a refused one', async () => {
    const good = write('mot.txt', FULL_HEADER)
    const first = await importAll([good], dataDir)
    expect(first.output).to.match(
      /mot\.txt: đã lập dự thảo {2}đầu mục \d+\/12, viện dẫn 4 \(nối 0, nhiều 0, chờ 4\) {2}[\d.]+ s/u,
    )
    expect(first.code).to.equal(0)
    const bad = write('rong.pdf', '')
    const second = await importAll([good, bad, '--json'], dataDir)
    const report = JSON.parse(second.output) as { drafted: number; known: number; refused: number }
    expect(report).to.include({ drafted: 0, known: 1, refused: 1 })
    expect(second.code).to.equal(1)
    expect((await importAll([path.join(folder, 'khong-co.txt')], dataDir)).code).to.equal(2)
  })

  it('ends with every file exactly once, however often it is killed', async () => {
    for (let n = 0; n < FILES; n += 1)
      write(`van-ban-${n}.txt`, FULL_HEADER.replace('731/', `${1000 + n}/`))
    for (let round = 0; round < 3; round += 1) await killMidway(folder, dataDir)
    const before = await LegalDocument.countDocuments()
    expect(before).to.be.greaterThan(0)
    const last = await importAll([folder], dataDir)
    expect(last.code).to.equal(0)
    expect(await LegalDocument.countDocuments()).to.equal(FILES)
    expect(await DocumentFile.countDocuments({ isFirst: true })).to.equal(FILES)
    expect((await DocumentFile.distinct('sha256')).length).to.equal(FILES)
    expect(await Citation.countDocuments()).to.equal(FILES * 4)
  })
})

/** Starts an import and kills it once another few drafts stand. */
async function killMidway(folder: string, dataDir: string): Promise<void> {
  const before = await LegalDocument.countDocuments()
  const { child } = runImport([folder], dataDir)
  const closed = once(child, 'close')
  let isOver = false
  void closed.then(() => (isOver = true))
  while (!isOver && (await LegalDocument.countDocuments()) < before + 3)
    await new Promise(wait => setTimeout(wait, 5))
  child.kill('SIGKILL')
  await closed
}
