import { expect } from 'chai'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readConfig } from '../../server/config.ts'
import { findOcr, type OcrEngine } from '../../server/intake/readText/ocr/findOcr.ts'
import { readScan } from '../../server/intake/readText/ocr/readScan.ts'
import { runProgram } from '../../server/intake/readText/ocr/runProgram.ts'

const LIMITS = { milliseconds: 60_000, pages: 5 }
const { ocr: PROGRAMS } = readConfig({
  TESSERACT_BINARY: process.env.TESSERACT_BINARY,
  PDFTOPPM_BINARY: process.env.PDFTOPPM_BINARY,
})

/** Pages of large Latin letters, in a font every reader of PDF has. A missing table of objects is rebuilt by all of them. */
function printed(pages: string[]): Buffer {
  const kids = pages.map((_, index) => `${4 + index * 2} 0 R`).join(' ')
  const objects = pages.flatMap((words, index) => {
    const content = `BT /F1 28 Tf 60 700 Td (${words}) Tj ET`
    return [
      `${4 + index * 2} 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + index * 2} 0 R >>\nendobj`,
      `${5 + index * 2} 0 obj\n<< /Length ${content.length} >>\nstream\n${content}\nendstream\nendobj`,
    ]
  })
  return Buffer.from(
    [
      '%PDF-1.4',
      '1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj',
      `2 0 obj\n<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>\nendobj`,
      '3 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj',
      ...objects,
      'trailer\n<< /Size 4 /Root 1 0 R >>\n%%EOF\n',
    ].join('\n'),
  )
}

/** Needs tesseract with Vietnamese and pdftoppm; skipped without them, except with SOAT_REQUIRE_OCR=1 (CI). */
describe('OCR with tesseract', () => {
  let engine: OcrEngine

  before(async function () {
    const found = await findOcr(PROGRAMS)
    if (found?.drawsPdf) engine = found
    else if (process.env.SOAT_REQUIRE_OCR === '1') throw new Error('No tesseract or no pdftoppm')
    else this.skip()
  })

  it('names itself with its version', () => {
    expect(engine.name).to.match(/^tesseract \d+\.\d+/)
  })

  it('reads the pages of a PDF, each with its start and how sure it is', async () => {
    const bytes = printed(['Thong bao 4271 trang mot', 'Cong van 8365 trang hai'])
    const done: number[] = []
    const onPage = (page: number) => Promise.resolve(void done.push(page))
    const read = await readScan({ kind: 'pdf', bytes }, engine, { ...LIMITS, onPage })
    if (!read.ok) throw new Error(read.reason)
    expect(done).to.deep.equal([1, 2])
    expect(read.pages).to.have.length(2)
    expect(read.text.slice(0, read.pages[1]?.start)).to.include('4271')
    expect(read.text.slice(read.pages[1]?.start)).to.include('8365')
    for (const { confidence } of read.pages) expect(confidence).to.be.within(50, 100)
  })

  it('leaves an empty page where one could not be drawn', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'soat-drawer-'))
    const pdftoppm = path.join(folder, 'pdftoppm')
    const half = `[ "$5" = 2 ] && kill -9 $$; exec ${PROGRAMS.pdftoppm} "$@"`
    writeFileSync(pdftoppm, `#!/bin/sh\n${half}\n`, { mode: 0o755 })
    writeFileSync(path.join(folder, 'pdfinfo'), '#!/bin/sh\nexec pdfinfo "$@"\n', { mode: 0o755 })
    const bytes = printed(['Thong bao 4271 trang mot', 'Trang hai', 'Cong van 8365 trang ba'])
    const halting = { ...engine, programs: { ...PROGRAMS, pdftoppm } }
    const read = await readScan({ kind: 'pdf', bytes }, halting, LIMITS)
    rmSync(folder, { recursive: true })
    if (!read.ok) throw new Error(read.reason)
    expect(read.pages.map(({ confidence }) => confidence > 0)).to.deep.equal([true, false, true])
    expect(read.text.slice(read.pages[2]?.start)).to.include('8365')
  })

  it('says that a file cannot be opened', async () => {
    const file = { kind: 'pdf', bytes: Buffer.from('%PDF-1.4\nnothing') } as const
    expect(await readScan(file, engine, LIMITS)).to.deep.equal({ ok: false, reason: 'notOpened' })
  })

  it('says that a page holds no words, and that there are too many pages', async () => {
    const reading = (pages: string[], most = LIMITS.pages) =>
      readScan({ kind: 'pdf', bytes: printed(pages) }, engine, { ...LIMITS, pages: most })
    expect(await reading([''])).to.deep.equal({ ok: false, reason: 'nothingFound' })
    expect(await reading(['Trang mot', 'Trang hai'], 1)).to.include({ reason: 'tooManyPages' })
  })

  it('answers for a picture that is none', async () => {
    const bytes = Buffer.from('89504e470d0a1a0a00000000', 'hex')
    expect(await readScan({ kind: 'image', bytes }, engine, LIMITS)).to.include({ ok: false })
  })
})

describe('runProgram', () => {
  it('ends a program that takes too long, prints too much or is not there', async () => {
    const start = performance.now()
    expect(await runProgram('sleep', ['20'], { milliseconds: 300 })).to.equal(null)
    expect(await runProgram('cat', ['/dev/zero'], { milliseconds: 20_000 })).to.equal(null)
    expect(await runProgram('/no/such/program', [], { milliseconds: 300 })).to.equal(null)
    expect(performance.now() - start).to.be.below(15_000)
  })

  it('gives the output of one that ends well', async () => {
    const printed = await runProgram('echo', ['số 5'], { milliseconds: 5000 })
    expect(printed?.toString()).to.equal('số 5\n')
  })
})
