import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { foldCopies } from '../../server/reading/fold.ts'
import { parseHeader } from '../../server/reading/parseHeader.ts'
import type { Found, Header } from '../../server/reading/types.ts'

/** Header of a labelled passage, in the keys of the labelled files. */
type Labelled = Record<string, string | string[] | null>

const FIELDS: [string, keyof Header][] = [
  ['number', 'number'],
  ['date', 'date'],
  ['place', 'place'],
  ['type', 'type'],
  ['issuer', 'issuer'],
  ['parent_agency', 'parentAgency'],
  ['subject', 'subject'],
  ['addressees', 'addressees'],
  ['signer_role', 'signerRole'],
  ['signer', 'signer'],
  ['recipients', 'recipients'],
  ['secrecy', 'secrecy'],
  ['urgency', 'urgency'],
  ['digital_signer', 'digitalSigner'],
]
const file = new URL('../fixtures/passages/headers.jsonl', import.meta.url)
const passages = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line) as { id: string; text: string; header: Labelled })

const read = (text: string) => parseHeader(foldCopies(text.normalize('NFC')))
const orNull = (value: unknown) => (Array.isArray(value) && value.length === 0 ? null : value)

describe('the header of a document', () => {
  for (const { id, text, header } of passages) {
    it(id.replaceAll('-', ' '), () => {
      const found = read(text)
      for (const [label, field] of FIELDS) {
        expect(found[field]?.value ?? null, label).to.deep.equal(orNull(header[label] ?? null))
      }
      const mode = header.signing_mode
      expect(found.signingMode?.value.startsWith(String(mode)) ?? null, 'mode').to.equal(
        mode === null ? null : true,
      )
    })
  }

  it('proves every field by the words it was read from', () => {
    for (const { text } of passages) {
      for (const found of Object.values(read(text)) as Found<unknown>[]) {
        expect(text.slice(found.start, found.end)).to.equal(found.quote)
      }
    }
  })
})

describe('a header', () => {
  it('is read from NFD text and Windows line ends as well', () => {
    for (const { text, header } of passages.slice(0, 6)) {
      const found = read(text.normalize('NFD').replaceAll('\n', '\r\n'))
      expect(found.number?.value ?? null).to.equal(header.number)
      expect(found.issuer?.value ?? null).to.equal(header.issuer)
      expect(found.signer?.value ?? null).to.equal(header.signer)
    }
  })

  it('does not take the recipients of a form for those of the document', () => {
    const text =
      'Điều 9. Nơi nhận đơn\n1. Nơi nhận đơn đề nghị: bộ phận một cửa.\nBỘ TRƯỞNG\nLê Văn Sáng\n'
    expect(read(text).recipients).to.equal(undefined)
  })

  it('says nothing of secrecy when the words are those of a sentence', () => {
    const text =
      'HỌC VIỆN KỸ THUẬT MẬT MÃ\nSố: 5/QĐ-HV\nQUYẾT ĐỊNH\nVề bảo vệ bí mật nhà nước và việc khẩn cấp\n'
    expect(read(text)).to.not.have.any.keys('secrecy', 'urgency')
    expect(read(text).issuer?.value).to.equal('HỌC VIỆN KỸ THUẬT MẬT MÃ')
  })

  it('takes effect on the day the document says, not on that of a quoted provision', () => {
    const text =
      'Điều 1. Sửa đổi Điều 9 như sau: “Điều 9. Quyết định này có hiệu lực từ ngày 01/01/2020.”.\n' +
      'Điều 2. Quyết định này có hiệu lực thi hành kể từ ngày 05 tháng 02 năm 2026.\n'
    expect(read(text).effectiveFrom?.value).to.equal('2026-02-05')
  })

  it('shows where each field was read, also where the subject has no mark', () => {
    const texts = [
      'Số: 14/CV-UB\nVề việc giao đất\n\nKính gửi: Sở A\n\nThực hiện kế hoạch.\n',
      'TỈNH ỦY AN PHÚC\nVĂN PHÒNG\n*\nSố 437-CV/VPTU\nTham mưu triển khai\nphong trào thi đua\nĐẢNG CỘNG SẢN VIỆT NAM\nAn Phúc, ngày 2 tháng 3 năm 2025\nKính gửi: Sở A\n',
    ]
    for (const text of texts) {
      const header = read(text)
      expect(header.type?.value).to.equal('Công văn')
      const fields = Object.values(header) as { quote: string }[]
      for (const { quote } of fields) expect(quote).to.not.equal('')
    }
  })
})
