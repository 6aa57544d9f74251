import { expect } from 'chai'
import { extract } from '../../server/reading/index.ts'
import { readDue } from '../../server/reading/readDue.ts'

const HEAD =
  'UBND TỈNH BÌNH MINH\nSỞ XÂY DỰNG\nSố: 45/SXD-VP\n\nBình Minh, ngày 19 tháng 5 năm 2026\n\nKính gửi: Các phòng thuộc Sở\n\n'
const read = (body: string) => {
  const { orders, citations } = extract(HEAD + body)
  return orders.map(order => ({
    ...order,
    cited: order.citations.map(index => citations[index]?.number),
  }))
}

describe('terms', () => {
  const rows: [words: string, on: string | null, kind: string, precision?: string][] = [
    ['gửi về Sở trước ngày 26/6/2026', '2026-06-26', 'before'],
    ['nộp báo cáo chậm nhất là ngày 15 tháng 7 năm 2026', '2026-07-15', 'by'],
    ['báo cáo chậm nhất vào ngày 05-7-2026', '2026-07-05', 'by'],
    ['hoàn thành trước 16h00 ngày 25/6/2026', '2026-06-25', 'by'],
    ['gửi trước 17 giờ 30 phút, thứ Sáu, ngày 26/6/2026', '2026-06-26', 'by'],
    ['báo cáo trong ngày 20/5/2026', '2026-05-20', 'by'],
    ['hạn cuối: ngày 30/6/2026', '2026-06-30', 'by'],
    ['gửi về Sở trước ngày 31/10', '2026-10-31', 'before'],
    ['gửi về Sở trước ngày 05 tháng 3', '2027-03-05', 'before'],
    ['hoàn thành trong tháng 6/2026', '2026-06-30', 'by', 'month'],
    ['xong trước tháng 8 năm 2026', '2026-07-31', 'by', 'month'],
    ['hoàn thành trong Quý III/2026', '2026-09-30', 'by', 'quarter'],
    ['hoàn thành trong quý IV', '2026-12-31', 'by', 'quarter'],
    ['trong thời hạn 10 ngày kể từ ngày 01/6/2026', '2026-06-11', 'by'],
    ['trong thời hạn 15 ngày, kể từ ngày ký', '2026-06-03', 'by'],
    ['trong thời hạn 05 ngày làm việc kể từ ngày nhận được công văn', null, 'by'],
    ['báo cáo trước ngày 15 hằng tháng', null, 'none'],
    ['báo cáo trước ngày 15/12 hằng năm', null, 'before'],
  ]
  for (const [words, on, kind, precision = 'day'] of rows) {
    it(words, () => {
      const due = readDue(
        words.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd'),
        '2026-05-19',
      )
      if (kind === 'none') return void expect(due).to.equal(null)
      expect([due?.on, due?.kind, due?.precision]).to.deep.equal([on, kind, precision])
    })
  }

  const facts = [
    'Quyết định này có hiệu lực từ ngày 01/7/2026.',
    'Rà soát các văn bản được ban hành trước ngày 01/7/2026 của phòng.',
    'Hợp đồng đã ký trước ngày 01/7/2026 thì tiếp tục thực hiện.',
    'Trường hợp nộp hồ sơ trước ngày 01/7/2026, phòng giải quyết theo quy định cũ.',
    'Thực hiện Kế hoạch số 12/KH-SXD ngày 02/3/2026, các phòng báo cáo kết quả.',
    'Các phòng đã báo cáo trước ngày 15/3/2026.',
  ]
  for (const text of facts) it(`no order: ${text}`, () => expect(read(text)).to.deep.equal([]))
})

describe('orders', () => {
  it('name who, what and until when', () => {
    const [order] = read(
      'Nội dung đề xuất các Phòng chuyên môn gửi về Văn phòng Sở (qua hộp thư điện tử: vp.sxd@binhminh.gov.vn) để tổng hợp trước ngày 26/6/2026. Giao Văn phòng Sở theo dõi.',
    )
    expect(order).to.include({
      unit: 'các Phòng chuyên môn',
      action: 'gửi về Văn phòng Sở (qua hộp thư điện tử: vp.sxd@binhminh.gov.vn) để tổng hợp',
      dueOn: '2026-06-26',
      dueWords: 'trước ngày 26/6/2026',
      isReview: false,
    })
    expect(order?.quote).to.match(/^Nội dung đề xuất.*26\/6\/2026$/su)
  })

  it('take the unit that is ordered, not the one that orders or receives', () => {
    const units = (text: string) => read(text).map(({ unit }) => unit)
    expect(units('Sở yêu cầu Phòng Quản lý nhà báo cáo trước ngày 01/6/2026.')).to.deep.equal([
      'Phòng Quản lý nhà',
    ])
    expect(
      units('Giao Trưởng phòng Kế hoạch chủ trì, hoàn thành trước ngày 01/6/2026.'),
    ).to.deep.equal(['Trưởng phòng Kế hoạch'])
    expect(
      units(
        'Để báo cáo UBND tỉnh, Sở Tài chính đề nghị Phòng Chợ gửi số liệu trước ngày 01/6/2026.',
      ),
    ).to.deep.equal(['Phòng Chợ'])
    expect(
      units('Báo cáo gửi về Văn phòng Sở, Thanh tra Sở trước ngày 01/6/2026 để tổng hợp.'),
    ).to.deep.equal([null])
  })

  it('in a list are put to the unit that heads it', () => {
    const orders = read(
      '1. Giao Văn phòng Sở:\n- Theo dõi, đôn đốc các phòng;\n- Tổng hợp, báo cáo Giám đốc Sở trước ngày 30/6/2026.\n2. Phòng Quy hoạch cập nhật bản đồ; hoàn thành trong tháng 7/2026.',
    )
    expect(orders.map(({ unit, dueOn }) => [unit, dueOn])).to.deep.equal([
      ['Văn phòng Sở', '2026-06-30'],
      ['Phòng Quy hoạch', '2026-07-31'],
    ])
    expect(orders[1]?.quote).to.match(/^2\. Phòng Quy hoạch|^Phòng Quy hoạch/u)
  })

  it('to review name the documents reviewed, without those the review follows', () => {
    const orders = read(
      'Sở đề nghị:\n- Các Phòng phối hợp Tổ pháp chế rà soát, hoàn thiện quy định tại Quyết định số 7/2019/QĐ-UBND ngày 29/8/2019 của UBND tỉnh và Quyết định số 9/2020/QĐ-UBND ngày 02/3/2020 của UBND tỉnh.\n- Phòng Quy hoạch rà soát hồ sơ theo Công văn số 88/SXD-QH ngày 04/5/2026.',
    )
    expect(orders).to.have.length(1)
    expect(orders[0]).to.include({
      unit: 'Các Phòng',
      isReview: true,
      isUnderway: false,
      dueOn: null,
    })
    expect(orders[0]?.cited).to.deep.equal(['7/2019/QĐ-UBND', '9/2020/QĐ-UBND'])
  })

  it('tell a review that goes on', () => {
    const [order] = read(
      'Đến nay, Phòng Quản lý nhà đang thực hiện rà soát 01 văn bản của UBND tỉnh (Quyết định số 7/2019/QĐ-UBND ngày 29/8/2019).',
    )
    expect(order).to.include({ unit: 'Phòng Quản lý nhà', isReview: true, isUnderway: true })
  })

  const told = [
    'Kết quả rà soát Quyết định số 7/2019/QĐ-UBND ngày 29/8/2019 của UBND tỉnh như sau.',
    'Các phòng thường xuyên rà soát Quyết định số 7/2019/QĐ-UBND ngày 29/8/2019 của UBND tỉnh.',
    'Phòng đã rà soát Quyết định số 7/2019/QĐ-UBND ngày 29/8/2019 của UBND tỉnh.',
    'Căn cứ Kế hoạch số 3/KH-SXD ngày 02/3/2026 về rà soát Quyết định số 7/2019/QĐ-UBND.',
  ]
  for (const text of told) it(`no order: ${text}`, () => expect(read(text)).to.deep.equal([]))

  it('of a law are its standing rules', () => {
    const law =
      'NGHỊ ĐỊNH\nQuy định về trồng rừng\n\nĐiều 1. Báo cáo\nTrong thời hạn 05 ngày làm việc kể từ ngày nhận hồ sơ, Sở kiểm tra và yêu cầu bổ sung.\n'
    expect(extract(law).orders).to.deep.equal([])
  })
})
