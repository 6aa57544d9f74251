import { expect } from 'chai'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Types } from 'mongoose'
import { readConfig } from '../../server/config.ts'
import { draftFromFile } from '../../server/intake/draftFromFile.ts'
import { draftFromText } from '../../server/intake/draftFromText.ts'
import { readScans } from '../../server/intake/scans/readScans.ts'
import { replaceText } from '../../server/intake/rereadDraft.ts'
import { takeScan } from '../../server/intake/scans/takeScan.ts'
import { Citation } from '../../server/models/Citation.ts'
import { DocumentFile, type DocumentFileRecord } from '../../server/models/DocumentFile.ts'
import { LegalDocument } from '../../server/models/LegalDocument.ts'
import { testApp } from '../support/app.ts'
import { useDatabase } from '../support/database.ts'
import { buildPdf } from '../support/pdf.ts'
import { clerk, load, OUTSIDE, register } from '../support/takeIn.ts'

const TARGET = `ỦY BAN NHÂN DÂN
TỈNH HÀ NAM
Số: 47/2021/QĐ-UBND
Hà Nam, ngày 12 tháng 8 năm 2021
QUYẾT ĐỊNH
Ban hành Quy chế quản lý bến bãi`
const LINES = [
  ['UBND TỈNH HÀ NAM', 90],
  ['SỞ XÂY DỰNG', 92],
  ['Căn cứ Quyết định số 47/2021/QĐ-UBND ngày 12 tháng 8 năm 2021 của UBND tỉnh Hà Nam', 70],
] as const

/** tesseract's table for these lines, a word in every row. */
function tsv(lines: readonly (readonly [string, number])[]): string {
  const rows = lines.flatMap(([line, sure], index) =>
    line.split(' ').map((word, at) => {
      const place = [100 + at * 60, 100 + index * 40, 50, 20]
      return ['5', '1', '1', '1', String(index + 1), String(at + 1), ...place, sure, word].join(
        '\t',
      )
    }),
  )
  return ['level\tpage_num', ...rows, ''].join('\n')
}

describe('scans', () => {
  useDatabase()
  let folder: string
  let programs: { tesseract: string; pdftoppm: string }

  /** Programs that answer as the real ones do: two pages, and always the same words. */
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'soat-programs-'))
    writeFileSync(path.join(folder, 'words.tsv'), tsv(LINES))
    programs = {
      tesseract: script(
        'tesseract',
        `case "$1" in --list-langs) echo vie;; --version) echo tesseract 9.1.2;; *) cat ${folder}/words.tsv;; esac`,
      ),
      pdftoppm: script('pdftoppm', 'if [ "$1" = -gray ]; then echo x > "${10}.pgm"; fi'),
    }
    script('pdfinfo', 'echo "Pages:           2"')
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  function script(name: string, body: string): string {
    const file = path.join(folder, name)
    writeFileSync(file, `#!/bin/sh\n${body}\n`)
    chmodSync(file, 0o755)
    return file
  }

  const read = (using = programs, signal = new AbortController().signal) =>
    readScans({ programs: using, signal })
  const config = readConfig({})
  let made = 0

  /** A draft of a scan nobody has sent before. */
  async function scan(name = 'Bản quét.pdf') {
    made += 1
    const bytes = Buffer.concat([buildPdf([[], []]), Buffer.from(`% ${made}\n`)])
    const answer = await draftFromFile({
      actor: clerk(),
      outside: OUTSIDE,
      config,
      file: { name, bytes },
    })
    if (!answer.ok) throw new Error('not taken in')
    return answer.id
  }

  const fileOf = (document: Types.ObjectId) =>
    DocumentFile.findOne({ document }).select('+ocrText').lean<DocumentFileRecord>()

  const form = async (id: unknown) => ({
    id: String(id),
    revision: (await LegalDocument.findById(id).lean())?.revision ?? 0,
    corrections: {},
    actor: clerk(),
    outside: OUTSIDE,
  })

  it('makes the draft at once and offers the text when it is read', async () => {
    const id = await scan()
    expect((await fileOf(id))?.ocr).to.include({ state: 'waiting' })
    expect(await read()).to.deep.equal({ read: 1, failed: 0, unavailable: 0 })
    const file = await fileOf(id)
    expect(file?.ocr).to.deep.include({ state: 'read', engine: 'tesseract 9.1.2', pagesDone: 2 })
    expect(file?.ocr?.confidences).to.deep.equal([75, 75])
    expect(file?.ocrText?.split('\n').slice(0, 2)).to.deep.equal(
      LINES.slice(0, 2).map(([line]) => line),
    )
    expect(await load(id)).to.include({ text: '', hasText: false, revision: 1 })
    expect(await read()).to.include({ read: 0 })
  })

  it('links nothing that OCR read until a person picks', async () => {
    const target = await register(TARGET)
    const id = await scan()
    await read()
    expect(await takeScan(await form(id))).to.deep.equal({ ok: true })
    const draft = await load(id)
    expect(draft).to.include({ hasText: true, textOrigin: 'ocr' })
    const [citation] = await Citation.find({ from: id }).lean()
    expect(citation).to.include({
      state: 'several',
      reason: 'readByOcr',
      number: '47/2021/QĐ-UBND',
    })
    expect(citation?.candidates.map(String)).to.deep.equal([String(target._id)])
    const file = await fileOf(id)
    expect(file?.ocr?.state).to.equal('taken')
    expect(draft.text.slice(file?.pageStarts[1])).to.match(/^UBND TỈNH/)
  })

  it('links nothing when the cited document is registered later', async () => {
    const id = await scan()
    await read()
    await takeScan(await form(id))
    await Citation.updateMany({ from: id }, { $set: { state: 'missing', candidates: [] } })
    await register(TARGET.replace('bến bãi', 'bến bãi thuỷ nội địa'))
    const rows = await Citation.find({ from: id }).lean()
    expect(rows.map(({ state }) => state)).to.not.include('linked')
    expect(rows.map(({ state }) => state)).to.include('several')
  })

  it('lets a pasted text stand in its place', async () => {
    const id = await scan()
    await replaceText({ ...(await form(id)), text: 'Thông báo số 5/TB-SXD', limitBytes: 1000 })
    expect(await read()).to.include({ read: 0 })
    expect((await fileOf(id))?.ocr).to.equal(undefined)
    expect(await load(id)).to.include({ textOrigin: '', text: 'Thông báo số 5/TB-SXD' })
  })

  it('takes up what a dead reader left, not what a living one reads', async () => {
    const [dead, alive] = [await scan(), await scan()]
    const reading = (leaseUntil: Date) => ({ $set: { ocr: { state: 'reading', leaseUntil } } })
    await DocumentFile.updateOne({ document: dead }, reading(new Date(Date.now() - 1000)))
    await DocumentFile.updateOne({ document: alive }, reading(new Date(Date.now() + 60_000)))
    expect(await read()).to.include({ read: 1 })
    expect((await fileOf(dead))?.ocr?.state).to.equal('read')
    expect((await fileOf(alive))?.ocr?.state).to.equal('reading')
    await DocumentFile.deleteOne({ document: alive })
  })

  it('leaves a scan it could not read for another day, and the others to the next reader', async () => {
    const [held, next] = [await scan(), await scan()]
    const { TMPDIR } = process.env
    process.env.TMPDIR = path.join(folder, 'full')
    const failure = await read(programs, AbortSignal.timeout(5000)).catch((error: Error) => error)
    if (TMPDIR === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = TMPDIR
    const file = await fileOf(held)
    expect(failure).to.have.property('message', `scan ${String(file?._id)} not read`)
    expect(file?.ocr).to.include({ state: 'reading', attempts: 1 })
    expect((await fileOf(next))?.ocr).to.include({ state: 'waiting', attempts: 0 })
    expect(await read()).to.include({ read: 1 })
    expect((await fileOf(next))?.ocr?.state).to.equal('read')
    await DocumentFile.updateOne({ document: held }, { $set: { 'ocr.leaseUntil': new Date(0) } })
    expect(await read()).to.include({ read: 1 })
    expect((await fileOf(held))?.ocr).to.include({ state: 'read', attempts: 2 })
  })

  it('names the pages it could not read, and keeps their places', async () => {
    const drawer = mkdtempSync(path.join(folder, 'drawer-'))
    const failing =
      'case "$5" in 2|4) kill -9 $$;; *) if [ "$1" = -gray ]; then echo x > "${10}.pgm"; fi;; esac'
    const pdftoppm = script(path.join(path.basename(drawer), 'pdftoppm'), failing)
    script(path.join(path.basename(drawer), 'pdfinfo'), 'echo "Pages: 4"')
    const id = await scan()
    expect(await read({ ...programs, pdftoppm })).to.include({ read: 1 })
    const file = await fileOf(id)
    expect(file?.ocr?.confidences).to.deep.equal([75, 0, 75, 0])
    expect(file?.ocrText?.match(/SỞ XÂY DỰNG/gu)).to.have.length(2)
    const visitor = await testApp().signedIn('clerk')
    const { text } = await visitor.get(`/drafts/${String(id)}`).expect(200)
    expect(text).to.include(
      '4 trang, độ tin cậy 75%; thấp nhất trang 1: 75%; trang 2, 4 không đọc được chữ nào, xem tệp gốc.',
    )
  })

  it('takes no annex for the text of the document', async () => {
    const [annex, main] = [await scan('Phụ lục.pdf'), await scan()]
    await read()
    await DocumentFile.updateOne({ document: annex }, { document: main, part: 'annex' })
    const files = await DocumentFile.find({ document: main }).sort({ part: 1 }).lean()
    const [fromAnnex, fromMain] = files.map(({ _id }) => _id)
    await DocumentFile.updateOne({ _id: fromAnnex }, { ocrText: 'Phụ lục kèm theo Quyết định' })
    await DocumentFile.updateOne({ _id: fromMain }, { ocrText: 'Quyết định của Sở Xây dựng' })
    expect(await takeScan(await form(main))).to.deep.equal({ ok: true })
    expect((await load(main)).text).to.equal('Quyết định của Sở Xây dựng')
    const only = await scan()
    await read()
    await DocumentFile.updateOne({ document: only }, { part: 'annex' })
    expect(await takeScan(await form(only))).to.include({ ok: false })
    const visitor = await testApp().signedIn('clerk')
    const { text } = await visitor.get(`/drafts/${String(only)}`).expect(200)
    expect(text).not.to.include('Dùng văn bản OCR')
  })

  it('gives up on a scan that ends its reader again and again', async () => {
    const id = await scan()
    await DocumentFile.updateOne({ document: id }, { $set: { 'ocr.attempts': 3 } })
    expect(await read()).to.include({ failed: 1 })
    expect((await fileOf(id))?.ocr).to.include({ state: 'failed', reason: 'tooOften' })
  })

  it('waits for a machine that has tesseract', async () => {
    const id = await scan()
    const none = { tesseract: path.join(folder, 'nowhere'), pdftoppm: 'pdftoppm' }
    expect(await read(none)).to.include({ read: 0, unavailable: 1 })
    expect((await fileOf(id))?.ocr?.state).to.equal('unavailable')
    expect(await read()).to.include({ read: 1 })
  })

  it('reads nothing with tesseract switched off', async () => {
    await scan()
    expect(await read({ ...programs, tesseract: 'off' })).to.include({ unavailable: 1 })
    await read()
  })

  it('says what went wrong with a picture without words', async () => {
    const id = await scan()
    const blind = script(
      'blind',
      'case "$1" in --list-langs) echo vie;; --version) echo tesseract 9.1.2;; *) exit 1;; esac',
    )
    expect(await read({ ...programs, tesseract: blind })).to.include({ failed: 1 })
    expect((await fileOf(id))?.ocr).to.include({ state: 'failed', reason: 'nothingFound' })
  })

  it('stops when the server stops, and leaves the scan for the next start', async () => {
    const id = await scan()
    const stopping = new AbortController()
    const slow = script(
      'slow',
      'case "$1" in --list-langs) echo vie;; --version) echo 1;; *) sleep 20;; esac',
    )
    const reading = read({ ...programs, tesseract: slow }, stopping.signal)
    await new Promise(resolve => setTimeout(resolve, 1500))
    stopping.abort()
    await reading
    expect((await fileOf(id))?.ocr).to.include({ state: 'waiting', attempts: 0 })
    await DocumentFile.deleteOne({ document: id })
  })

  it('shows on the check page where the reading stands, and the text with one click', async () => {
    await register(TARGET)
    const visitor = await testApp().signedIn('clerk')
    const id = await scan()
    const page = async () => (await visitor.get(`/drafts/${String(id)}`).expect(200)).text
    expect(await page()).to.include('Đang chờ đọc bằng OCR')
    await read({ ...programs, tesseract: 'off' })
    expect(await page()).to.include('Chưa cài tesseract tiếng Việt')
    await read()
    expect(await page()).to.include(
      'tesseract 9.1.2, 2 trang, độ tin cậy 75%; thấp nhất trang 1: 75%',
    )
    const early = await visitor.post(`/drafts/${String(await scan())}/scan`, {
      revision: 1,
      isForm: 1,
    })
    expect(early.status).to.equal(422)
    expect(early.text).to.include('Chưa có văn bản OCR để dùng')
    const button = /<button [^>]*formaction="([^"]+)">Dùng văn bản OCR</u.exec(await page())
    expect(button?.[1], 'the button on the page').to.equal(`/drafts/${String(id)}/scan`)
    const answer = await visitor.post(String(button?.[1]), { revision: 1, isForm: 1 })
    expect(answer.status).to.equal(303)
    const taken = await page()
    expect(taken).to.include('Văn bản đọc bằng OCR').and.not.to.include('Dùng văn bản OCR')
    expect(taken).to.include('bằng OCR: chọn sau khi đối chiếu bản gốc')
  })

  it('names the old encoding on the check page and keeps what was pasted', async () => {
    const pasted = 'C\u00a8n c\u00f8 QuyÕt ®Þnh nµy'
    const answer = await draftFromText({ actor: clerk(), outside: OUTSIDE, config, text: pasted })
    if (!answer.ok) throw new Error('not taken in')
    expect((await load(answer.id)).text).to.equal('Căn cứ Quyết định này')
    const visitor = await testApp().signedIn('clerk')
    const page = await visitor.get(`/drafts/${String(answer.id)}`).expect(200)
    expect(page.text).to.include('Chuyển từ bảng mã TCVN3 (ABC) sang Unicode')
    expect((await fileOf(answer.id))?.size).to.equal(Buffer.byteLength(pasted))
  })

  it('reads no scan of a document that is registered meanwhile', async () => {
    const id = await scan()
    await LegalDocument.updateOne({ _id: id }, { $set: { state: 'confirmed' } })
    expect(await read()).to.include({ read: 0, failed: 0 })
  })
})
