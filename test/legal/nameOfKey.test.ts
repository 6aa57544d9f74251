import { expect } from 'chai'
import { nameOfKey } from '../../server/legal/nameOfKey.ts'
import type { DocumentList } from '../../server/catalogue/documents/listDocuments.ts'
import { presentDocumentList } from '../../server/presenters/documentList.ts'

describe('nameOfKey', () => {
  const cases: [key: string, name: string][] = [
    ['so nong nghiep va moi truong/nghe-an', 'Sở Nông nghiệp và Môi trường tỉnh Nghệ An'],
    ['ubnd/?dong-thap', 'Ủy ban nhân dân tỉnh Đồng Tháp'],
    ['so cong thuong/?', 'Sở Công Thương'],
    ['cp', 'Chính phủ'],
    ['to cong tac', ''],
  ]
  for (const [key, name] of cases) it(key, () => expect(nameOfKey(key)).to.equal(name))

  it('stands in the facet of the list where no issuer was written', () => {
    const facets = { type: [], class: [], direction: [], own: [], unit: [], year: [], force: [] }
    const [first] = cases
    const issuer = [{ value: first?.[0] ?? '', count: 1, label: '' }]
    const list: DocumentList = {
      ...{ rows: [], total: 0, page: 1, unitNames: new Map() },
      facets: { ...facets, reviews: [], issuer },
      states: { confirmed: 1, starter: 0, all: 1, withdrawn: 0 },
    }
    const shown = presentDocumentList(list, { filters: { state: 'confirmed' }, sort: 'issued' })
    expect(shown.facets[0]?.rows[0]?.label).to.equal(first?.[1])
  })
})
