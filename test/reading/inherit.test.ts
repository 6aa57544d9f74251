import { expect } from 'chai'
import { extract } from '../../server/reading/index.ts'
import type { CitationFound } from '../../server/reading/types.ts'

type Row = [text: string, ...expected: string[]]

/** `number | type | date | issuer`, `-` for what the text does not tell. */
const told = ({ number, type, date, issuer }: CitationFound): string =>
  [number, type, date, issuer].map(value => value ?? '-').join(' | ')

function rows(title: string, list: Row[]): void {
  describe(title, () => {
    for (const [text, ...expected] of list) {
      it(text.replace(/\s+/gu, ' '), () => {
        const found = extract(text).citations.filter(({ number }) => number !== null)
        expect(found.map(told)).to.deep.equal(expected)
      })
    }
  })
}

rows('lists under one noun', [
  [
    'Các kế hoạch của Sở Xây dựng: số 08/KH-SXD ngày 02/01/2024 về nhà ở; số 09/KH-SXD ngày 03/01/2024.',
    '08/KH-SXD | kế hoạch | 2024-01-02 | Sở Xây dựng',
    '09/KH-SXD | kế hoạch | 2024-01-03 | Sở Xây dựng',
  ],
  [
    'thực hiện các Nghị quyết của Chính phủ:\n- Số 16/NQ-CP ngày 3/2/2031 về đầu tư;\n- Số 17/NQ-CP ngày 4/2/2031 về giá.',
    '16/NQ-CP | Nghị quyết | 2031-02-03 | Chính phủ',
    '17/NQ-CP | Nghị quyết | 2031-02-04 | Chính phủ',
  ],
  [
    'các Quyết định của UBND tỉnh số 12/QĐ-UBND ngày 3/2/2031, số 13/QĐ-UBND ngày 4/2/2031 và số 14/QĐ-UBND ngày 5/2/2031',
    '12/QĐ-UBND | Quyết định | 2031-02-03 | UBND tỉnh',
    '13/QĐ-UBND | Quyết định | 2031-02-04 | UBND tỉnh',
    '14/QĐ-UBND | Quyết định | 2031-02-05 | UBND tỉnh',
  ],
])

rows('types carried forward, issuers shared', [
  [
    'Công điện số 61/CĐ-TTg ngày 9/4/2022 và 75/CĐ-TTg ngày 6/10/2022 của Thủ tướng Chính phủ, các sở',
    '61/CĐ-TTg | Công điện | 2022-04-09 | Thủ tướng Chính phủ',
    '75/CĐ-TTg | Công điện | 2022-10-06 | Thủ tướng Chính phủ',
  ],
  [
    'các Nghị quyết số 22-NQ/TW, 23-NQ/TW, số 24-NQ/TW và 25-NQ/TW ngày 3/2/2031 của Ban Chấp hành Trung ương',
    '22-NQ/TW | Nghị quyết | - | Ban Chấp hành Trung ương',
    '23-NQ/TW | Nghị quyết | - | Ban Chấp hành Trung ương',
    '24-NQ/TW | Nghị quyết | - | Ban Chấp hành Trung ương',
    '25-NQ/TW | Nghị quyết | 2031-02-03 | Ban Chấp hành Trung ương',
  ],
  [
    'Luật Rừng số 93/2031/QH17 đã được sửa đổi theo Luật số 94/2032/QH17, số 95/2033/QH17 và số 96/2034/QH17',
    '93/2031/QH17 | Luật | - | -',
    '94/2032/QH17 | Luật | - | -',
    '95/2033/QH17 | Luật | - | -',
    '96/2034/QH17 | Luật | - | -',
  ],
  [
    'Quyết định số 12/QĐ-UBND và 13/KH-UBND',
    '12/QĐ-UBND | Quyết định | - | -',
    '13/KH-UBND | - | - | -',
  ],
])

rows('ranges', [
  [
    'các Quyết định từ số 12/QĐ-SXD đến số 15/QĐ-SXD ngày 3/2/2031 của Sở Xây dựng',
    '12/QĐ-SXD | Quyết định | - | Sở Xây dựng',
    '15/QĐ-SXD | Quyết định | 2031-02-03 | Sở Xây dựng',
  ],
])

rows('date and issuer before the number', [
  [
    'Ngày 02/3/2031, UBND tỉnh ban hành Kế hoạch số 31/KH-UBND về nhà ở.',
    '31/KH-UBND | Kế hoạch | 2031-03-02 | UBND tỉnh',
  ],
  [
    'Ngày 12-3-2015, UBND huyện Tân Lập đã ban hành Quyết định số 58/QĐ-UBND và Kế hoạch số 59/KH-UBND.',
    '58/QĐ-UBND | Quyết định | 2015-03-12 | UBND huyện Tân Lập',
    '59/KH-UBND | Kế hoạch | 2015-03-12 | UBND huyện Tân Lập',
  ],
  [
    'ngày 4 tháng 5 năm 2031 Sở Xây dựng có Công văn số 77/SXD-VP gửi các xã',
    '77/SXD-VP | Công văn | 2031-05-04 | Sở Xây dựng',
  ],
])

describe('lists', () => {
  it('do not carry a noun over the end of a sentence', () => {
    const text = 'Quyết định số 12/QĐ-UBND đã hết hiệu lực. Theo đó số 15/QH-KH ghi trên bản vẽ.'
    expect(extract(text).citations.map(({ type }) => type)).to.not.include('Theo')
  })
})
