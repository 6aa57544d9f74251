import { expect } from 'chai'
import { extract } from '../../server/reading/index.ts'
import { pinpointPaths } from '../../server/reading/pinpointPaths.ts'

describe('pinpoints', () => {
  const words: [text: string, pinpoint: string | null][] = [
    ['khoản 2 Điều 5 Nghị định số 14/2029/NĐ-CP', 'khoản 2 Điều 5'],
    ['khoản\n4 Điều 2 của Luật Thủy sản', 'khoản\n4 Điều 2'],
    ['Các điều 41, 44 và Điều 46 Bộ luật Dân sự 2015', 'Các điều 41, 44 và Điều 46'],
    ['tại Điều 12, khoản 3 của Luật Kiến trúc', 'Điều 12, khoản 3'],
    ['- Điề u 94 Luật Đê điều năm 2006', 'Điề u 94'],
    [
      'Phụ lục số 01, Phụ lục số 03 kèm theo Thông tư số 32/2028/TT-BCT',
      'Phụ lục số 01, Phụ lục số 03',
    ],
    ['đoạn thứ hai khoản 1 Điều 3 Thông tư số 8/2030/TT-BYT', 'đoạn thứ hai khoản 1 Điều 3'],
    ['(Điều 12. Tên của điều này của Thông tư số 19/2026/TT-BYT)', 'Điều 12'],
    ['theo Điều 4 và Nghị định số 62/2030/NĐ-CP', null],
    ['Chương trình gồm 12 mục tiêu của Luật Du lịch', null],
    ['đại biểu Quốc hội theo Luật Tổ chức Quốc hội', null],
  ]
  for (const [text, pinpoint] of words) {
    it(text.replace(/\s+/gu, ' '), () => {
      expect(extract(text).citations.at(-1)?.pinpoint).to.equal(pinpoint)
    })
  }

  const paths: [words: string, paths: string][] = [
    ['khoản 2, khoản 3 và điểm a, b khoản 4 Điều 12', '12.2 | 12.3 | 12.4.a | 12.4.b'],
    ['Điều 5 đến Điều 8', '5–8'],
    ['các Điều 5-9', '5–9'],
    ['từ điểm a đến điểm d khoản 1 Điều 9', '9.1.a–d'],
    ['Điều 5 khoản 2 điểm a', '5.2.a'],
    ['Điều 12, khoản 3', '12.3'],
    ['khoản 2 và 3 Điều 162', '162.2 | 162.3'],
    ['điểm đ khoản 1, khoản 2 Điều 5; Điều 7', '5.1.đ | 5.2 | 7'],
    ['Điều 9, khoản 2 Điều 10, điểm d khoản 1 Điều 28', '9 | 10.2 | 28.1.d'],
    ['tiểu mục a điểm 2.4 mục 2 phần I', 'I.2.2.4.a'],
    ['Mẫu số 02 Phụ lục II', 'II.02'],
    ['đoạn thứ hai khoản 1 Điều 3', '3.1.2'],
  ]
  for (const [said, expected] of paths) {
    it(`${said} → ${expected}`, () => {
      const told = pinpointPaths(said).map(path =>
        path.map(({ label, to }) => (to ? `${label}–${to}` : label)).join('.'),
      )
      expect(told.join(' | ')).to.equal(expected)
    })
  }

  it('names the unit of every step', () => {
    expect(pinpointPaths('Mẫu số 02 Phụ lục II')).to.deep.equal([
      [
        { unit: 'appendix', label: 'II' },
        { unit: 'form', label: '02' },
      ],
    ])
  })

  it('goes with the citation', () => {
    const [citation] = extract('tại điểm a khoản 2 Điều 5 Luật Du lịch').citations
    expect(citation?.pinpointPaths.map(path => path.map(({ label }) => label))).to.deep.equal([
      ['5', '2', 'a'],
    ])
  })
})
