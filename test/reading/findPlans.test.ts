import { expect } from 'chai'
import { planTitle } from '../../server/legal/plans.ts'
import { extract } from '../../server/reading/index.ts'
import type { Knowledge } from '../../server/reading/index.ts'

const plans = (text: string, knowledge: Knowledge = {}) =>
  extract(text, knowledge)
    .citations.filter(({ form }) => form === 'plan')
    .map(({ title, period, issuer }) => [title, period, issuer])

describe('plans, programmes and projects named without a number', () => {
  const rows: [text: string, plans: (string | null)[][]][] = [
    [
      'Kế hoạch CCHC giai đoạn 2016-2020 của UBND tỉnh',
      [['Kế hoạch CCHC', '2016-2020', 'UBND tỉnh']],
    ],
    [
      'Kế hoạch công \n\ntác dân vận giai đoạn 2026 - 2030 của Tỉnh ủy',
      [['Kế hoạch công tác dân vận', '2026-2030', 'Tỉnh ủy']],
    ],
    [
      'thực hiện Đề án 06, Chương trình 135 và Dự án 12 triệu đồng',
      [
        ['Đề án 06', null, null],
        ['Chương trình 135', null, null],
      ],
    ],
    [
      'Chương trình mục tiêu quốc gia xây dựng nông thôn mới giai đoạn 2021-2025',
      [['Chương trình mục tiêu quốc gia xây dựng nông thôn mới', '2021-2025', null]],
    ],
    [
      'Chiến lược phát triển đàn ong đến năm 2035, tầm nhìn đến năm 2050',
      [['Chiến lược phát triển đàn ong', 'đến 2035', null]],
    ],
    [
      'Đề án “Trồng tre ven sông giai đoạn 2027 - 2032” của Sở Xây dựng',
      [['Đề án “Trồng tre ven sông', '2027-2032', 'Sở Xây dựng']],
    ],
    [
      'Kế hoạch kiểm tra cầu phao năm 2029 của Sở Xây dựng',
      [['Kế hoạch kiểm tra cầu phao', '2029', 'Sở Xây dựng']],
    ],
    ['Kế hoạch kiểm tra cầu phao năm 2029 được lập', []],
    ['Quyết định số 9/QĐ-UBND về việc ban hành Kế hoạch trồng tre giai đoạn 2026-2030', []],
    ['Điều 1. Phê duyệt Đề án trồng tre giai đoạn 2026-2030', []],
    ['Kế hoạch số 12/KH-UBND giai đoạn 2026-2030', []],
    ['Kế hoạch này được lập cho giai đoạn 2026-2030', []],
  ]
  for (const [text, expected] of rows) {
    it(text.replace(/\s+/gu, ' '), () => {
      expect(plans(text)).to.deep.equal(expected)
    })
  }

  it('stand behind the other citations, with what is done to them', () => {
    const { citations } = extract('Thực hiện Đề án 06;\nCăn cứ Luật Du lịch;')
    expect(citations.map(({ form, relation }) => [form, relation])).to.deep.equal([
      ['name', 'basedOn'],
      ['plan', 'implements'],
    ])
  })

  it('may hold the word số', () => {
    expect(plans('Chương trình chuyển đổi số giai đoạn 2021-2025 của Tỉnh ủy')).to.deep.equal([
      ['Chương trình chuyển đổi số', '2021-2025', 'Tỉnh ủy'],
    ])
  })

  it('are known by the names a register has learned', () => {
    expect(
      plans('theo Chương trình Bếp ăn xanh tại các trường', {
        planNames: ['Chương trình Bếp ăn xanh'],
      }),
    ).to.deep.equal([['Chương trình Bếp ăn xanh', null, null]])
  })

  it('stand under one name, however short they are called', () => {
    expect(planTitle('Chương trình MTQG xây dựng NTM')).to.equal(
      planTitle('Chương trình MTQG xây dựng nông thôn mới'),
    )
    expect(planTitle('Kế hoạch CCHC')).to.equal('Kế hoạch cải cách hành chính')
  })
})
