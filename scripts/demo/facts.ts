import type { DocumentType, RelationKind } from '../../server/legal/glossary.ts'
import type { IsoDate } from '../../server/legal/dates.ts'

/**
 * Facts of real documents: number, date, issuer, title, day of effect, relations, each with its source. `facts:S…` are the
 * source ids of the starter catalogue; `domain:S…` those of the domain notes. Not compared with the official base.
 */
export interface Fact {
  number: string
  type: DocumentType
  issuer: string
  issuedOn?: IsoDate
  effectiveFrom?: IsoDate
  title: string
  source: string
}

export const FACTS: Fact[] = [
  {
    number: '77/2015/QH13',
    type: 'law',
    issuer: 'Quốc hội',
    issuedOn: '2015-06-19',
    effectiveFrom: '2016-01-01',
    title: 'Luật Tổ chức chính quyền địa phương',
    source: 'facts:S00496 S00027 S00036',
  },
  {
    number: '80/2015/QH13',
    type: 'law',
    issuer: 'Quốc hội',
    issuedOn: '2015-06-22',
    effectiveFrom: '2016-07-01',
    title: 'Luật Ban hành văn bản quy phạm pháp luật',
    source: 'facts:S00031 S00036; domain:S1 S20',
  },
  {
    number: '64/2025/QH15',
    type: 'law',
    issuer: 'Quốc hội',
    issuedOn: '2025-02-19',
    effectiveFrom: '2025-04-01',
    title: 'Luật Ban hành văn bản quy phạm pháp luật',
    source: 'domain:S1 S3',
  },
  {
    number: '65/2025/QH15',
    type: 'law',
    issuer: 'Quốc hội',
    issuedOn: '2025-02-19',
    effectiveFrom: '2025-03-01',
    title: 'Luật Tổ chức chính quyền địa phương',
    source: 'facts:S00485',
  },
  {
    number: '87/2025/QH15',
    type: 'law',
    issuer: 'Quốc hội',
    issuedOn: '2025-06-25',
    effectiveFrom: '2025-07-01',
    title: 'Luật sửa đổi, bổ sung một số điều của Luật Ban hành văn bản quy phạm pháp luật',
    source: 'domain:S5 S6',
  },
  {
    number: '202/2025/QH15',
    type: 'resolution',
    issuer: 'Quốc hội',
    issuedOn: '2025-06-12',
    title: 'Về việc sắp xếp đơn vị hành chính cấp tỉnh',
    source: 'domain:S65',
  },
  {
    number: '63/2010/NĐ-CP',
    type: 'decree',
    issuer: 'Chính phủ',
    issuedOn: '2010-06-08',
    effectiveFrom: '2010-10-14',
    title: 'Về kiểm soát thủ tục hành chính',
    source: 'facts:S00017 S00082 S02536',
  },
  {
    number: '45/2012/NĐ-CP',
    type: 'decree',
    issuer: 'Chính phủ',
    issuedOn: '2012-05-21',
    effectiveFrom: '2012-07-05',
    title: 'Về khuyến công',
    source: 'facts:S00020 S00028 S01645',
  },
  {
    number: '34/2016/NĐ-CP',
    type: 'decree',
    issuer: 'Chính phủ',
    issuedOn: '2016-05-14',
    effectiveFrom: '2016-07-01',
    title:
      'Quy định chi tiết một số điều và biện pháp thi hành Luật Ban hành văn bản quy phạm pháp luật',
    source: 'facts:S00031 S00082; domain:S1',
  },
  {
    number: '45/2016/QĐ-TTg',
    type: 'decision',
    issuer: 'Thủ tướng Chính phủ',
    issuedOn: '2016-10-19',
    effectiveFrom: '2016-12-16',
    title:
      'Về việc tiếp nhận hồ sơ, trả kết quả giải quyết thủ tục hành chính qua dịch vụ bưu chính công ích',
    source: 'facts:S00113 S01061 S02883',
  },
  {
    number: '61/2018/NĐ-CP',
    type: 'decree',
    issuer: 'Chính phủ',
    issuedOn: '2018-04-23',
    effectiveFrom: '2018-06-21',
    title: 'Về thực hiện cơ chế một cửa, một cửa liên thông trong giải quyết thủ tục hành chính',
    source: 'facts:S00017 S00103 S00162',
  },
  {
    number: '30/2020/NĐ-CP',
    type: 'decree',
    issuer: 'Chính phủ',
    issuedOn: '2020-03-05',
    effectiveFrom: '2020-03-05',
    title: 'Về công tác văn thư',
    source: 'facts:S00079 S01956 S01958',
  },
  {
    number: '154/2020/NĐ-CP',
    type: 'decree',
    issuer: 'Chính phủ',
    issuedOn: '2020-12-31',
    title: 'Sửa đổi, bổ sung một số điều của Nghị định số 34/2016/NĐ-CP',
    source: 'facts:S00162 S00587; domain:S1',
  },
  {
    number: '107/2021/NĐ-CP',
    type: 'decree',
    issuer: 'Chính phủ',
    issuedOn: '2021-12-06',
    title: 'Sửa đổi, bổ sung một số điều của Nghị định số 61/2018/NĐ-CP',
    source: 'facts:S00162 S04129',
  },
  {
    number: '78/2025/NĐ-CP',
    type: 'decree',
    issuer: 'Chính phủ',
    effectiveFrom: '2025-04-01',
    title:
      'Quy định chi tiết một số điều và biện pháp để tổ chức, hướng dẫn thi hành Luật Ban hành văn bản quy phạm pháp luật',
    source: 'domain:S1 S4',
  },
  {
    number: '79/2025/NĐ-CP',
    type: 'decree',
    issuer: 'Chính phủ',
    effectiveFrom: '2025-04-01',
    title: 'Về kiểm tra, rà soát, hệ thống hóa và xử lý văn bản quy phạm pháp luật',
    source: 'domain:S1 S2',
  },
  {
    number: '187/2025/NĐ-CP',
    type: 'decree',
    issuer: 'Chính phủ',
    issuedOn: '2025-07-01',
    effectiveFrom: '2025-07-01',
    title:
      'Sửa đổi, bổ sung một số điều của Nghị định số 78/2025/NĐ-CP và Nghị định số 79/2025/NĐ-CP',
    source: 'domain:S7',
  },
]

export interface FactRelation {
  from: string
  to: string
  kind: RelationKind
  scope: 'whole' | 'part'
  effectiveOn?: IsoDate
  source: string
}

export const FACT_RELATIONS: FactRelation[] = [
  {
    from: '65/2025/QH15',
    to: '77/2015/QH13',
    kind: 'replaces',
    scope: 'whole',
    effectiveOn: '2025-03-01',
    source: 'facts:S00485',
  },
  {
    from: '64/2025/QH15',
    to: '80/2015/QH13',
    kind: 'replaces',
    scope: 'whole',
    effectiveOn: '2025-04-01',
    source: 'domain:S1 S3',
  },
  {
    from: '87/2025/QH15',
    to: '64/2025/QH15',
    kind: 'amends',
    scope: 'part',
    effectiveOn: '2025-07-01',
    source: 'domain:S5 S6',
  },
  {
    from: '34/2016/NĐ-CP',
    to: '80/2015/QH13',
    kind: 'details',
    scope: 'whole',
    source: 'facts:S00031',
  },
  {
    from: '154/2020/NĐ-CP',
    to: '34/2016/NĐ-CP',
    kind: 'amends',
    scope: 'part',
    source: 'facts:S00162',
  },
  {
    from: '107/2021/NĐ-CP',
    to: '61/2018/NĐ-CP',
    kind: 'amends',
    scope: 'part',
    source: 'facts:S00162',
  },
  {
    from: '78/2025/NĐ-CP',
    to: '64/2025/QH15',
    kind: 'details',
    scope: 'whole',
    source: 'domain:S1',
  },
  {
    from: '79/2025/NĐ-CP',
    to: '64/2025/QH15',
    kind: 'details',
    scope: 'whole',
    source: 'domain:S1',
  },
  {
    from: '187/2025/NĐ-CP',
    to: '79/2025/NĐ-CP',
    kind: 'amends',
    scope: 'part',
    effectiveOn: '2025-07-01',
    source: 'domain:S7',
  },
  {
    from: '78/2025/NĐ-CP',
    to: '34/2016/NĐ-CP',
    kind: 'replaces',
    scope: 'whole',
    effectiveOn: '2025-04-01',
    source: 'domain:S1',
  },
]
