import { expect } from 'chai'
import { partAnchor, type PartStep } from '../../server/legal/partAnchor.ts'

describe('partAnchor', () => {
  const step = (unit: string, label: string): PartStep => ({ unit, label })
  const cases: [string, PartStep[], string | null][] = [
    ['a Điều', [step('article', '5')], 'dieu-5'],
    [
      'a Điều of the outline',
      [step('chapter', 'Chương I'), step('article', 'Điều 12a')],
      'dieu-12a',
    ],
    [
      'a điểm',
      [step('article', '5'), step('clause', '2'), step('point', 'đ')],
      'dieu-5-khoan-2-diem-dd',
    ],
    ['a chương', [step('chapter', 'CHƯƠNG II')], 'chuong-ii'],
    ['a phụ lục without number', [step('appendix', 'PHỤ LỤC')], 'phu-luc'],
    ['a khoản of no Điều', [step('clause', '2')], null],
    ['nothing', [], null],
  ]
  for (const [what, steps, anchor] of cases) {
    it(what, () => expect(partAnchor(steps)).to.equal(anchor))
  }
})
