import { expect } from 'chai'
import { shareOfSyllables, toUnicode } from '../../server/intake/readText/encoding/toUnicode.ts'
import { readText } from '../../server/intake/readText/index.ts'
import { windows1258 } from '../support/oldEncodings.ts'

const LIMITS = { fileBytes: 1024 * 1024, textBytes: 200_000 }
const UNICODE =
  'Căn cứ Nghị định số 12/2021/NĐ-CP ngày 03 tháng 02 năm 2021 của Chính phủ\nĐiều 1. Những người giữ nhà ở phải khai lại, kể cả chỗ đã bỏ; kỹ sư, thợ mỏ và hộ nghèo được miễn.'
const TCVN3 =
  'C\u00a8n c\u00f8 Ngh\u00de \u00ae\u00denh s\u00e8 12/2021/N\u00a7-CP ng\u00b5y 03 th\u00b8ng 02 n\u00a8m 2021 c\u00f1a Ch\u00ddnh ph\u00f1\n\u00a7i\u00d2u 1. Nh\u00f7ng ng\u00ad\u00eai gi\u00f7 nh\u00b5 \u00eb ph\u00b6i khai l\u00b9i, k\u00d3 c\u00b6 ch\u00e7 \u00ae\u00b7 b\u00e1; k\u00fc s\u00ad, th\u00ee m\u00e1 v\u00b5 h\u00e9 ngh\u00cco \u00ae\u00ad\u00eec mi\u00d4n.'
const VNI =
  'Caên cöù Nghò ñònh soá 12/2021/NÑ-CP ngaøy 03 thaùng 02 naêm 2021 cuûa Chính phuû\nÑieàu 1. Nhöõng ngöôøi giöõ nhaø ôû phaûi khai laïi, keå caû choã ñaõ boû; kyõ sö, thôï moû vaø hoä ngheøo ñöôïc mieãn.'

async function read(bytes: Buffer) {
  const result = await readText({ name: 'Thông báo.txt', bytes }, LIMITS)
  if (!result.ok) throw new Error(result.error)
  return result
}

describe('text in encodings from before Unicode', () => {
  const files: [what: string, bytes: Buffer, encoding: string | undefined][] = [
    ['TCVN3', Buffer.from(TCVN3, 'latin1'), 'tcvn3'],
    ['VNI', Buffer.from(VNI, 'latin1'), 'vni'],
    ['windows-1258', windows1258(UNICODE), 'windows1258'],
    ['TCVN3 letters saved as UTF-8', Buffer.from(TCVN3), 'tcvn3'],
    ['VNI letters saved as UTF-16', Buffer.from(`\ufeff${VNI}`, 'utf16le'), 'vni'],
    ['UTF-8', Buffer.from(UNICODE), undefined],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${UNICODE}`), undefined],
    ['UTF-16 without its mark', Buffer.from(UNICODE, 'utf16le'), undefined],
    ['UTF-16, high bytes first', Buffer.from(UNICODE, 'utf16le').swap16(), undefined],
  ]
  for (const [what, bytes, encoding] of files) {
    it(`reads ${what}`, async () => {
      const result = await read(bytes)
      expect(result.text).to.equal(UNICODE)
      expect(result.encoding).to.equal(encoding)
    })
  }

  it('reads quotes of Windows in a text without Vietnamese letters', async () => {
    expect((await read(Buffer.from('He said \x93no\x94', 'latin1'))).text).to.equal('He said “no”')
  })

  it('writes capitals that TCVN3 has no letters for', () => {
    const lines: [tcvn3: string, unicode: string][] = [
      ['QUY\u00d5T \u00a7\u00deNH', 'QUYẾT ĐỊNH'],
      [
        'C\u00e9NG H\u00dfA X\u00b7 H\u00e9I CH\u00f1 NGH\u00dcA VI\u00d6T NAM',
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      ],
      ['S\u00e8: 12/2005/Q\u00a7-UB', 'Số: 12/2005/QĐ-UB'],
      ['Bà Nguy\u00d4n TH\u00de HO\u00b5', 'Bà Nguyễn THỊ HOÀ'],
    ]
    const text = `${TCVN3}\n${lines.map(([tcvn3]) => tcvn3).join('\n')}`
    expect(toUnicode(text).text.split('\n').slice(2)).to.deep.equal(
      lines.map(([, unicode]) => unicode),
    )
  })

  it('brings over only the lines in the old letters', () => {
    const mixed = `Kính gửi: Sở Tư pháp\n${TCVN3}\nVề việc đã nêu, đề nghị là có`
    expect(toUnicode(mixed)).to.deep.equal({
      text: `Kính gửi: Sở Tư pháp\n${UNICODE}\nVề việc đã nêu, đề nghị là có`,
      encoding: 'tcvn3',
    })
  })

  const untouched: [what: string, text: string][] = [
    ['Unicode', UNICODE],
    ['decomposed Unicode', UNICODE.normalize('NFD')],
    ['Unicode with the letters of Latin-1 only', 'là và có thì bà má cho ông lên xuống hòm thóc'],
    ['French', 'Le décret a été annulé dès à présent, où était-ce noté ?'],
    ['German', 'Die Größe der Fläche für Übungen'],
    ['a word or two', 'sè cña'],
    ['signs of Latin-1', '§ 1 · 20 °C ± 2 ¼ © ®'],
    ['plain letters', 'Cong van so 5'],
  ]
  for (const [what, text] of untouched) {
    it(`leaves ${what} as it is`, () => {
      expect(toUnicode(text)).to.deep.equal({ text, encoding: null })
    })
  }

  it('knows syllables', () => {
    const words = 'nghiêng quyết giữa gì khuỷu khuya oà ngoặc thuở hoà hòa uỷ ủy yếu ọc'
    expect(shareOfSyllables(words)).to.deep.include({ share: 1 })
    expect(shareOfSyllables('ngườ đất̃ kàc đêt zì bửơ')).to.deep.include({ share: 0 })
  })
})
