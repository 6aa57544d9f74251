import { expect } from 'chai'
import {
  isNationalNumber,
  issuerKey,
  issuerKeyOf,
  issuerKeyOfSymbol,
  sameIssuer,
} from '../../server/legal/issuerKey.ts'
import { printIssuer } from '../../server/legal/printIssuer.ts'
import {
  allProvinces,
  findProvince,
  provinceNamed,
  provinceOfAddresses,
  provincesInProse,
} from '../../server/legal/provinces.ts'

const CONTEXT = { province: '82', issuedOn: '2019-08-29' }

const NAMES: [name: string, key: string][] = [
  ['UBND tỉnh Đồng Tháp', 'ubnd/dong-thap/former'],
  ['Ủy ban nhân dân tỉnh Đồng Tháp', 'ubnd/dong-thap/former'],
  ['UỶ BAN NHÂN DÂN TỈNH ĐỒNG THÁP', 'ubnd/dong-thap/former'],
  ['Chủ tịch UBND tỉnh Đồng Tháp', 'ubnd/dong-thap/former'],
  ['UBND Tỉnh', 'ubnd/dong-thap/former'],
  ['Ủy ban Tỉnh', 'ubnd/dong-thap/former'],
  ['Sở Công Thương', 'so cong thuong/dong-thap/former'],
  ['Giám đốc Sở Công Thương tỉnh Đồng Tháp', 'so cong thuong/dong-thap/former'],
  ['UBND tỉnh Tiền Giang', 'ubnd/tien-giang/former'],
  ['HĐND tỉnh Hà Tĩnh', 'hdnd/ha-tinh'],
  ['UBND TP. Hồ Chí Minh', 'ubnd/ho-chi-minh/former'],
  ['UBND T.P Cần Thơ', 'ubnd/can-tho/former'],
  ['Ủy ban nhân dân Thành phố Hồ Chí Minh', 'ubnd/ho-chi-minh/former'],
  ['UBND tỉnh Thừa Thiên Huế', 'ubnd/hue'],
  ['UBND tỉnh Bà Rịa – Vũng Tàu', 'ubnd/ba-ria-vung-tau/former'],
  ['UBND thành phố Thái Nguyên', 'ubnd thanh pho thai nguyen/dong-thap/former'],
  ['Tỉnh ủy', 'tinh uy/dong-thap/former'],
  ['Ban Thường vụ Tỉnh ủy', 'tinh uy/dong-thap/former'],
  ['Ban Chấp hành Đảng bộ tỉnh', 'tinh uy/dong-thap/former'],
  ['Ban Nội chính Tỉnh ủy', 'ban noi chinh tinh uy/dong-thap/former'],
  ['Giám đốc Sở', ''],
  ['Chính phủ', 'cp'],
  ['Thủ tướng', 'ttg'],
  ['Bộ trưởng Bộ Công Thương', 'bct'],
  ['Quốc hội', 'qh'],
  ['', ''],
]

const SYMBOLS: [number: string, key: string][] = [
  ['60/2021/NĐ-CP', 'cp'],
  ['45/2016/QĐ-TTg', 'ttg'],
  ['80/2015/QH13', 'qh'],
  ['20/2020/TT-BTC', 'btc'],
  ['53/TB-VPCP', 'vpcp'],
  ['20/2019/QĐ-UBND', 'ubnd/?'],
  ['119/2013/TTLT-BTC-BNV', ''],
]

const PAIRS: [one: string, other: string, same: boolean | null][] = [
  ['ubnd/dong-thap/former', 'ubnd/dong-thap/former', true],
  ['ubnd/dong-thap/former', 'ubnd/dong-thap', true],
  ['ubnd/dong-thap/former', 'ubnd/dong-thap/current', false],
  ['ubnd/dong-thap/former', 'ubnd/quang-tri/former', false],
  ['ubnd/?', 'ubnd/dong-thap', null],
  ['ubnd/?', 'ubnd/?', null],
  ['ubnd/dong-thap', 'hdnd/dong-thap', false],
  ['cp', 'ttg', false],
  ['', 'cp', null],
  ['to cong tac de an 06', 'to cong tac trien khai de an 06/?', null],
  ['cong ty a', 'cong ty b', false],
  ['ubnd/dong-thap', 'van phong ubnd/dong-thap', false],
]

describe('issuerKey', () => {
  for (const [name, key] of NAMES) {
    it(name || '(no name)', () => expect(issuerKey(name, CONTEXT)).to.equal(key))
  }

  it('does not know the province of "UBND tỉnh" by itself', () => {
    expect(issuerKey('UBND tỉnh')).to.equal('ubnd/?')
  })

  it('tells a province before 01/7/2025 from the one after', () => {
    const on = (issuedOn: string) => issuerKey('UBND tỉnh Quảng Trị', { issuedOn })
    expect(on('2025-06-30')).to.equal('ubnd/quang-tri/former')
    expect(on('2025-07-01')).to.equal('ubnd/quang-tri/current')
  })

  for (const [number, key] of SYMBOLS) {
    it(`${number} names ${key || 'several bodies'}`, () => {
      expect(issuerKeyOfSymbol(number)).to.equal(key)
    })
  }

  it('lets a central symbol win over the stated issuer', () => {
    expect(issuerKeyOf({ number: '135/2025/QH15', name: 'Bộ Tài chính' })).to.equal('qh')
  })

  it('takes the year of a number for its day', () => {
    const known = { number: '20/2019/QĐ-UBND', province: 'dong-thap' }
    expect(issuerKeyOf(known)).to.equal('ubnd/dong-thap/former')
  })

  for (const [one, other, same] of PAIRS) {
    it(`${one} and ${other}: ${same}`, () => {
      expect(sameIssuer({ one, other })).to.equal(same)
      expect(sameIssuer({ one: other, other: one })).to.equal(same)
    })
  }

  it('knows which numbers are given once in the country', () => {
    expect(isNationalNumber('60/2021/NĐ-CP')).to.equal(true)
    expect(isNationalNumber('06/2013/TTLT-BTP-BNV')).to.equal(true)
    expect(isNationalNumber('20/2019/QĐ-UBND')).to.equal(false)
    expect(isNationalNumber('53/TB-VPCP')).to.equal(false)
  })
})

describe('provinces', () => {
  it('holds the 34 of today and the former ones under their names', () => {
    expect(allProvinces().filter(({ isCurrent }) => isCurrent)).to.have.length(34)
    expect(allProvinces()).to.have.length(63)
  })

  it('finds a province by code, name and abbreviation', () => {
    for (const name of ['79', 'TP.HCM', 'TPHCM', 'Thành phố Hồ Chí Minh', 'tp hồ chí minh']) {
      expect(findProvince(name)?.key, name).to.equal('ho-chi-minh')
    }
    expect(findProvince('Đồng Cỏ')).to.equal(undefined)
  })

  it('takes the last province a letterhead names', () => {
    expect(provinceNamed('SỞ CÔNG THƯƠNG TỈNH ĐỒNG THÁP')?.name).to.equal('Đồng Tháp')
    expect(provinceNamed('Sở Công Thương')).to.equal(undefined)
  })

  it('reads provinces in prose only with their rank', () => {
    const names = (text: string) => provincesInProse(text).map(({ name }) => name)
    expect(names('nền hòa bình; tỉnh Hòa Bình và thành phố Cao Lãnh')).to.deep.equal(['Hòa Bình'])
    expect(names('tỉnh Bà Rịa - Vũng Tàu, TP. Cần Thơ')).to.deep.equal([
      'Bà Rịa - Vũng Tàu',
      'Cần Thơ',
    ])
  })

  it('reads a province from state addresses that agree', () => {
    expect(provinceOfAddresses('thư sct@dongthap.gov.vn')?.key).to.equal('dong-thap')
    expect(provinceOfAddresses('a@dongthap.gov.vn, b@angiang.gov.vn')).to.equal(undefined)
  })
})

describe('printIssuer', () => {
  const rows: [printed: string, shown: string][] = [
    ['ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP', 'UBND tỉnh Đồng Tháp'],
    ['SỞ CÔNG THƯƠNG', 'Sở Công Thương'],
    ['UBND TỈNH QUẢNG TRỊ', 'UBND tỉnh Quảng Trị'],
    ['Ủy ban nhân dân tỉnh Hà Tĩnh', 'UBND tỉnh Hà Tĩnh'],
    ['CÔNG TY ABC', 'CÔNG TY ABC'],
  ]
  for (const [printed, shown] of rows) {
    it(printed, () => expect(printIssuer(printed)).to.equal(shown))
  }
})
