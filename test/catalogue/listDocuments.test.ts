import { expect } from 'chai'
import type { DocumentFilters, Facet } from '../../server/catalogue/documents/documentFilter.ts'
import { documentFilter, FACETS } from '../../server/catalogue/documents/documentFilter.ts'
import { listDocuments } from '../../server/catalogue/documents/listDocuments.ts'
import { LegalDocument } from '../../server/models/LegalDocument.ts'
import { buildActor, buildDocument, buildReview, buildUnit } from '../support/build.ts'
import { useDatabase } from '../support/database.ts'

async function someDocuments() {
  const unit = await buildUnit()
  await buildDocument({ docClass: 'qppl', own: true, responsibleUnit: unit._id })
  await buildDocument({ docClass: 'qppl', direction: 'reference', issuedOn: '2019-08-29' })
  await buildDocument({
    type: 'plan',
    docClass: 'administrative',
    own: true,
    forceStatus: 'inForce',
  })
  await buildDocument({ type: 'decree', number: '60/2021/NĐ-CP', issuerName: 'Chính phủ' })
  const undated = await buildDocument({ issuedOn: null })
  await buildReview({ document: undated._id })
  await buildDocument({ state: 'draft' })
  await buildDocument({ state: 'withdrawn' })
  return unit
}

async function list(filters: Partial<DocumentFilters> = {}) {
  const actor = await buildActor(['legalLead'])
  return listDocuments({
    filters: { state: 'confirmed', ...filters },
    sort: 'issued',
    page: 1,
    actor,
  })
}

describe('listDocuments', () => {
  useDatabase()

  it('every count of every filter is the total found when it is chosen', async () => {
    await someDocuments()
    const { facets, total, states } = await list()
    expect([total, states]).to.deep.equal([5, { confirmed: 5, starter: 0, all: 5, withdrawn: 1 }])
    for (const facet of FACETS) {
      expect(sum(facets[facet]), facet).to.equal(total)
      for (const { value, count } of facets[facet]) {
        const chosen = await list({ [facet]: [value] })
        expect(chosen.total, `${facet} ${value}`).to.equal(count)
        expect(chosen.rows, `${facet} ${value}`).to.have.length(count)
      }
    }
  })

  it('counts a filter under the others, not under itself', async () => {
    await someDocuments()
    const { facets, total } = await list({ class: ['qppl'], own: ['yes'] })
    expect(total).to.equal(1)
    expect(facets.class.map(({ value, count }) => `${value} ${count}`)).to.deep.equal([
      'administrative 1',
      'qppl 1',
    ])
  })

  it('takes several values of one filter as any of them', async () => {
    await someDocuments()
    expect((await list({ type: ['plan', 'decree'] })).total).to.equal(2)
  })

  it('shows twenty a page, newest first, and the last page for one too far', async () => {
    for (let day = 1; day <= 23; day += 1) {
      await buildDocument({ issuedOn: `2024-05-${String(day).padStart(2, '0')}` })
    }
    const actor = await buildActor(['reader'])
    const asked = { filters: { state: 'confirmed' as const }, sort: 'issued' as const, actor }
    const first = await listDocuments({ ...asked, page: 1 })
    expect(first.rows).to.have.length(20)
    expect(first.rows[0]?.issuedOn).to.equal('2024-05-23')
    const last = await listDocuments({ ...asked, page: 99 })
    expect([last.page, last.rows.length]).to.deep.equal([2, 3])
  })

  it('counts and lists only what the reader may see', async () => {
    await buildDocument({ secrecy: 'restricted' })
    await buildDocument()
    const actor = await buildActor(['reader'])
    const { total, facets } = await listDocuments({
      filters: { state: 'confirmed' },
      sort: 'issued',
      page: 1,
      actor,
    })
    expect([total, sum(facets.type)]).to.deep.equal([1, 1])
  })

  it('asks an index for every filter', async () => {
    const unit = await someDocuments()
    const values: Partial<Record<Facet, string>> = {
      unit: String(unit._id),
      year: '2019',
      own: 'yes',
    }
    for (const facet of FACETS) {
      const filters = { state: 'confirmed' as const, [facet]: [values[facet] ?? 'x'] }
      const filter = documentFilter(filters, { visible: {}, open: [] })
      const plan = JSON.stringify(await LegalDocument.find(filter).explain('queryPlanner'))
      expect(plan, facet).to.include('IXSCAN').and.not.include('COLLSCAN')
    }
  })
})

function sum(counts: { count: number }[]): number {
  return counts.reduce((total, { count }) => total + count, 0)
}
