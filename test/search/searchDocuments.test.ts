import { expect } from 'chai'
import mongoose from 'mongoose'
import { numberKey } from '../../server/legal/documentNumber.ts'
import { DOCUMENT_TYPES, type DocumentType, type Role } from '../../server/legal/glossary.ts'
import { looksLikeNumber } from '../../server/legal/looksLikeNumber.ts'
import { searchWords } from '../../server/legal/searchWords.ts'
import { Citation } from '../../server/models/Citation.ts'
import { LegalDocument } from '../../server/models/LegalDocument.ts'
import type { Actor } from '../../server/people/actor.ts'
import { compareIndex } from '../../server/search/compareIndex.ts'
import { numberFilter } from '../../server/search/findByNumber.ts'
import { indexDocument, prepareIndex } from '../../server/search/indexDocument.ts'
import { rebuildIndex } from '../../server/search/rebuildIndex.ts'
import { repairIndex } from '../../server/search/repairIndex.ts'
import { searchDocuments } from '../../server/search/searchDocuments.ts'
import { baseFilter } from '../../server/search/searchRegister.ts'
import type { SearchResult } from '../../server/search/types.ts'
import { useDatabase, useSearch } from '../support/database.ts'

const NONE = { type: [], year: [], docClass: [], origin: [] }
const actorWith = (...roles: Role[]): Actor => ({
  id: new mongoose.Types.ObjectId(),
  name: 'Người thử',
  username: 'thu',
  roles,
  unit: null,
})
const lead = actorWith('legalLead')

interface Entry {
  number?: string
  title: string
  type?: DocumentType
  issuedOn?: string
  text?: string
  secrecy?: '' | 'restricted'
}

async function register(entry: Entry) {
  const { number = '', title, type = 'decision', issuedOn = '2021-05-04', text = '' } = entry
  return LegalDocument.create({
    state: 'confirmed',
    number,
    numberKey: numberKey(number),
    title,
    type,
    issuedOn,
    text,
    hasText: text !== '',
    secrecy: entry.secrecy ?? '',
    issuerName: 'UBND tỉnh Bình Thạnh',
    searchWords: searchWords({
      number,
      title,
      issuerName: 'UBND tỉnh Bình Thạnh',
      signer: '',
      typeLabel: DOCUMENT_TYPES[type].vi,
    }),
  })
}

const search = (q: string, more: Partial<Parameters<typeof searchDocuments>[0]> = {}) =>
  searchDocuments({ q, filters: NONE, page: 1, actor: lead, ...more })
const numbersOf = (result: SearchResult) => result.hits.map(({ document }) => document.number)

async function fillRegister() {
  await register({
    number: '20/2019/QĐ-UBND',
    title: 'Ban hành Quy định một cửa liên thông cấp điện qua lưới trung áp',
    issuedOn: '2019-08-29',
    text: 'Điều 1. Phạm vi\nQuy định này áp dụng cho đất công nghiệp.\nĐiều 2. Thời gian\nKhông quá bảy ngày làm việc.',
  })
  await register({
    number: '120/2019/QĐ-UBND',
    title: 'Giá dịch vụ đò ngang',
    issuedOn: '2019-11-02',
  })
  await register({
    number: '05/2020/QĐ-UBND',
    title: 'Quy chế quản lý chợ',
    issuedOn: '2020-03-12',
    text: 'Điều 1. Chợ hạng một đạt chuẩn.',
  })
  await register({
    number: '01-NQ/TU',
    title: 'Nghị quyết về phát triển đô thị',
    type: 'resolution',
  })
}

/** The names of the stages of a plan, however deep. */
function stagesOf(plan: unknown): string[] {
  return [...JSON.stringify(plan).matchAll(/"stage":"(\w+)"/gu)].map(match => match[1] ?? '')
}

function describeNumbers() {
  const spellings = [
    '20/2019',
    'qd 20 2019 ubnd',
    'QĐ20/2019/QĐ-UBND',
    '20/2019/QĐ-UBND',
    'số 20/2019/QĐ-UBND',
    '20/2019/qdubnd',
    'qđ20 2019',
    'Quyết định 20/2019/QĐ-UBND',
  ]
  for (const q of spellings) {
    it(`finds the number spelt "${q}" first`, async () => {
      await fillRegister()
      expect(numbersOf(await search(q))[0]).to.equal('20/2019/QĐ-UBND')
    })
  }

  it('does not take a longer number for a shorter one', async () => {
    await fillRegister()
    expect(numbersOf(await search('20/2019'))).to.deep.equal(['20/2019/QĐ-UBND'])
  })

  it('finds a number printed with a leading zero typed without it, and a Party number', async () => {
    await fillRegister()
    expect(numbersOf(await search('5/2020'))).to.deep.equal(['05/2020/QĐ-UBND'])
    expect(numbersOf(await search('1-NQ/TU'))[0]).to.equal('01-NQ/TU')
  })

  it('names a number that is cited and not registered', async () => {
    await Citation.create({
      from: new mongoose.Types.ObjectId(),
      start: 0,
      end: 4,
      quote: 'Nghị định 60/2021/NĐ-CP',
      number: '60/2021/NĐ-CP',
      toKey: `n:${numberKey('60/2021/NĐ-CP')}`,
      isLive: true,
    })
    const { stubs } = await search('60/2021')
    expect(stubs).to.deep.equal([
      { toKey: 'n:60/2021/ND-CP', number: '60/2021/NĐ-CP', citations: 1 },
    ])
  })
}

describe('searchDocuments without the engine', () => {
  useDatabase()
  describeNumbers()

  it('finds words with and without diacritics, the last one as a beginning', async () => {
    await fillRegister()
    for (const q of ['quy chế quản lý chợ', 'quy che quan ly cho', 'quan ly ch']) {
      const result = await search(q)
      expect(result.mode).to.equal('register')
      expect(numbersOf(result), q).to.deep.equal(['05/2020/QĐ-UBND'])
    }
  })

  it('counts exactly and filters by type and year', async () => {
    await fillRegister()
    const all = await search('ubnd tinh binh thanh')
    expect(all.total).to.equal(4)
    expect(all.facets.type).to.deep.include({ value: 'decision', count: 3 })
    const filtered = await search('ubnd tinh binh thanh', {
      filters: { ...NONE, type: ['decision'], year: [2019] },
    })
    expect(filtered.total).to.equal(2)
    expect(filtered.facets.year).to.deep.include({ value: '2020', count: 1 })
  })

  it('shows a restricted document to nobody who may not see it', async () => {
    await register({ number: '77/KH-SX', title: 'Kế hoạch kín', secrecy: 'restricted' })
    const reader = actorWith('reader')
    expect((await search('kế hoạch kín', { actor: reader })).total).to.equal(0)
    expect((await search('77/KH-SX', { actor: reader })).total).to.equal(0)
    expect((await search('kế hoạch kín')).total).to.equal(1)
  })

  it('finds nothing by signs alone', async () => {
    await fillRegister()
    for (const q of ['(((', '*', '%', '“”']) expect((await search(q)).total, q).to.equal(0)
  })

  it('takes words that are patterns to a machine as plain words', async () => {
    for (const q of ['.*', '(((', '$where', '"', '\\', '<b>', '🙂', '%00']) {
      expect((await search(q)).hits, q).to.be.an('array')
    }
  })

  it('reads no query by scanning the whole collection', async () => {
    await fillRegister()
    const typed = looksLikeNumber('qd 20 2019 ubnd')!
    const queries = [
      LegalDocument.find({ $and: [numberFilter(typed, 'numberKey'), { state: 'confirmed' }] }),
      LegalDocument.find(baseFilter('quy che quan ly', actorWith('reader'))),
      LegalDocument.find(baseFilter('cho', lead)),
      LegalDocument.find(baseFilter('', lead)),
      Citation.find(numberFilter(typed, 'toKey')),
    ]
    for (const query of queries) {
      const plan: unknown = await query.explain('queryPlanner')
      expect(
        stagesOf((plan as { queryPlanner: { winningPlan: unknown } }).queryPlanner.winningPlan),
      )
        .to.include('IXSCAN')
        .and.not.include('COLLSCAN')
    }
  })
})

describe('searchDocuments with the engine', () => {
  useDatabase()
  useSearch()
  beforeEach(prepareIndex)
  describeNumbers()

  it('finds words of a Điều and says where', async () => {
    await fillRegister()
    await repairIndex()
    const result = await search('bảy ngày làm việc')
    expect(result.mode).to.equal('words')
    expect(numbersOf(result)).to.deep.equal(['20/2019/QĐ-UBND'])
    expect(result.hits[0]?.snippets[0]?.heading).to.contain('Điều 2')
    expect(result.hits[0]?.snippets[0]?.runs.some(({ hit }) => hit)).to.equal(true)
  })

  it('counts documents, not their sections', async () => {
    await fillRegister()
    await repairIndex()
    const result = await search('quy dinh')
    expect(result.total).to.equal(result.hits.length)
    expect(result.facets.type).to.deep.equal([{ value: 'decision', count: result.total }])
  })

  it('finds a whole title pasted, with and without diacritics', async () => {
    await fillRegister()
    await repairIndex()
    for (const q of [
      'Ban hành Quy định một cửa liên thông cấp điện qua lưới trung áp',
      'ban hanh quy dinh mot cua lien thong cap dien qua luoi trung ap',
    ]) {
      expect(numbersOf(await search(q))[0], q).to.equal('20/2019/QĐ-UBND')
    }
  })

  it('keeps a restricted document from those who may not see it', async () => {
    await register({ number: '77/KH-SX', title: 'Kế hoạch kín', secrecy: 'restricted' })
    await repairIndex()
    const hidden = await search('kế hoạch kín', { actor: actorWith('reader') })
    expect(hidden.total).to.equal(0)
    expect(hidden.facets.type).to.deep.equal([])
    expect((await search('kế hoạch kín')).total).to.equal(1)
  })

  it('drops a withdrawn document and holds the newest revision', async () => {
    const document = await register({ number: '9/QĐ-SX', title: 'Nội quy tiếp khách' })
    await indexDocument(document._id)
    expect(await compareIndex()).to.deep.include({
      registered: 1,
      indexed: 1,
      missing: [],
      extra: [],
    })
    await LegalDocument.updateOne(
      { _id: document._id },
      { state: 'withdrawn', needsIndexing: true, $inc: { revision: 1 } },
    )
    await repairIndex()
    expect(await compareIndex()).to.deep.include({ registered: 0, indexed: 0 })
  })

  it('rebuilds aside and equals the register', async () => {
    await fillRegister()
    expect(await rebuildIndex(new Date())).to.deep.equal({ documents: 4 })
    expect(await compareIndex()).to.deep.equal({
      registered: 4,
      indexed: 4,
      missing: [],
      extra: [],
    })
  })
})
