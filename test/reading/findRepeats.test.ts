import { expect } from 'chai'
import { extract } from '../../server/reading/index.ts'

/** Words that repeat a citation, each with the number (or name) of the one repeated; null where two could be meant. */
function repeats(text: string): [string, string | null][] {
  const { repeats, citations } = extract(text)
  return repeats.map(({ quote, antecedent, form }) => {
    expect(form).to.equal('repeat')
    const meant = antecedent === null ? null : citations[antecedent]
    return [quote, meant ? (meant.number ?? meant.title) : null]
  })
}

const NĐ = 'Theo Nghị định số 71/2020/NĐ-CP ngày 03/4/2020 của Chính phủ về cảng'
const LETTER =
  'SỞ TƯ PHÁP\nSố: 451/STP-XDVB\nV/v xử lý văn bản\n\nAn Phúc, ngày 19 tháng 5 năm 2022\n\nKính gửi: Các phòng.\n\n'

describe('words that repeat a citation', () => {
  const rows: [string, [string, string | null][]][] = [
    [`${NĐ}. Nghị định trên quy định phí.`, [['Nghị định trên', '71/2020/NĐ-CP']]],
    [`${NĐ}. Căn cứ Nghị định nêu trên, Sở báo cáo.`, [['Nghị định nêu trên', '71/2020/NĐ-CP']]],
    [`${NĐ}. Sở thực hiện Nghị định trên.`, [['Nghị định trên', '71/2020/NĐ-CP']]],
    [`${NĐ}. Sở thực hiện văn bản nói trên.`, [['văn bản nói trên', '71/2020/NĐ-CP']]],
    [`${NĐ}. Sở phổ biến Nghị định 71 cho các xã.`, [['Nghị định 71', '71/2020/NĐ-CP']]],
    [`${NĐ}. Sở thực hiện Nghị định trên địa bàn tỉnh.`, []],
    [`${NĐ}. Sở thực hiện các Nghị định nêu trên.`, []],
    [`${NĐ}. Sở phổ biến Nghị định 99 cho các xã.`, []],
    ['Sở thực hiện Nghị định nêu trên.', []],
    [
      'Nghị quyết số 01-NQ/TU ngày 02/3/2021 và Nghị quyết số 05-NQ/TU ngày 04/5/2021. Thực hiện Nghị quyết trên, Nghị quyết 01 được sơ kết.',
      [
        ['Nghị quyết trên', null],
        ['Nghị quyết 01', '01-NQ/TU'],
      ],
    ],
    [
      `${LETTER}Luật Đấu giá tài sản được thông qua ngày 17/11/2016. Luật này có hiệu lực từ 01/7/2017.`,
      [['Luật này', 'Luật Đấu giá tài sản']],
    ],
    [`${LETTER}${NĐ}. Công văn này thay cho giấy mời.`, []],
  ]
  for (const [text, expected] of rows) {
    it(text.slice(-90), () => expect(repeats(text)).to.deep.equal(expected))
  }

  it('mean the one document that is cited twice, once without its day', () => {
    const text =
      'Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024; theo Nghị quyết số 57-NQ/TW. Nghị quyết 57 nêu rõ.'
    expect(extract(text).repeats.map(({ antecedent }) => antecedent)).to.deep.equal([1])
  })

  it('are no citations', () => {
    const { citations } = extract(`${NĐ}. Căn cứ Nghị định nêu trên, Sở báo cáo.`)
    expect(citations).to.have.length(1)
  })
  it('may mean the document itself where it is of the type', () => {
    const text =
      'UBND TỈNH AN PHÚC\n\nSố: 5/QĐ-UBND\n\nAn Phúc, ngày 20 tháng 11 năm 2023\n\nQUYẾT ĐỊNH\nVề việc giao vốn\n\nĐiều 1. Quyết định số 8/QĐ-UBND ngày 04/5/2021 được hủy bỏ.\nĐiều 2. Quyết định này có hiệu lực từ ngày ký.\n'
    expect(repeats(text)).to.deep.equal([])
  })
})
