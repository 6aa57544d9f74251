import { expect } from 'chai'
import { extract, rereadSpan } from '../../server/reading/index.ts'
import type { CitationFound, Found, Header } from '../../server/reading/types.ts'
import { DECISION, LETTER } from '../fixtures/readerTexts.ts'

const cite = (text: string): CitationFound[] => extract(text.normalize('NFC')).citations
const one = (text: string): CitationFound | undefined => cite(text)[0]

describe('citations by number', () => {
  const rows: [string, Partial<CitationFound>][] = [
    [
      'theo Quyết định số 31/2022/QĐ-\n\nUBND ngày 04/5/2022 của UBND tỉnh Bình Minh về giá đất',
      {
        number: '31/2022/QĐ-UBND',
        type: 'Quyết định',
        date: '2022-05-04',
        issuer: 'UBND tỉnh Bình Minh',
      },
    ],
    [
      'tại Văn bản số 712/UBND- KTN ngày 9-3-2021 của UBND tỉnh',
      { number: '712/UBND-KTN', date: '2021-03-09', resolvedType: 'officialLetter' },
    ],
    ['Văn bản số 77/TB-VPCP ngày 01/02/2023', { type: 'Văn bản', resolvedType: 'notice' }],
    [
      'Hướng dẫn số 33/SYT-NVD HCTH ngày 02/7/2020 của Sở Y tế',
      { number: '33/SYT-NVDHCTH', issuer: 'Sở Y tế' },
    ],
    [
      'Kết luận số 12-KL/TU ngày 22 tháng 7 năm 2020 của Ban Thường vụ Tỉnh ủy',
      { number: '12-KL/TU', date: '2020-07-22', issuer: 'Ban Thường vụ Tỉnh ủy' },
    ],
    [
      'quy định tại khoản 3 Điều 8 Nghị định số 41/2019/NĐ-CP',
      { number: '41/2019/NĐ-CP', pinpoint: 'khoản 3 Điều 8' },
    ],
    [
      'Quyết định số 40/2019 ngày 08/10/2020 của UBND tỉnh',
      { number: '40/2019', doubts: ['incompleteNumber', 'yearMismatch'] },
    ],
    ['Quyết định 118-CP ngày 02 tháng 6 năm 1981', { number: '118-CP', date: '1981-06-02' }],
    ['Nghị định số 41/2019/NÐ-CPngày 5/5/2019', { number: '41/2019/NĐ-CP', date: '2019-05-05' }],
    [
      'Ngày 12-3-2015, Ủy ban nhân dân huyện Tân Lập ban hành Quyết định số 58/QĐ-UBND về thu hồi đất',
      { date: '2015-03-12', issuer: 'Ủy ban nhân dân huyện Tân Lập' },
    ],
    ['Công văn số 259/SXD-QLN,CTTN&BĐG ngày 3/4/2022', { number: '259/SXD-QLN,CTTN&BĐG' }],
    ['Nghị quyết số 12.34/2027/NQ-CP', { number: '12.34/2027/NQ-CP' }],
  ]
  for (const [text, expected] of rows) {
    it(text.replace(/\s+/gu, ' '), () => {
      expect(one(text)).to.deep.include(expected)
    })
  }

  it('takes noun and issuer of a list for its members', () => {
    const found = cite(
      'Các kế hoạch của Sở Xây dựng: số 08/KH-SXD ngày 02/01/2024 về nhà ở; số 09/KH-SXD ngày 03/01/2024.',
    )
    expect(found.map(({ type, issuer, number }) => [type, issuer, number])).to.deep.equal([
      ['kế hoạch', 'Sở Xây dựng', '08/KH-SXD'],
      ['kế hoạch', 'Sở Xây dựng', '09/KH-SXD'],
    ])
  })

  it('carries type forward and issuer back over "và"', () => {
    const found = cite(
      'theo Công điện số 61/CĐ-TTg ngày 9/4/2022 và 75/CĐ-TTg ngày 6/10/2022 của Thủ tướng Chính phủ, các sở',
    )
    expect(found.map(({ type, issuer }) => [type, issuer])).to.deep.equal([
      ['Công điện', 'Thủ tướng Chính phủ'],
      ['Công điện', 'Thủ tướng Chính phủ'],
    ])
  })
})

describe('what is no citation', () => {
  const texts = [
    'xếp hạng 5/22 Sở, ngành; mức độ 3, 4; tỷ lệ 70/100',
    'tiêu chuẩn TCVN ISO 9001:2015 và QCVN 01-132:2013/BNNPTNT',
    'theo mẫu số 01/GTGT và mẫu 03/TNDN',
    'trước ngày 26/4/2022, giai đoạn 2021-2025, thửa đất số 12, tờ bản đồ 7',
    'https://abc.gov.vn/van-ban/12-2020-QD-UBND và thư tk@so.gov.vn',
    'Nghị định này, Luật này, Quyết định nêu trên, văn phòng luật sư',
    'giấy chứng nhận số 01 ngày 15/9/2015',
  ]
  for (const text of texts) it(text, () => expect(cite(text)).to.deep.equal([]))
})

describe('laws by name', () => {
  const rows: [string, Partial<CitationFound>][] = [
    ['Căn cứ Luật Đất đai năm 2013;', { title: 'Luật Đất đai', year: 2013 }],
    [
      'Căn cứ Bộ luật Lao động ngày 20 tháng 11 năm 2019;',
      { title: 'Bộ luật Lao động', date: '2019-11-20' },
    ],
    [
      'tại khoản 2 và 3 Điều 10 Luật Doanh nghiệp.',
      { title: 'Luật Doanh nghiệp', pinpoint: 'khoản 2 và 3 Điều 10' },
    ],
    [
      'Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Quản lý thuế ngày 20 tháng 11 năm 2012;',
      { title: 'Luật sửa đổi, bổ sung một số điều của Luật Quản lý thuế', date: '2012-11-20' },
    ],
    [
      'Căn cứ Luật Phòng, chống ma túy ngày 30 tháng 3 năm 2021;',
      { title: 'Luật Phòng, chống ma túy' },
    ],
  ]
  for (const [text, expected] of rows) {
    it(text, () => expect(one(text)).to.deep.include({ number: null, ...expected }))
  }
})

describe('relations', () => {
  const rows: [string, (string | null)[]][] = [
    ['Căn cứ Nghị định số 41/2019/NĐ-CP ngày 5/5/2019 của Chính phủ;', ['basedOn']],
    [
      'Căn cứ Thông tư số 1/2020/TT-BXD ngày 5/5/2020 của Bộ Xây dựng; Thông tư số 2/2020/TT-BXD ngày 6/5/2020;',
      ['basedOn', 'basedOn'],
    ],
    [
      'Quyết định này thay thế Quyết định số 31/2012/QĐ-UBND ngày 4/5/2012 của UBND tỉnh và bãi bỏ Quyết định số 8/2013/QĐ-UBND.',
      ['replaces', 'repeals'],
    ],
    [
      'Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 41/2019/NĐ-CP ngày 5/5/2019',
      ['amends'],
    ],
    ['Bãi bỏ Điều 5 Quyết định số 31/2012/QĐ-UBND', ['repeals']],
    [
      'Quyết định số 31/2012/QĐ-UBND hết hiệu lực kể từ ngày Quyết định này có hiệu lực.',
      ['repeals'],
    ],
    [
      'Các văn bản sau hết hiệu lực kể từ ngày Nghị định này có hiệu lực thi hành:\na) Nghị định số 3/2001/NĐ-CP;\nb) Nghị định số 4/2002/NĐ-CP.',
      ['repeals', 'repeals'],
    ],
    [
      'Các văn bản sau đây hết hiệu lực thi hành: Quyết định số 31/2012/QĐ-UBND ngày 4/5/2012 của UBND tỉnh; Chỉ thị số 7/CT-UBND.',
      ['repeals', 'repeals'],
    ],
    [
      'Quyết định này có hiệu lực từ ngày ký và thay thế các Quyết định sau: Quyết định số 31/2012/QĐ-UBND, Quyết định số 8/2013/QĐ-UBND.',
      ['replaces', 'replaces'],
    ],
    ['Chấm dứt hiệu lực của Quyết định số 31/2012/QĐ-UBND ngày 4/5/2012.', ['repeals']],
    ['Quyết định này thay cho Quyết định số 31/2012/QĐ-UBND.', ['replaces']],
    [
      'Quyết định số 31/2012/QĐ-UBND của UBND tỉnh được thay thế bằng Quyết định này.',
      ['replaces'],
    ],
    ['V/v hướng dẫn thực hiện Quyết định số 31/2012/QĐ-UBND', ['guidesApplication']],
  ]
  for (const [text, expected] of rows) {
    it(text.slice(0, 80), () => {
      expect(cite(text).map(({ relation }) => relation)).to.deep.equal(expected)
    })
  }

  it('does not make this document do what a cited title does', () => {
    const text =
      'Căn cứ Nghị định số 5/2021/NĐ-CP ngày 6/7/2021 của Chính phủ sửa đổi, bổ sung một số điều của Nghị định số 41/2019/NĐ-CP;'
    expect(cite(text).map(({ relation, saidRelation }) => [relation, saidRelation])).to.deep.equal([
      ['basedOn', null],
      [null, 'amends'],
    ])
  })

  it('tells a whole from a part', () => {
    expect(one('Quyết định này thay thế Quyết định số 31/2012/QĐ-UBND.')?.scope).to.equal('whole')
    expect(one('Bãi bỏ Điều 5 Quyết định số 31/2012/QĐ-UBND')?.scope).to.equal('part')
  })
})

describe('a letter', () => {
  const { header, citations, orders } = extract(LETTER)
  const rows: [keyof Header, unknown][] = [
    ['number', '451/SXD-VP'],
    ['date', '2022-05-19'],
    ['place', 'Bình Minh'],
    ['parentAgency', 'UBND TỈNH BÌNH MINH'],
    ['issuer', 'SỞ XÂY DỰNG'],
    ['type', 'Công văn'],
    ['subject', 'rà soát quy định về nhà ở xã hội và cấp phép xây dựng'],
    ['addressees', ['Các phòng thuộc Sở']],
    ['signingMode', 'KT. GIÁM ĐỐC'],
    ['signerRole', 'PHÓ GIÁM ĐỐC'],
    ['signer', 'Lê Văn Mẫu'],
    ['recipients', ['Như trên', 'Sở Tư pháp (báo cáo)', 'Lưu: VT, VP']],
  ]
  for (const [field, value] of rows) {
    it(`has its ${field} read`, () => expect(header[field]?.value).to.deep.equal(value))
  }
  it('does not cite itself', () => {
    expect(citations.map(({ number }) => number)).to.deep.equal(['31/2022/QĐ-UBND'])
  })
  it('orders a review with a day', () => {
    expect(orders.some(({ isReview }) => isReview)).to.equal(true)
    expect(orders.map(({ dueOn }) => dueOn)).to.include('2022-06-15')
  })
})

describe('a decision', () => {
  const { header, citations, outline } = extract(DECISION)
  it('has its head, basis, effect and outline read', () => {
    expect(header.type?.value).to.equal('Quyết định')
    expect(header.issuer?.value).to.equal('ỦY BAN NHÂN DÂN TỈNH BÌNH MINH')
    expect(header.subject?.value).to.equal('Ban hành Quy định quản lý nhà ở xã hội')
    expect(header.effectiveFrom?.value).to.equal('2026-12-01')
    expect(citations.map(({ relation }) => relation)).to.deep.equal([
      'basedOn',
      'basedOn',
      'replaces',
    ])
    expect(outline.map(({ label }) => label)).to.deep.equal(['Điều 1', 'Điều 2'])
  })
})

describe('a letterhead in two columns', () => {
  it('has the issuer without the motto between its lines', () => {
    const { header } = extract(
      'ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH BÌNH MINH            Độc lập - Tự do - Hạnh phúc\nSố: 9/2026/QĐ-UBND       Bình Minh, ngày 20 tháng 11 năm 2026\n\nQUYẾT ĐỊNH\n',
    )
    expect(header.issuer?.value).to.equal('ỦY BAN NHÂN DÂN TỈNH BÌNH MINH')
  })
})

describe('a draft', () => {
  it('leaves blank what is blank', () => {
    const { header } = extract(
      'UBND TỈNH BÌNH MINH\nSỞ XÂY DỰNG\n\nSố:      /SXD-VP\nV/v góp ý dự thảo\n\nBình Minh, ngày     tháng 3 năm 2024\n\nKính gửi: Văn phòng Sở.\n',
    )
    expect(header.number).to.equal(undefined)
    expect(header.date).to.equal(undefined)
    expect(header.partialDate?.value).to.equal('2024-03')
    expect(header.type?.value).to.equal('Công văn')
  })
  it('without a letterhead names no issuer', () => {
    const { header } = extract(
      'THÔNG BÁO\n\nKết quả kiểm tra nội bộ\n\n\n\nThực hiện Kế hoạch số 8/KH-SXD',
    )
    expect(header.issuer).to.equal(undefined)
    expect(header.type?.value).to.equal('Thông báo')
    expect(header.subject?.value).to.equal('Kết quả kiểm tra nội bộ')
  })
})

describe('rereadSpan', () => {
  it('reads the words a person selected and the issuer behind them', () => {
    const text = 'theo QĐ 31/2022/QĐ-UBND ngày 04/5/2022 của UBND tỉnh về giá đất'
    const start = text.indexOf('QĐ 31')
    const end = text.indexOf(' của')
    const citation = rereadSpan(text, { start, end })
    expect(citation).to.include({
      number: '31/2022/QĐ-UBND',
      date: '2022-05-04',
      issuer: 'UBND tỉnh',
      start,
      end,
    })
    expect(citation.quote).to.equal(text.slice(start, end))
  })
  it('never throws on an odd span', () => {
    expect(rereadSpan('abc', { start: 9, end: -3 })).to.include({ number: null, quote: '' })
  })
})

describe('on any text', () => {
  const random = (() => {
    let seed = 20261121
    return (below: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648
      return seed % below
    }
  })()
  const scraps = [
    '\n',
    ' ',
    '/',
    '-',
    'số ',
    'ngày ',
    '12/3/2020',
    'QĐ-UBND',
    '…',
    '**',
    'Luật ',
    '\u0000',
    '😀',
    'Điều 5 ',
    ';',
    '\ud83d',
  ]
  const mutate = (text: string): string => {
    let mutated = text
    for (let times = 0; times < 12; times++) {
      const at = random(mutated.length)
      mutated =
        mutated.slice(0, at) + (scraps[random(scraps.length)] ?? '') + mutated.slice(at + random(9))
    }
    return mutated
  }

  it('quotes what it points at, in order, without overlap', () => {
    for (let round = 0; round < 150; round++) {
      const text = mutate(round % 2 ? LETTER : DECISION)
      const { header, citations, orders, outline } = extract(text)
      let last = 0
      for (const { start, end, quote } of citations) {
        expect(text.slice(start, end)).to.equal(quote)
        expect(start).to.be.at.least(last)
        expect(end).to.be.above(start)
        last = end
      }
      const fields = Object.values(header) as Found<unknown>[]
      for (const field of [...fields, ...orders]) {
        expect(text.slice(field.start, field.end)).to.equal(field.quote)
      }
      expect(outline.every(({ start, end }) => start <= end)).to.equal(true)
    }
  })

  for (const text of ['', ' ', '\n\n', 'Số:', 'Kính gửi:', 'Nơi nhận:', 'Luật', 'ngày tháng năm']) {
    it(`reads ${JSON.stringify(text)} without a word`, () => {
      expect(extract(text).citations).to.deep.equal([])
    })
  }
})

describe('the head and the body of a short document', () => {
  const guidance = [
    'UBND TỈNH BÌNH THẠNH',
    'SỞ CÔNG THƯƠNG',
    'Số: 37/HD-SCT',
    '',
    'Bình Thạnh, ngày 09 tháng 8 năm 2022',
    '',
    'HƯỚNG DẪN',
    'Lập hồ sơ đăng ký điểm bán hàng',
    '',
    'Hướng dẫn thực hiện Quyết định số 8/2021/QĐ-UBND ngày 04/5/2021 của UBND tỉnh Bình Thạnh',
    '1. Thành phần hồ sơ',
  ].join('\n')

  it('ends the title at the first blank line where its lines are set single', () => {
    expect(extract(guidance).header.subject?.value).to.equal('Lập hồ sơ đăng ký điểm bán hàng')
  })
  it('reads what the body says without reaching back into the head', () => {
    expect(extract(guidance).citations[0]?.relation).to.equal('guidesApplication')
  })
  it('ends the issuer where a numbered line begins', () => {
    expect(extract(guidance).citations[0]?.issuer).to.equal('UBND tỉnh Bình Thạnh')
  })
})

describe('how much of a document a change touches', () => {
  const of = 'Quy chế ban hành kèm theo Quyết định số 8/2021/QĐ-UBND ngày 04/5/2021'
  const cases: [text: string, relation: string, scope: string][] = [
    [`Điều 1. Sửa đổi, bổ sung một số điều của ${of}`, 'amends', 'part'],
    [`Điều 1. Bãi bỏ khoản 2 Điều 5 của ${of}`, 'repeals', 'part'],
    [`Điều 2. Thay thế Phụ lục của ${of}`, 'replaces', 'part'],
    ['Quyết định này thay thế Quyết định số 8/2021/QĐ-UBND ngày 04/5/2021.', 'replaces', 'whole'],
    ['Điều 1. Bãi bỏ toàn bộ Quyết định số 8/2021/QĐ-UBND', 'repeals', 'whole'],
  ]
  for (const [text, relation, scope] of cases) {
    it(text, () => expect(one(`Mở đầu\n\n${text}`)).to.include({ relation, scope }))
  }
})
