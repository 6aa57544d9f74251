import { expect } from 'chai'
import { extract } from '../../server/reading/index.ts'

const named = (text: string) => extract(text).citations.filter(({ form }) => form === 'name')
const titles = (text: string) => named(text).map(({ title }) => title)

describe('laws cited by name', () => {
  const rows: [text: string, titles: string[]][] = [
    ['Luật Đất đai 2024', ['Luật Đất đai']],
    [
      'theo Hiến pháp 2013 và Điều 9 Hiến pháp, không phải mọi Hiến pháp.',
      ['Hiến pháp', 'Hiến pháp'],
    ],
    ['theo luật đất đai năm 2013', ['luật đất đai']],
    ['các luật thuế, luật lệ và bộ luật', []],
    [
      'Luật Quản lý, sử dụng tài sản công, Luật Ngân sách nhà nước và các văn bản',
      ['Luật Quản lý, sử dụng tài sản công', 'Luật Ngân sách nhà nước'],
    ],
    [
      'Luật Thi đua, khen thưởng và Luật Tài nguyên nước',
      ['Luật Thi đua, khen thưởng', 'Luật Tài nguyên nước'],
    ],
    ['Pháp lệnh Bến đò năm 2031', ['Pháp lệnh Bến đò']],
    ['Trường Đại học Luật Hà Nội mời luật sư', []],
    ['Công ước của Liên hợp quốc về Luật Biển năm 1982', []],
    ['THI HÀNH LUẬT NHÀ Ở, LUẬT ĐẤT ĐAI', ['LUẬT NHÀ Ở', 'LUẬT ĐẤT ĐAI']],
    ['QUỐC HỘI\n\nLUẬT\nNHÀ Ở', []],
    ['Luật Chuyển đổi số 2025', ['Luật Chuyển đổi số']],
    [
      'Luật sửa đổi Luật Dược; Luật Thú y và Luật Du lịch 2031 có hiệu lực',
      ['Luật sửa đổi Luật Dược; Luật Thú y và Luật Du lịch'],
    ],
    [
      'Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Dược; Luật Thú y;',
      ['Luật sửa đổi, bổ sung một số điều của Luật Dược', 'Luật Thú y'],
    ],
    [
      'Luật Tổ chức Hội đồng nhân dân và Ủ y ban nhân dân năm 2003',
      ['Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân'],
    ],
  ]
  for (const [text, expected] of rows) {
    it(text.replace(/\s+/gu, ' '), () => {
      expect(titles(text)).to.deep.equal(expected)
    })
  }

  it('reads day, year, adoption and amendments', () => {
    const [day, year, adopted] = named(
      'Luật Thú y ngày 19/6/2015; Luật Dược năm 2016 được sửa đổi, bổ sung các năm 2018 và 2024; Luật hải quan được Quốc hội khóa XIII thông qua ngày 23/6/2014',
    )
    expect(day).to.include({ date: '2015-06-19', year: null })
    expect(year).to.include({ date: null, year: 2016 })
    expect(year?.amendedIn).to.deep.equal([2018, 2024])
    expect(adopted).to.include({ date: '2014-06-23', issuer: 'Quốc hội' })
  })

  it('knows the names a register has learned', () => {
    const text = 'theo Luật Bảo tồn rạn san hô, thảm cỏ biển và vùng nước được giao'
    const { citations } = extract(text, {
      lawTitles: ['Luật Bảo tồn rạn san hô, thảm cỏ biển và vùng nước'],
    })
    expect(citations.map(({ title }) => title)).to.deep.equal([
      'Luật Bảo tồn rạn san hô, thảm cỏ biển và vùng nước',
    ])
  })

  it('tells the number of an amending law from that of the law it amends', () => {
    const numbers = (text: string) =>
      extract(text).citations.map(({ number, title }) => [number, title])
    expect(
      numbers('Luật sửa đổi, bổ sung một số điều của Luật Bến thủy số 44/2031/QH17'),
    ).to.deep.equal([['44/2031/QH17', 'Luật sửa đổi, bổ sung một số điều của Luật Bến thủy']])
    expect(
      numbers('Luật sửa đổi, bổ sung một số điều của Luật Kiến trúc số 40/2019/QH14 như sau'),
    ).to.deep.equal([['40/2019/QH14', 'Luật Kiến trúc']])
  })
})
