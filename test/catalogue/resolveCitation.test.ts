import { expect } from 'chai'
import {
  citationIssuerKey,
  resolveCitation,
  type CitationQuestion,
} from '../../server/catalogue/citations/resolveCitation.ts'
import type { LegalDocumentRecord } from '../../server/models/LegalDocument.ts'
import { buildDocument } from '../support/build.ts'
import { useDatabase } from '../support/database.ts'

type Row = [
  rule: string,
  registered: Partial<LegalDocumentRecord>[],
  cited: CitationQuestion,
  expected: { state: string; reason?: string; to?: number },
]

const dongThap = { province: 'dong-thap', issuedOn: '2025-06-02' }
const merged = { province: 'dong-thap', issuedOn: '2026-03-02' }
const decision = { number: '20/2019/QĐ-UBND', issuedOn: '2019-08-29' }
const decree = { number: '60/2021/NĐ-CP', type: 'decree', issuerName: 'Chính phủ' } as const
const law = { type: 'law', issuerName: 'Quốc hội' } as const

const ROWS: Row[] = [
  ['nothing registered', [], { number: '20/2019/QĐ-UBND' }, { state: 'missing' }],
  [
    'number, day and issuer agree',
    [decision],
    { number: '20/2019/QĐ-UBND', issuedOn: '2019-08-29', issuer: 'UBND tỉnh Đồng Tháp' },
    { state: 'linked', reason: 'numberDateIssuer', to: 0 },
  ],
  [
    'another spelling of the number',
    [decision],
    { number: '20/2019/QÐ–UBND', issuedOn: '2019-08-29', issuer: 'Ủy ban nhân dân tỉnh Đồng Tháp' },
    { state: 'linked', to: 0 },
  ],
  [
    '"UBND Tỉnh" is the province of the citing document',
    [decision],
    { number: '20/2019/QĐ-UBND', issuer: 'UBND Tỉnh', from: dongThap },
    { state: 'linked', reason: 'numberIssuer', to: 0 },
  ],
  [
    'written by the merged province it may be any of those it was formed from',
    [decision],
    { number: '20/2019/QĐ-UBND', issuer: 'UBND Tỉnh', from: merged },
    { state: 'several', reason: 'tooLittle' },
  ],
  [
    'its day tells which of them, and no other province is asked',
    [
      { ...decision, issuerName: 'UBND tỉnh Tiền Giang' },
      { ...decision, issuerName: 'UBND tỉnh Gia Lai' },
    ],
    { number: '20/2019/QĐ-UBND', issuedOn: '2019-08-29', issuer: 'UBND tỉnh', from: merged },
    { state: 'linked', to: 0 },
  ],
  [
    'a decision of another province is not it',
    [{ ...decision, issuerName: 'UBND tỉnh Quảng Trị' }],
    { number: '20/2019/QĐ-UBND', issuer: 'UBND Tỉnh', from: dongThap },
    { state: 'missing' },
  ],
  [
    'a bare local number is read in the province it stands in',
    [{ ...decision, issuerName: 'UBND tỉnh Quảng Trị' }, decision],
    { number: '20/2019/QĐ-UBND', from: dongThap },
    { state: 'linked', to: 1 },
  ],
  [
    'a bare local number of no known province is for a person, even with one candidate',
    [decision],
    { number: '20/2019/QĐ-UBND' },
    { state: 'several', reason: 'tooLittle' },
  ],
  [
    'two provinces, no province known',
    [{ ...decision, issuerName: 'UBND tỉnh Quảng Trị' }, decision],
    { number: '20/2019/QĐ-UBND' },
    { state: 'several', reason: 'several' },
  ],
  [
    'the day tells two provinces apart',
    [{ ...decision, issuerName: 'UBND tỉnh Quảng Trị', issuedOn: '2019-05-02' }, decision],
    { number: '20/2019/QĐ-UBND', issuedOn: '2019-08-29' },
    { state: 'linked', reason: 'numberDate', to: 1 },
  ],
  [
    'another day is a contradiction: shown, never linked',
    [decision],
    { number: '20/2019/QĐ-UBND', issuedOn: '2019-08-28', issuer: 'UBND tỉnh Đồng Tháp' },
    { state: 'several', reason: 'dateDiffers' },
  ],
  [
    'a law named without a year is the version in force on the citing day',
    [
      { ...law, number: '45/2013/QH13', title: 'Luật Đất đai', issuedOn: '2013-11-29' },
      { ...law, number: '31/2024/QH15', title: 'Luật Đất đai', issuedOn: '2024-01-18' },
    ],
    { title: 'Luật Đất đai', type: 'Luật', from: { issuedOn: '2020-05-04' } },
    { state: 'linked', to: 0 },
  ],
  [
    'an older version is not meant, though it alone is registered',
    [{ ...law, number: '45/2013/QH13', title: 'Luật Đất đai', issuedOn: '2013-11-29' }],
    { title: 'Luật Đất đai', type: 'Luật', from: { issuedOn: '2025-08-04' } },
    { state: 'missing' },
  ],
  [
    'of several versions one is registered, and nothing tells which is meant',
    [{ ...law, number: '45/2013/QH13', title: 'Luật Đất đai', issuedOn: '2013-11-29' }],
    { title: 'Luật Đất đai', type: 'Luật' },
    { state: 'several', reason: 'tooLittle' },
  ],
  [
    'a short name is the law it stands for',
    [{ ...law, number: '59/2020/QH14', title: 'Luật Doanh nghiệp', issuedOn: '2020-06-17' }],
    { title: 'Luật DN', year: 2020, type: 'Luật' },
    { state: 'linked', reason: 'nameAndYear', to: 0 },
  ],
  [
    'a plan by its name, its years and the body of the province it stands in',
    [
      {
        ...{ number: '41/KH-UBND', type: 'plan', issuerName: 'UBND tỉnh Hà Tĩnh' },
        title: 'Cải cách hành chính giai đoạn 2016-2020 tỉnh Hà Tĩnh',
      },
      {
        ...{ number: '12/KH-UBND', type: 'plan', issuerName: 'UBND tỉnh Hà Tĩnh' },
        title: 'Cải cách hành chính giai đoạn 2021-2025 tỉnh Hà Tĩnh',
      },
      {
        ...{ number: '9/KH-UBND', type: 'plan', issuerName: 'UBND tỉnh Nghệ An' },
        title: 'Cải cách hành chính giai đoạn 2016-2020 tỉnh Nghệ An',
      },
    ],
    {
      ...{ form: 'plan', title: 'Kế hoạch CCHC', period: '2016-2020', issuer: 'UBND tỉnh' },
      from: { province: 'ha-tinh', issuedOn: '2024-11-04' },
    },
    { state: 'linked', to: 0 },
  ],
  [
    'issued and not yet in force: both may be meant',
    [
      { ...law, number: '45/2013/QH13', title: 'Luật Đất đai', issuedOn: '2013-11-29' },
      {
        ...{ ...law, number: '31/2024/QH15', title: 'Luật Đất đai', issuedOn: '2024-01-18' },
        effectiveFrom: '2024-08-01',
      },
    ],
    { title: 'Luật Đất đai', type: 'Luật', from: { issuedOn: '2024-03-04' } },
    { state: 'several' },
  ],
  [
    'a year or month cited narrows like a day',
    [decision],
    { number: '20/2019/QĐ-UBND', issuedPartial: '2019-08', issuer: 'UBND tỉnh Đồng Tháp' },
    { state: 'linked', to: 0 },
  ],
  [
    'one name before and after the merger is two bodies',
    [{ number: '20/2026/QĐ-UBND', issuedOn: '2026-02-03' }],
    { number: '20/2026/QĐ-UBND', issuer: 'UBND tỉnh Tiền Giang' },
    { state: 'missing' },
  ],
  [
    'a central number is given once: it links without issuer or day',
    [decree],
    { number: '60/2021/NĐ-CP' },
    { state: 'linked', reason: 'numberIssuer', to: 0 },
  ],
  [
    'the symbol wins over a wrongly stated issuer',
    [decree],
    { number: '60/2021/NĐ-CP', issuer: 'Thủ tướng Chính phủ' },
    { state: 'linked', to: 0 },
  ],
  [
    'a law is not the resolution of the same number',
    [
      { ...law, number: '64/2025/QH15', title: 'Luật Ban hành văn bản', issuedOn: '2025-02-19' },
      { ...law, number: '64/2025/QH15', type: 'resolution', issuedOn: '2025-02-18' },
    ],
    { number: '64/2025/QH15', type: 'Luật', resolvedType: 'law' },
    { state: 'linked', to: 0 },
  ],
  [
    'a letter without year returns every year: without its day it is for a person',
    [{ number: '599/SCT-VP', type: 'officialLetter', issuerName: 'Sở Công Thương tỉnh Đồng Tháp' }],
    { number: '599/SCT-VP', from: dongThap },
    { state: 'several', reason: 'tooLittle' },
  ],
  [
    'a letter with its day links',
    [{ number: '599/SCT-VP', type: 'officialLetter', issuerName: 'Sở Công Thương tỉnh Đồng Tháp' }],
    { number: '599/SCT-VP', issuedOn: '2024-05-06', from: dongThap },
    { state: 'linked', to: 0 },
  ],
  [
    'a law by name and year',
    [
      { ...law, number: '28/2004/QH11', title: 'Luật Điện lực', issuedOn: '2004-12-03' },
      { ...law, number: '61/2024/QH15', title: 'Điện lực', issuedOn: '2024-11-30' },
    ],
    { title: 'Luật Điện lực', year: 2024 },
    { state: 'linked', reason: 'nameAndYear', to: 1 },
  ],
  [
    'a law by name alone, when there is one',
    [{ ...law, number: '161/2024/QH15', title: 'Luật Bến bãi', issuedOn: '2024-11-30' }],
    { title: 'Luật Bến bãi' },
    { state: 'linked', reason: 'name', to: 0 },
  ],
  [
    'a law by name alone, when there are two',
    [
      { ...law, number: '28/2004/QH11', title: 'Luật Điện lực', issuedOn: '2004-12-03' },
      { ...law, number: '61/2024/QH15', title: 'Luật Điện lực', issuedOn: '2024-11-30' },
    ],
    { title: 'Luật Điện lực' },
    { state: 'several' },
  ],
  [
    'a text of 2019 does not name the law of 2024',
    [{ ...law, number: '61/2024/QH15', title: 'Luật Điện lực', issuedOn: '2024-11-30' }],
    { title: 'Luật Điện lực', from: { issuedOn: '2019-08-29' } },
    { state: 'missing' },
  ],
  [
    'an amending law is not the law it amends',
    [
      {
        ...law,
        number: '03/2022/QH15',
        title: 'Luật sửa đổi Luật Điện lực',
        issuedOn: '2022-01-11',
      },
    ],
    { title: 'Luật Điện lực' },
    { state: 'missing' },
  ],
  [
    'a draft is no candidate',
    [{ ...decree, state: 'draft' }],
    { number: '60/2021/NĐ-CP' },
    { state: 'missing' },
  ],
  [
    'a withdrawn record is none either',
    [{ ...decree, state: 'withdrawn' }],
    { number: '60/2021/NĐ-CP' },
    { state: 'missing' },
  ],
]

describe('resolveCitation', () => {
  useDatabase()

  for (const [rule, registered, cited, expected] of ROWS) {
    it(rule, async () => {
      const ids = []
      for (const fields of registered) ids.push((await buildDocument(fields))._id)
      const { state, reason, to } = await resolveCitation(cited)
      expect(state).to.equal(expected.state)
      if (expected.reason) expect(reason).to.equal(expected.reason)
      expect(String(to)).to.equal(String(expected.to === undefined ? null : ids[expected.to]))
    })
  }

  it('does not link a document to itself', async () => {
    const own = await buildDocument(decree)
    const { state } = await resolveCitation({ number: decree.number, from: { id: own._id } })
    expect(state).to.equal('missing')
  })

  it('keeps the key of the body meant, in the province of the citing document', () => {
    const key = citationIssuerKey({
      number: '20/2019/QĐ-UBND',
      issuer: 'UBND tỉnh',
      from: dongThap,
    })
    expect(key).to.equal('ubnd/dong-thap/former')
  })
})
