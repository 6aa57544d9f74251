import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect } from 'chai'
import { buildDocx, paragraph } from '../support/docx.ts'
import { windows1258 } from '../support/oldEncodings.ts'

const ROOT = path.join(import.meta.dirname, '../..')
const WORDS =
  'Căn cứ Nghị định số 12/2021/NĐ-CP ngày 03 tháng 02 năm 2021 của Chính phủ về những người giữ nhà ở'
const TCVN3 = Buffer.from(
  'C\u00a8n c\u00f8 Ngh\u00de \u00ae\u00denh s\u00e8 12/2021/N\u00a7-CP ng\u00b5y 03 th\u00b8ng 02 n\u00a8m 2021 c\u00f1a Ch\u00ddnh ph\u00f1 v\u00d2 nh\u00f7ng ng\u00ad\u00eai gi\u00f7 nh\u00b5 \u00eb',
  'latin1',
)

describe('npm run extract', function () {
  this.timeout(120_000)
  let folder: string
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'soat-extract-'))
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  function run(...args: string[]) {
    const command = ['--import', 'tsx', 'scripts/extract.ts', ...args]
    const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: ROOT })
    return { status, out: stdout.toString(), err: stderr.toString() }
  }

  function write(name: string, bytes: Buffer | string): string {
    const file = path.join(folder, name)
    writeFileSync(file, bytes)
    return file
  }

  const files: [name: string, bytes: Buffer | string, said: string][] = [
    ['word.docx', buildDocx({ body: paragraph(WORDS) }), ''],
    ['utf8.txt', `\ufeff${WORDS}`, ''],
    ['ghi.md', WORDS, ''],
    ['abc.txt', TCVN3, 'Chuyển từ bảng mã TCVN3 (ABC) sang Unicode'],
    ['windows.txt', windows1258(WORDS), 'Chuyển từ bảng mã Windows-1258 sang Unicode'],
  ]
  for (const [name, bytes, said] of files) {
    it(`reads ${name}`, () => {
      const { status, out, err } = run(write(name, bytes), '--json')
      expect([status, said === '' ? err : ''], err).to.deep.equal([0, ''])
      expect(err).to.include(said)
      const { citations } = JSON.parse(out) as { citations: { number: string; issuer: string }[] }
      expect(citations.map(({ number, issuer }) => [number, issuer])).to.deep.equal([
        ['12/2021/NĐ-CP', 'Chính phủ'],
      ])
    })
  }

  it('says plainly what cannot be read', () => {
    const missing = path.join(folder, 'khong-co.txt')
    const broken = write('hong.docx', 'không phải Word')
    for (const [args, why] of [
      [[missing], `${missing}: there is no such file`],
      [['--jsonl', missing], `${missing}: there is no such file`],
      [[folder], `${folder}: this is a folder, not a file`],
      [[broken], `${broken}: Tệp không phải văn bản Word dù có đuôi .docx.`],
    ] as const) {
      const { status, out, err } = run(...args)
      expect([status, out]).to.deep.equal([1, ''])
      expect(err.trim().split('\n'), err).to.have.lengthOf(1)
      expect(err).to.include(why)
    }
  })
})
