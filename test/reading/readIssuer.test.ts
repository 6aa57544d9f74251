import { expect } from 'chai'
import { extract } from '../../server/reading/index.ts'

const issuer = (text: string) => extract(text).citations.at(-1)?.issuer

describe('issuers of citations', () => {
  const rows: [text: string, issuer: string | null][] = [
    ['Quyết định số 9/QĐ-UBND của Chủ tịch UBND tỉnh về phân công', 'Chủ tịch UBND tỉnh'],
    ['Nghị quyết số 51/2031/QH17 của Quốc hội khóa XVII, kỳ họp thứ 2', 'Quốc hội khóa XVII'],
    [
      'Công văn số 18/UBND-KT của Ủy ban nhân dân xã Tân Lập cho rằng',
      'Ủy ban nhân dân xã Tân Lập',
    ],
    ['Thông tư số 2/2030/TT-BYT của Bộ Y tế khuyến khích', 'Bộ Y tế'],
    ['Kế hoạch số 3/KH-UBND do UBND huyện Hòa Lạc ban hành', 'UBND huyện Hòa Lạc'],
    ['Quyết định số 4/QĐ-BNV ngày 5/5/2030 được Bộ Nội vụ ban hành', 'Bộ Nội vụ'],
    ['Bộ Y tế có Công văn số 627/BYT-BH', 'Bộ Y tế'],
    ['Thủ tướng Chính phủ đã ký Quyết định số 12/2030/QĐ-TTg', 'Thủ tướng Chính phủ'],
    ['được Chủ tịch UBND tỉnh giao tại Văn bản số 77/UBND-NC', 'Chủ tịch UBND tỉnh'],
    [
      'theo đề nghị của Giám đốc Sở Kế hoạch và Đầu tư tại Tờ trình số 5/TTr-SKHĐT',
      'Giám đốc Sở Kế hoạch và Đầu tư',
    ],
    [
      'theo đề nghị của Trưởng phòng, Giám đốc Sở Y tế tại Tờ trình số 5/TTr-SYT',
      'Giám đốc Sở Y tế',
    ],
    [
      'của Sở Lao động\n- Thương binh và Xã hội tại Tờ trình số 5/TTr-SLĐTBXH',
      'Sở Lao động - Thương binh và Xã hội',
    ],
    ['số lượng bản vẽ tại Quyết định số 9/QĐ-SXD', null],
    ['Sở Y tế trình UBND tỉnh tại Tờ trình số 5/TTr-SYT', null],
    ['Bộ Tài chính hướng dẫn tại Nghị định số 12/2030/NĐ-CP', null],
    ['ngày 15/3/2030 Thực hiện Cơ chế một cửa được hướng dẫn bởi Thông tư số 7/2030/TT-BTC', null],
    [
      'Kế hoạch số 101-KH/TU của\nBan Thường vụ Tỉnh uỷ\n\nĐẢNG CỘNG SẢN VIỆT NAM',
      'Ban Thường vụ Tỉnh uỷ',
    ],
    ['theo Luật Thuế tài nguyên của Việt Nam', null],
  ]
  for (const [text, expected] of rows) {
    it(text.replace(/\s+/gu, ' '), () => {
      expect(issuer(text)).to.equal(expected)
    })
  }

  it('ends where a name the register has learned ends', () => {
    const text = 'Thông báo số 6/TB-BQL của Ban Vì sự tiến bộ khu phố Đông theo nội dung họp'
    const { citations } = extract(text, { issuerNames: ['Ban Vì sự tiến bộ khu phố Đông'] })
    expect(citations[0]?.issuer).to.equal('Ban Vì sự tiến bộ khu phố Đông')
  })
})
