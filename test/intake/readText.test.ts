import { expect } from 'chai'
import {
  AlignmentType,
  Document,
  FootnoteReferenceRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import { zipSync, strToU8 } from 'fflate'
import { createHash } from 'node:crypto'
import { readText } from '../../server/intake/readText/index.ts'
import { buildCompoundFile, buildDoc } from '../support/files.ts'
import { buildPdf } from '../support/pdf.ts'
import type { ReadResult } from '../../server/intake/readText/index.ts'

const MEGABYTE = 1024 * 1024
const LIMITS = { fileBytes: MEGABYTE, textBytes: 200_000 }
const SENTENCE = 'Căn cứ Nghị định số 12/2021/NĐ-CP ngày 03 tháng 02 năm 2021 của Chính phủ'
const PDF = buildPdf([
  [
    { x: 60, y: 80, text: 'Điều 1. Phạm vi áp dụng' },
    { x: 60, y: 100, text: SENTENCE },
  ],
])

function read(name: string, bytes: Buffer, limits = LIMITS): Promise<ReadResult> {
  return readText({ name, bytes }, limits)
}

async function textOf(name: string, bytes: Buffer): Promise<string> {
  const result = await read(name, bytes)
  if (!result.ok) throw new Error(result.error)
  return result.text ?? ''
}

function zip(entries: Record<string, string>): Buffer {
  return Buffer.from(
    zipSync(Object.fromEntries(Object.entries(entries).map(([key, text]) => [key, strToU8(text)]))),
  )
}

/** Bytes that look random and are the same in every run. */
function noise(length: number): Buffer {
  const blocks = Array.from({ length: Math.ceil(length / 32) }, (_, index) =>
    createHash('sha256').update(`noise ${index}`).digest(),
  )
  return Buffer.concat(blocks).subarray(0, length)
}

/** A .docx that holds far more than it weighs. */
function bomb(): Buffer {
  return zip({ 'word/document.xml': ' '.repeat(60 * MEGABYTE) })
}

// The size of the one entry, in its own header and in the directory, set to something small.
function lying(archive: Buffer): Buffer {
  const copy = Buffer.from(archive)
  copy.writeUInt32LE(1000, 22)
  copy.writeUInt32LE(1000, copy.indexOf(Buffer.from('504b0102', 'hex')) + 24)
  return copy
}

const refusals: [what: string, name: string, bytes: () => Buffer, error: string][] = [
  ['an empty file', 'a.txt', () => Buffer.alloc(0), 'files.empty'],
  ['a PDF of no bytes', 'a.pdf', () => Buffer.alloc(0), 'files.empty'],
  ['one byte', 'a.docx', () => Buffer.from('\n'), 'files.empty'],
  ['white space only', 'a.txt', () => Buffer.from(' \r\n\t\u00a0\n'), 'files.empty'],
  ['a byte order mark only', 'a.txt', () => Buffer.from('\ufeff'), 'files.empty'],
  ['random bytes', 'a.bin', () => noise(5000), 'files.unreadable'],
  ['random bytes named .txt', 'a.txt', () => noise(5000), 'files.unreadable'],
  ['random bytes named .pdf', 'a.pdf', () => noise(5000), 'files.notAPdf'],
  ['random bytes named .docx', 'a.docx', () => noise(5000), 'files.notADocx'],
  ['random bytes named .doc', 'a.doc', () => noise(5000), 'files.unreadable'],
  ['zeros', 'a.txt', () => Buffer.alloc(5000), 'files.unreadable'],
  ['HTML named .pdf', 'a.pdf', () => Buffer.from('<html><p>Điều 1</p></html>'), 'files.notAPdf'],
  ['text named .docx', 'a.docx', () => Buffer.from(SENTENCE), 'files.notADocx'],
  ['a renamed .zip', 'a.docx', () => zip({ 'thu.txt': SENTENCE }), 'files.notADocx'],
  ['a workbook named .docx', 'a.docx', () => zip({ 'xl/workbook.xml': '' }), 'files.notADocx'],
  ['a cut .zip', 'a.zip', () => zip({ 'thu.txt': SENTENCE }).subarray(0, 60), 'files.unreadable'],
  ['a damaged .docx', 'a.docx', () => zip({ 'word/document.xml': '<w:doc' }), 'files.brokenDocx'],
  ['a zip bomb', 'a.docx', bomb, 'files.inflatesTooLarge'],
  ['a zip bomb that hides', 'a.docx', () => lying(bomb()), 'files.brokenDocx'],
  [
    'a .docx with a password',
    'a.docx',
    () => buildCompoundFile({ EncryptedPackage: Buffer.from('x') }),
    'files.encryptedOffice',
  ],
  [
    'a .doc with a password',
    'a.doc',
    () => buildDoc('x', { locked: true }),
    'files.encryptedOffice',
  ],
  ['a damaged .doc', 'a.doc', () => buildDoc(SENTENCE).subarray(0, 1600), 'files.brokenDoc'],
  ['a compound file named .docx', 'a.docx', () => buildCompoundFile({}), 'files.notADocx'],
  ['a PDF header and nothing', 'a.pdf', () => Buffer.from('%PDF-1.4\n'), 'files.brokenPdf'],
  [
    'a PDF of noise',
    'a.pdf',
    () => Buffer.concat([Buffer.from('%PDF-1.7\n'), noise(3000)]),
    'files.brokenPdf',
  ],
  ['a cut PDF', 'a.pdf', () => PDF.subarray(0, 300), 'files.brokenPdf'],
  [
    'a PDF with a password',
    'a.pdf',
    () => buildPdf([[{ x: 9, y: 9, text: SENTENCE }]], { passwords: { user: 'u', owner: 'o' } }),
    'files.encryptedPdf',
  ],
  ['a file over the limit', 'a.txt', () => Buffer.alloc(MEGABYTE + 1, 'a'), 'files.tooLarge'],
  ['a text over the limit', 'a.txt', () => Buffer.from('ă'.repeat(100_001)), 'files.textTooLong'],
  [
    'a text in no known encoding',
    'a.txt',
    () =>
      Buffer.from(
        'Le d\u00e9cret a \u00e9t\u00e9 annul\u00e9 d\u00e8s \u00e0 pr\u00e9sent',
        'latin1',
      ),
    'files.oldEncoding',
  ],
]

const kept: [what: string, name: string, bytes: () => Buffer, kind: string, note: string][] = [
  ['a PDF without text', 'a.pdf', () => buildPdf([[], []]), 'pdf', 'files.noTextLayer'],
  [
    'a PDF of page numbers',
    'a.pdf',
    () => buildPdf([[{ x: 9, y: 9, text: 'Trang 1' }]]),
    'pdf',
    'files.noTextLayer',
  ],
  [
    'an image',
    'a.png',
    () => Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108020000', 'hex'),
    'image',
    'files.noTextLayer',
  ],
  ['a .zip', 'a.zip', () => zip({ 'thu.txt': SENTENCE }), 'archive', 'files.kindNotRead'],
  [
    'a workbook',
    'a.xlsx',
    () => zip({ 'xl/workbook.xml': '' }),
    'spreadsheet',
    'files.kindNotRead',
  ],
  [
    'an .odt',
    'a.odt',
    () => zip({ mimetype: '', 'META-INF/manifest.xml': '' }),
    'opendocument',
    'files.kindNotRead',
  ],
  [
    'an old workbook',
    'a.xls',
    () => buildCompoundFile({ Workbook: Buffer.alloc(9) }),
    'spreadsheet',
    'files.kindNotRead',
  ],
  [
    'a web page named .doc',
    'a.doc',
    () => Buffer.from('<!DOCTYPE html><html><p>x'),
    'html',
    'files.kindNotRead',
  ],
]

const texts: [what: string, bytes: Buffer, text: string][] = [
  ['UTF-8', Buffer.from('Điều 1\nKhoản 2'), 'Điều 1\nKhoản 2'],
  ['UTF-8 with its mark', Buffer.from('\ufeffĐiều 1'), 'Điều 1'],
  ['UTF-16 LE', Buffer.from('\ufeffĐiều 1', 'utf16le'), 'Điều 1'],
  ['UTF-16 BE', Buffer.from('\ufeffĐiều 1', 'utf16le').swap16(), 'Điều 1'],
  ['decomposed letters', Buffer.from('Điều 1'.normalize('NFD')), 'Điều 1'],
  ['Windows and old Mac line ends', Buffer.from('a\r\nb\rc\u2028d\fe'), 'a\nb\nc\nd\ne'],
  [
    'a stray NUL in a long text',
    Buffer.from(`Điều\0 1 ${'x'.repeat(99)}`),
    `Điều 1 ${'x'.repeat(99)}`,
  ],
  ['script', Buffer.from('<script>alert(1)</script>'), '<script>alert(1)</script>'],
  ['HTML named .txt', Buffer.from('<html>Điều 1</html>'), '<html>Điều 1</html>'],
  ['a text that names PDF', Buffer.from('Tệp bắt đầu bằng %PDF-1.4'), 'Tệp bắt đầu bằng %PDF-1.4'],
]

describe('readText', () => {
  for (const [what, name, bytes, error] of refusals) {
    it(`refuses ${what}: ${error}`, async () => {
      const result = await read(name, bytes())
      expect(result).to.include({ ok: false, error })
    })
  }

  for (const [what, name, bytes, kind, note] of kept) {
    it(`keeps ${what} whole, without text`, async () => {
      expect(await read(name, bytes())).to.include({ ok: true, kind, text: null, note })
    })
  }

  for (const [what, bytes, text] of texts) {
    it(`reads ${what}`, async () => {
      expect(await read('Công văn số 5.txt', bytes)).to.include({ ok: true, kind: 'txt', text })
    })
  }

  it('gives up on a file that takes too long, and reads the next', async () => {
    const limits = { ...LIMITS, milliseconds: 1 }
    expect(await read('a.pdf', PDF, limits)).to.include({ error: 'files.tooSlow' })
    expect(await textOf('a.pdf', PDF)).to.include(SENTENCE)
  })

  it('reads several files at once', async () => {
    const results = await Promise.all(Array.from({ length: 6 }, () => textOf('a.pdf', PDF)))
    expect(new Set(results).size).to.equal(1)
  })
})

describe('readText of a PDF', () => {
  it('reads lines, whatever the extension says', async () => {
    for (const name of ['a.pdf', 'a.txt', 'a.docx']) {
      expect(await read(name, PDF)).to.include({
        ok: true,
        kind: 'pdf',
        text: `Điều 1. Phạm vi áp dụng\n${SENTENCE}`,
      })
    }
  })

  it('opens what only its owner locked', async () => {
    const passwords = { user: '', owner: 'o' }
    const bytes = buildPdf([[{ x: 60, y: 80, text: SENTENCE }]], { passwords })
    expect(await textOf('a.pdf', bytes)).to.equal(SENTENCE)
  })

  it('starts each page where its text starts, empty pages included', async () => {
    const pages = [`Trang một ${SENTENCE}`, '', `Trang ba ${SENTENCE}`]
    const bytes = buildPdf(pages.map(text => (text ? [{ x: 60, y: 80, text }] : [])))
    const result = await read('a.pdf', bytes)
    if (!result.ok || result.text === null) throw new Error('not read')
    const { text } = result
    expect(result.pages).to.have.length(3)
    const starts = result.pages.map(({ start }) => start)
    expect(starts).to.deep.equal([...starts].sort((one, other) => one - other))
    expect(text.slice(starts[0])).to.match(/^Trang một/)
    expect(text.slice(starts[2])).to.match(/^Trang ba/)
    expect(text).to.equal(text.normalize('NFC'))
  })

  it('puts the left block of a letterhead before the right one, and the signature likewise', async () => {
    const text = await textOf(
      'a.pdf',
      buildPdf([
        [
          { x: 60, y: 60, text: 'SỞ XÂY DỰNG', size: 10 },
          { x: 260, y: 60, text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', size: 10 },
          { x: 60, y: 75, text: 'Số: 17/SXD-PC', size: 10 },
          { x: 300, y: 75, text: 'Độc lập - Tự do - Hạnh phúc', size: 10 },
          { x: 290, y: 95, text: 'Hà Nam, ngày 02 tháng 3 năm 2022', size: 10 },
          {
            x: 60,
            y: 130,
            text: 'V/v góp ý dự thảo quyết định của Ủy ban nhân dân tỉnh, gửi các sở, ngành',
          },
          { x: 60, y: 700, text: 'Nơi nhận:' },
          { x: 330, y: 700, text: 'GIÁM ĐỐC' },
          { x: 60, y: 715, text: '- Như trên;' },
          { x: 330, y: 760, text: 'Trần Văn Mẫu' },
        ],
      ]),
    )
    expect(text.split('\n')).to.deep.equal([
      'SỞ XÂY DỰNG',
      'Số: 17/SXD-PC',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Hà Nam, ngày 02 tháng 3 năm 2022',
      'V/v góp ý dự thảo quyết định của Ủy ban nhân dân tỉnh, gửi các sở, ngành',
      'Nơi nhận:',
      '- Như trên;',
      'GIÁM ĐỐC',
      'Trần Văn Mẫu',
    ])
  })

  it('keeps the number of a footnote apart from the word it stands at', async () => {
    const runs = [
      { x: 60, y: 80, text: 'Theo Án lệ số 34/2020/AL' },
      { x: 204, y: 75, text: '1', size: 7 },
      { x: 60, y: 100, text: 'diện tích 120 m' },
      { x: 150, y: 95, text: '2', size: 7 },
    ]
    expect(await textOf('a.pdf', buildPdf([runs]))).to.equal(
      'Theo Án lệ số 34/2020/AL 1\ndiện tích 120 m2',
    )
  })

  it('puts words together whose letters the file sets too far apart', async () => {
    const lines = [
      'Nhà nư ớc giao quyề n cho ngườ i khở i kiện tại Ủ y ban nhân dân',
      'Điề u 5, điểm c ủy quyền cho bà H ở phườ ng 2; y tế, số 5 a và nhà đ ất',
    ]
    const runs = lines.map((text, index) => ({ x: 60, y: 80 + index * 20, text }))
    expect(await textOf('a.pdf', buildPdf([runs]))).to.equal(
      [
        'Nhà nước giao quyền cho người khởi kiện tại Ủy ban nhân dân',
        'Điều 5, điểm c ủy quyền cho bà H ở phường 2; y tế, số 5 a và nhà đất',
      ].join('\n'),
    )
  })

  it('leaves blanks alone where the file is true', async () => {
    const text = 'Điểm đ ở trang sau, cụ N ở nhà, quyề n và nghĩa vụ của bà Ư theo Điều 5'
    expect(await textOf('a.pdf', buildPdf([[{ x: 60, y: 80, text }]]))).to.equal(text)
  })

  it('says that a text layer is none, and reads foreign words', async () => {
    const shifted = Array.from(SENTENCE.repeat(3), letter =>
      letter === ' ' ? ' ' : String.fromCharCode(((letter.charCodeAt(0) * 7) % 94) + 161),
    ).join('')
    const page = (text: string) => buildPdf([[{ x: 20, y: 80, text, size: 2 }]])
    expect(await read('a.pdf', page(shifted))).to.include({ text: null, note: 'files.garbledText' })
    const foreign =
      'This Decree takes effect on the day it is signed and repeals all former rules. '
    expect(await textOf('a.pdf', page(foreign.repeat(3)))).to.equal(foreign.repeat(3).trim())
  })

  it('stops at the limit of text', async () => {
    const lines = [80, 100, 120, 140, 160].map(y => ({ x: 60, y, text: 'ă'.repeat(40) }))
    const bytes = buildPdf([lines])
    const limits = { ...LIMITS, textBytes: 300 }
    expect(await read('a.pdf', bytes, limits)).to.include({ error: 'files.textTooLong' })
  })
})

describe('readText of Word files', () => {
  const level = (index: number, format: 'decimal' | 'lowerLetter', text: string) => ({
    level: index,
    format: format === 'decimal' ? LevelFormat.DECIMAL : LevelFormat.LOWER_LETTER,
    text,
    alignment: AlignmentType.START,
  })
  const numbered = (text: string, index: number) =>
    new Paragraph({ text, numbering: { reference: 'law', level: index } })

  async function sample(): Promise<Buffer> {
    const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] })
    const document = new Document({
      numbering: {
        config: [
          {
            reference: 'law',
            levels: [
              level(0, 'decimal', 'Điều %1.'),
              level(1, 'decimal', '%2.'),
              level(2, 'lowerLetter', '%3)'),
            ],
          },
        ],
      },
      footnotes: { 1: { children: [new Paragraph('Được sửa đổi năm 2020.')] } },
      sections: [
        {
          children: [
            new Table({
              rows: [new TableRow({ children: [cell('SỞ Y TẾ'), cell('CỘNG HÒA XÃ HỘI')] })],
            }),
            new Paragraph({
              children: [new TextRun('QUYẾT ĐỊNH'), new TextRun({ text: 'Về một việc', break: 1 })],
            }),
            numbered('Phạm vi', 0),
            numbered('Khoản đầu', 1),
            numbered('điểm đầu', 2),
            numbered('điểm sau', 2),
            numbered('Khoản sau', 1),
            numbered('điểm đầu nữa', 2),
            numbered('Hiệu lực', 0),
            new Paragraph({ children: [new TextRun('Luật này'), new FootnoteReferenceRun(1)] }),
          ],
        },
      ],
    })
    return Packer.toBuffer(document)
  }

  it('reads .docx with tables cell by cell, line breaks, automatic numbers and notes', async () => {
    expect((await textOf('Quyết định.docx', await sample())).trim().split('\n')).to.deep.equal([
      'SỞ Y TẾ',
      'CỘNG HÒA XÃ HỘI',
      'QUYẾT ĐỊNH',
      'Về một việc',
      'Điều 1. Phạm vi',
      '1. Khoản đầu',
      'a) điểm đầu',
      'b) điểm sau',
      '2. Khoản sau',
      'a) điểm đầu nữa',
      'Điều 2. Hiệu lực',
      'Luật này[1]',
      '[1] Được sửa đổi năm 2020.',
    ])
  })

  it('reads .docx by its content, whatever the extension says', async () => {
    expect(await read('a.pdf', await sample())).to.include({ ok: true, kind: 'docx' })
  })

  it('reads .doc', async () => {
    const bytes = buildDoc(`QUỐC HỘI\n${SENTENCE} “sửa đổi”\n`)
    expect(await read('Luật.doc', bytes)).to.include({ ok: true, kind: 'doc' })
    expect(await textOf('Luật.doc', bytes)).to.equal(`QUỐC HỘI\n${SENTENCE} “sửa đổi”\n`)
  })

  it('begins a line at the right cell of the letterhead of a .doc', async () => {
    const bytes = buildDoc('Số: 5/2012/QH13\tCỘNG HÒA XÃ HỘI\t\nHà Nội\n')
    expect(await textOf('Luật.doc', bytes)).to.equal('Số: 5/2012/QH13\nCỘNG HÒA XÃ HỘI\nHà Nội\n')
  })
})
