import { expect } from 'chai'
import {
  numberAliases,
  numberKey,
  parseNumber,
  typeFromSymbol,
} from '../../server/legal/documentNumber.ts'
import { foldText } from '../../server/legal/foldText.ts'
import { looksLikeNumber } from '../../server/legal/looksLikeNumber.ts'

describe('numberKey', () => {
  const same: [string, string][] = [
    ['31/2022/QĐ-UBND', '31/2022/qd-ubnd'],
    ['31/2022/QÐ–UBND', '31/2022/QĐ-UBND'],
    ['712/UBND- KTN', '712/UBND-KTN'],
    ['31⁄2022/QĐ-UBND', '31/2022/QĐ-UBND'],
    ['(08-NQ/TU).', '08-NQ/TU'],
  ]
  for (const [one, other] of same) {
    it(`${one} and ${other} are one number`, () => {
      expect(numberKey(one)).to.equal(numberKey(other))
    })
  }

  it('keeps dashes, so that a slip stays visible', () => {
    expect(numberKey('17/KH-TCT')).not.to.equal(numberKey('17/KHTCT'))
  })
})

describe('parseNumber and typeFromSymbol', () => {
  const rows: [string, string | null, number | null, string[] | null][] = [
    ['31/2022/QĐ-UBND', 'decision', 2022, ['QĐ', 'UBND']],
    ['451/SXD-QLN', 'officialLetter', null, ['SXD', 'QLN']],
    ['12-KL/TU', 'conclusion', null, ['KL', 'TU']],
    ['45/2027/QH16', null, 2027, ['QH16']],
    ['9/2024/L-CTN', 'order', 2024, ['L', 'CTN']],
    ['77/TB-VPCP', 'notice', null, ['TB', 'VPCP']],
    ['118-CP', null, null, ['CP']],
    ['40/2021', null, 2021, []],
    ['xin chào', null, null, null],
  ]
  for (const [number, type, year, groups] of rows) {
    it(number, () => {
      expect(typeFromSymbol(number)).to.equal(type)
      expect(parseNumber(number)?.year ?? null).to.equal(year)
      expect(parseNumber(number)?.groups ?? null).to.deep.equal(groups)
    })
  }
})

describe('numberAliases', () => {
  it('gives every form a person types, with and without leading zeros', () => {
    expect(numberAliases('31/2022/QĐ-UBND')).to.include.members([
      '31 2022 qd ubnd',
      '312022qdubnd',
      'qd 31 2022',
      'qd 31 2022 ubnd',
      'qd31 2022',
    ])
    expect(numberAliases('08-NQ/TU')).to.include.members(['8 nq tu', '8nqtu', 'nq 8', 'nq8'])
  })
})

describe('looksLikeNumber', () => {
  const rows: [string, object | null][] = [
    ['31/2022', { serial: '31', year: 2022 }],
    ['số 31/2022', { serial: '31', year: 2022 }],
    ['qd 31 2022 ubnd', { serial: '31', year: 2022, symbolKey: 'QD-UBND' }],
    [
      'QĐ31/2022/QĐ-UBND',
      { serial: '31', year: 2022, symbolKey: 'QD-UBND', key: '31/2022/QD-UBND' },
    ],
    ['qđ31 2022', { serial: '31', year: 2022, symbolKey: 'QD' }],
    ['542/QĐ-UBND-HC', { serial: '542', symbolKey: 'QD-UBND-HC', key: '542/QD-UBND-HC' }],
    ['08-NQ/TU', { serial: '8', symbolKey: 'NQ-TU', key: '08-NQ/TU' }],
    ['31/2022/QĐUBND', { serial: '31', year: 2022, symbolKey: 'QDUBND', key: '31/2022/QDUBND' }],
    ['542qdubndhc', { serial: '542', symbolKey: 'QDUBNDHC' }],
    [
      'QĐ số 31/2022/QĐ-UBND',
      { serial: '31', year: 2022, symbolKey: 'QD-UBND', key: '31/2022/QD-UBND' },
    ],
    ['CV số: 771/SCT-VP', { serial: '771', symbolKey: 'SCT-VP', key: '771/SCT-VP' }],
    ['quyết định 2022', null],
    ['20 ngày', null],
    ['cụm công nghiệp', null],
    ['', null],
  ]
  for (const [query, expected] of rows) {
    it(query || 'nothing', () => {
      expect(looksLikeNumber(query)).to.deep.equal(expected)
    })
  }
})

describe('foldText', () => {
  it('folds case, diacritics and đ, in NFC and NFD alike', () => {
    expect(foldText('Điện  LỰC')).to.equal('dien luc')
    expect(foldText('Điện lực'.normalize('NFD'))).to.equal('dien luc')
  })
})
