import { createHash } from 'node:crypto'

export interface PdfRun {
  x: number
  y: number
  text: string
  size?: number
}

export interface PdfOptions {
  /** Locks the file with the standard handler (RC4, 40 bit); an empty user password opens without being asked. */
  passwords?: { user: string; owner: string }
}

const PADDING = Buffer.from(
  '28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a',
  'hex',
)
const ID = Buffer.from('0123456789abcdef0123456789abcdef', 'hex')
const PERMISSIONS = -44

/** A small valid PDF: one list of runs per page, y from the top of an A4 page, in order of writing. */
export function buildPdf(pages: PdfRun[][], { passwords }: PdfOptions = {}): Buffer {
  const lock = passwords && lockOf(passwords)
  const first = 6
  const kids = pages.map((_, index) => `${first + index * 2} 0 R`).join(' ')
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /Times /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Times /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor << /Type /FontDescriptor /FontName /Times /Flags 4 /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 /FontBBox [0 -200 1000 800] >> >>',
    stream(TO_UNICODE, 5, lock?.key),
  ]
  pages.forEach((runs, index) => {
    const content = first + index * 2 + 1
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${content} 0 R >>`,
      stream(runs.map(show).join('\n'), content, lock?.key),
    )
  })
  return assemble(objects, lock?.dictionary)
}

// Codes are UTF-16 units, mapped to themselves: one range per high byte, as the format asks.
const HIGH_BYTES = Array.from({ length: 256 }, (_, high) => high.toString(16).padStart(2, '0'))
const TO_UNICODE = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /Own def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
${HIGH_BYTES.map(high => `1 beginbfrange <${high}00> <${high}FF> <${high}00> endbfrange`).join('\n')}
endcmap end end`

function show({ x, y, text, size = 12 }: PdfRun): string {
  const hex = Buffer.from(text, 'utf16le').swap16().toString('hex')
  return `BT /F1 ${size} Tf 1 0 0 1 ${x} ${842 - y} Tm <${hex}> Tj ET`
}

function stream(content: string, object: number, key?: Buffer): string {
  const plain = Buffer.from(content, 'latin1')
  const data = key ? rc4(objectKey(key, object), plain) : plain
  return `<< /Length ${data.length} >>\nstream\n${data.toString('latin1')}\nendstream`
}

function assemble(objects: string[], encrypt?: string): Buffer {
  const all = encrypt ? [...objects, encrypt] : objects
  let body = '%PDF-1.4\n'
  const offsets = all.map((object, index) => {
    const at = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const rows = offsets.map(at => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const id = `<${ID.toString('hex')}>`
  const lock = encrypt ? ` /Encrypt ${all.length} 0 R` : ''
  const trailer = `<< /Size ${all.length + 1} /Root 1 0 R /ID [${id} ${id}]${lock} >>`
  const table = `xref\n0 ${all.length + 1}\n0000000000 65535 f \n${rows}`
  return Buffer.from(
    `${body}${table}trailer\n${trailer}\nstartxref\n${body.length}\n%%EOF\n`,
    'latin1',
  )
}

/** Standard security handler, revision 2 (PDF 32000-1, 7.6.3). */
function lockOf({ user, owner }: { user: string; owner: string }) {
  const ownerEntry = rc4(md5(padded(owner)).subarray(0, 5), padded(user))
  const permissions = Buffer.alloc(4)
  permissions.writeInt32LE(PERMISSIONS)
  const key = md5(Buffer.concat([padded(user), ownerEntry, permissions, ID])).subarray(0, 5)
  const entries = `/O <${ownerEntry.toString('hex')}> /U <${rc4(key, PADDING).toString('hex')}>`
  return { key, dictionary: `<< /Filter /Standard /V 1 /R 2 ${entries} /P ${PERMISSIONS} >>` }
}

function padded(password: string): Buffer {
  return Buffer.concat([Buffer.from(password, 'latin1'), PADDING]).subarray(0, 32)
}

function objectKey(key: Buffer, object: number): Buffer {
  return md5(Buffer.concat([key, Buffer.from([object & 255, object >> 8, 0, 0, 0])])).subarray(
    0,
    10,
  )
}

function md5(data: Buffer): Buffer {
  return createHash('md5').update(data).digest()
}

function rc4(key: Buffer, data: Buffer): Buffer {
  const box = Uint8Array.from({ length: 256 }, (_, index) => index)
  const at = (index: number) => box[index & 255] ?? 0
  const swap = (one: number, two: number) => {
    ;[box[one], box[two]] = [at(two), at(one)]
  }
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + at(i) + (key[i % key.length] ?? 0)) & 255
    swap(i, j)
  }
  let i = 0
  let j = 0
  return Buffer.from(
    data.map(byte => {
      i = (i + 1) & 255
      j = (j + at(i)) & 255
      swap(i, j)
      return byte ^ at(at(i) + at(j))
    }),
  )
}
