import { expect } from 'chai'
import { foldCopies } from '../../server/reading/fold.ts'
import { outline } from '../../server/reading/outline.ts'

const partsOf = (text: string) => outline(foldCopies(text.normalize('NFC')))
/** `  Điều 1 Phạm vi`: depth by two blanks, label, title. */
const drawn = (text: string) =>
  partsOf(text).map(({ depth, label, title }) => `${'  '.repeat(depth)}${label} ${title}`.trimEnd())

describe('the outline of a law', () => {
  it('nests phần, chương, mục, tiểu mục, điều, khoản and điểm, with titles on the next line', () => {
    const text = [
      'LUẬT',
      'TRỒNG RỪNG PHÒNG HỘ',
      'PHẦN THỨ NHẤT',
      'NHỮNG QUY ĐỊNH CHUNG',
      'Chương I',
      'PHẠM VI VÀ',
      'NGUYÊN TẮC',
      'Mục 1. PHẠM VI',
      'Tiểu mục 1',
      'Đối tượng',
      'Điều 1. Phạm vi điều chỉnh',
      '1. Luật này quy định việc trồng rừng phòng hộ.',
      '2. Luật này không áp dụng đối với:',
      'a) Rừng đặc dụng;',
      'đ) Rừng sản xuất.',
      'Điều 2.',
      'Giải thích từ ngữ',
      'CHƯƠNG 2: TỔ CHỨC THỰC HIỆN',
      'Điều 3a. Trách nhiệm',
    ].join('\n')
    expect(drawn(text.replace('Điều 3a', 'Điều 3'))).to.deep.equal([
      'PHẦN THỨ NHẤT NHỮNG QUY ĐỊNH CHUNG',
      '  Chương I PHẠM VI VÀ NGUYÊN TẮC',
      '    Mục 1 PHẠM VI',
      '      Tiểu mục 1 Đối tượng',
      '        Điều 1 Phạm vi điều chỉnh',
      '          1',
      '          2 Luật này không áp dụng đối với:',
      '            a',
      '            đ',
      '        Điều 2 Giải thích từ ngữ',
      '  CHƯƠNG 2 TỔ CHỨC THỰC HIỆN',
      '    Điều 3 Trách nhiệm',
    ])
  })

  it('ends a part where the next of its depth or above begins', () => {
    const text = 'Điều 1. Một\n1. Trồng cây.\n2. Chăm cây.\nĐiều 2. Hai\n1. Bán cây.'
    const parts = partsOf(text)
    expect(parts.map(({ start, end }) => text.slice(start, end).trim())).to.deep.equal([
      'Điều 1. Một\n1. Trồng cây.\n2. Chăm cây.',
      '1. Trồng cây.',
      '2. Chăm cây.',
      'Điều 2. Hai\n1. Bán cây.',
      '1. Bán cây.',
    ])
  })

  const noisy: [what: string, lines: string[]][] = [
    [
      'OCR slips',
      ['Điểu l. Phạm vi', 'Ðiều 2: Đối tượng', 'Điềụ 3 . Hiệu lực', 'ĐIỀU 4 . Thi hành'],
    ],
    [
      'no dot',
      [
        'Điều 1 Phạm vi',
        'Điều 2',
        'Đối tượng áp dụng.',
        'Điều 3 Luật này có hiệu lực.',
        'Điều 4 [Được sửa đổi] Thi hành',
      ],
    ],
    [
      'a broken word',
      ['Điề u 1. Phạm vi', 'Điều  2 .  Đối tượng', 'Điều 3 : Hiệu lực', 'Điều 4. Thi hành'],
    ],
  ]
  for (const [what, lines] of noisy) {
    it(`counts its Điều with ${what}`, () => {
      const articles = partsOf(lines.join('\n')).map(({ label }) => label)
      expect(articles).to.deep.equal(['Điều 1', 'Điều 2', 'Điều 3', 'Điều 4'])
    })
  }

  it('finds heads in lines that have lost their breaks', () => {
    const text =
      'QUYẾT ĐỊNH: Điều 1. Phạm vi điều chỉnh 1. Quyết định này quy định việc cấp giống cây lâm nghiệp trên địa bàn tỉnh. 2. Quyết định này áp dụng với: a) Hộ gia đình; b) Hợp tác xã. Điều 2. Hiệu lực thi hành 1. Quyết định có hiệu lực từ ngày ký. Điều 3. Trách nhiệm thi hành'
    expect(drawn(text)).to.deep.equal([
      'Điều 1 Phạm vi điều chỉnh',
      '  1',
      '  2 Quyết định này áp dụng với:',
      '    a',
      '    b',
      'Điều 2 Hiệu lực thi hành',
      '  1',
      'Điều 3 Trách nhiệm thi hành',
    ])
  })

  it('takes no citation at the head of a line for a head', () => {
    const text = [
      'Điều 1. Căn cứ cấp giống',
      'Việc cấp giống thực hiện theo khoản 2',
      'Điều 9. Người nhận giống ký sổ theo',
      'Điều 2 Nghị định số 7/2024/NĐ-CP và',
      'Chương II của Nghị định này, theo mẫu tại',
      'Phụ lục I ban hành kèm theo.',
      'Điều 2. Thi hành',
    ].join('\n')
    expect(drawn(text)).to.deep.equal(['Điều 1 Căn cứ cấp giống', 'Điều 2 Thi hành'])
  })

  it('reads a table of contents past', () => {
    const text =
      'MỤC LỤC\nChương I. QUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\nĐiều 2. Đối tượng ........ 4\n\nChương I. QUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\nNội dung.\nĐiều 2. Đối tượng\nNội dung.'
    const parts = partsOf(text)
    expect(parts.map(({ label }) => label)).to.deep.equal(['Chương I', 'Điều 1', 'Điều 2'])
    expect(parts[0]?.start).to.equal(text.lastIndexOf('Chương I'))
  })

  it('counts the Điều of an annexed regulation anew, and knows annexes and forms', () => {
    const text = [
      'Điều 1. Ban hành Quy chế trồng cây.',
      'Điều 2. Quyết định này có hiệu lực từ ngày ký.',
      'QUY CHẾ',
      'TRỒNG CÂY XANH',
      '(Ban hành kèm theo Quyết định số 14/2024/QĐ-UBND)',
      'Điều 1. Phạm vi',
      'PHỤ LỤC II',
      'DANH MỤC CÂY',
      'Mẫu số 01',
      'ĐƠN ĐĂNG KÝ',
    ].join('\n')
    expect(drawn(text).map(line => line.slice(0, 30))).to.deep.equal([
      'Điều 1 Ban hành Quy chế trồng ',
      'Điều 2 Quyết định này có hiệu ',
      'QUY CHẾ TRỒNG CÂY XANH',
      '  Điều 1 Phạm vi',
      'PHỤ LỤC II DANH MỤC CÂY',
      'Mẫu số 01 ĐƠN ĐĂNG KÝ',
    ])
  })
})

describe('quoted amending text', () => {
  const frame = (...quoted: string[]) =>
    [
      'Điều 1. Sửa đổi, bổ sung một số điều của Luật Trồng rừng',
      '1. Sửa đổi, bổ sung Điều 5 như sau:',
      ...quoted,
      '2. Bãi bỏ Điều 9.',
      'Điều 2. Hiệu lực thi hành',
      'Luật này có hiệu lực từ ngày 01/7/2027.',
    ].join('\n')
  const outer = ['Điều 1', '1', '2', 'Điều 2']
  const cases: [what: string, lines: string[]][] = [
    ['in one line', ['“Điều 5. Trồng rừng được khuyến khích.”.']],
    ['over lines with khoản', ['“Điều 5. Trồng rừng', '1. Một.', '2. Hai:', 'a) Ba;', 'b) Bốn.”;']],
    ['with straight marks', ['"Điều 5. Trồng rừng', '1. Một.', '2. Hai."']],
    ['with marks turned round', ['”Điều 5. Trồng rừng', '1. Một.', '2. Hai.“']],
    [
      'with terms in marks inside',
      ['“Điều 5. Từ ngữ', '1. “Rừng” là đất có cây;', '2. “Cây” là cây.”'],
    ],
    ['with the closing mark on its own line', ['“Điều 5. Trồng rừng', '2. Hai.', '”.']],
    ['with the closing mark missing', ['“Điều 5. Trồng rừng', 'Nhà nước trồng rừng.']],
    [
      'with the next article of the law quoted',
      ['“Điều 2. Trồng rừng', 'Điều 3. Chăm sóc', 'Hết.”'],
    ],
    ['without marks', ['Điều 5. Trồng rừng', 'Nhà nước trồng rừng.']],
  ]
  for (const [what, lines] of cases) {
    it(`is no part of the outline: ${what}`, () => {
      expect(partsOf(frame(...lines)).map(({ label }) => label)).to.deep.equal(outer)
    })
  }
})

describe('the headings of a letter', () => {
  it('are roman, arabic, in steps and by letters, and tell a heading from a paragraph', () => {
    const text = [
      'I. KẾT QUẢ KIỂM TRA',
      '1. Về công tác chỉ đạo',
      '1.1 Ban hành văn bản',
      '1.2. Tổ chức thực hiện',
      'a) Trồng cây dọc đường;',
      'b) Chăm cây.',
      '2. Các phòng đã trồng được nhiều cây, tỷ lệ sống cao.',
      'II. KIẾN NGHỊ',
      '1. Kiến nghị với phòng chuyên môn về trồng cây và chăm',
      'sóc cây trong vườn.',
    ].join('\n')
    expect(
      partsOf(text).map(({ kind, label, depth }) => `${depth} ${kind} ${label}`),
    ).to.deep.equal([
      '0 heading I',
      '1 heading 1',
      '2 heading 1.1',
      '2 heading 1.2',
      '3 point a',
      '3 point b',
      '1 clause 2',
      '0 heading II',
      '1 clause 1',
    ])
  })

  it('are no figures, dates or rows of a table', () => {
    const text = '1.500 cây giống\n12/5/2024 nhận cây\n2.5 ha rừng\n3 Nguyễn Văn Cây\n7. Cây số bảy'
    expect(partsOf(text)).to.deep.equal([])
  })
})
