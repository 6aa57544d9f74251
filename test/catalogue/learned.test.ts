import { expect } from 'chai'
import type { Types } from 'mongoose'
import {
  resolveCitation,
  type CitationQuestion,
} from '../../server/catalogue/citations/resolveCitation.ts'
import { learnDocument, learnIssuer } from '../../server/catalogue/learned/learnNames.ts'
import { listNames, retireName } from '../../server/catalogue/learned/listNames.ts'
import { loadKnowledge } from '../../server/catalogue/learned/loadKnowledge.ts'
import { inTransaction } from '../../server/lib/mongo.ts'
import { Citation } from '../../server/models/Citation.ts'
import { LegalDocument, type LegalDocumentRecord } from '../../server/models/LegalDocument.ts'
import { reviveCitations } from '../../server/catalogue/citations/reviveCitations.ts'
import type { Actor } from '../../server/people/actor.ts'
import { buildActor, buildCitation, buildDocument, NOW } from '../support/build.ts'
import { useDatabase } from '../support/database.ts'

const PLAN = { type: 'plan', number: '12/KH-SYT', issuedOn: '2024-01-15' } as const
const health = () =>
  buildDocument({ ...PLAN, issuerName: 'Sở Y tế tỉnh Hà Tĩnh', title: 'Kiểm tra năm 2024' })
const inHaTinh = { province: 'ha-tinh', issuedOn: '2024-11-04' }
const cited = (fields: Partial<CitationQuestion> = {}): CitationQuestion => ({
  ...{ form: 'plan', title: 'Kế hoạch kiểm tra', period: '2024', issuer: 'Sở Y tế' },
  from: inHaTinh,
  ...fields,
})

let actor: Actor
let from: Types.ObjectId

type Document = Pick<LegalDocumentRecord, '_id'>
interface Said {
  title?: string
  period?: string
  issuerKey?: string
  by?: Actor
}

const teachPlan = (to: Document, said: Said = {}) => {
  const { title = 'Kế hoạch kiểm tra', period = '2024', by = actor } = said
  const { issuerKey = 'so y te/ha-tinh' } = said
  const lesson = { title, plan: { period, issuerKey }, document: to._id }
  return inTransaction(session => learnDocument({ ...lesson, from, actor: by, now: NOW }, session))
}
const teachLaw = (to: Document, title: string, by: Actor = actor) =>
  inTransaction(session =>
    learnDocument({ title, document: to._id, from, actor: by, now: NOW }, session),
  )
const teachBody = (read: string, typed: string, text = from) =>
  inTransaction(session => learnIssuer({ read, typed, from: text, actor, now: NOW }, session))
const retire = async (by: Actor = actor) => {
  const [row] = await listNames()
  const { _id: id, revision } = row!.name
  return retireName({ id, revision, actor: by, now: NOW })
}

async function expectLink(question: CitationQuestion, to: Document | null, reason = 'learned') {
  const resolution = await resolveCitation(question)
  expect(String(resolution.to), JSON.stringify(resolution)).to.equal(String(to?._id ?? null))
  if (to) expect(resolution.reason).to.equal(reason)
}

describe('plans learned by name', () => {
  useDatabase()
  beforeEach(async () => {
    actor = await buildActor()
    from = (await buildDocument({ issuerName: 'UBND tỉnh Hà Tĩnh' }))._id
  })

  it('mean the plan of that body in those years, under any spelling', async () => {
    const plan = await buildDocument({ ...PLAN, issuerName: 'UBND tỉnh Hà Tĩnh', title: 'Về y tế' })
    await teachPlan(plan)
    await expectLink(cited(), plan)
    await expectLink(cited({ title: 'KẾ HOẠCH KIỂM TRA' }), plan)
    await expectLink(cited({ issuer: 'Sở Y tế tỉnh Hà Tĩnh', from: { province: 'nghe-an' } }), plan)
  })

  it('say nothing of other years, another body, another province, or no body', async () => {
    const plan = await health()
    await teachPlan(plan)
    await expectLink(cited({ period: '2025' }), null)
    await expectLink(cited({ period: null }), null)
    await expectLink(cited({ issuer: 'Sở Công Thương' }), null)
    await expectLink(cited({ from: { ...inHaTinh, province: 'nghe-an' } }), null)
    await expectLink(cited({ issuer: 'Sở Y tế', from: { issuedOn: '2024-11-04' } }), null)
    await expectLink(cited({ issuer: null }), null)
    const own = { ...inHaTinh, issuerKey: 'so y te/ha-tinh' }
    await expectLink(cited({ issuer: null, from: own }), plan)
  })

  it('of a province, named without a body, are meant in that province only', async () => {
    const plan = await buildDocument({
      ...{ ...PLAN, number: '41/KH-UBND', issuedOn: '2016-02-01', title: 'Về cải cách' },
      issuerName: 'UBND tỉnh Hà Tĩnh',
    })
    const reform = { title: 'Kế hoạch CCHC', period: '2016-2020' }
    await teachPlan(plan, { ...reform, issuerKey: '' })
    const asked = cited({ ...reform, issuer: null })
    await expectLink(asked, plan)
    await expectLink({ ...asked, title: 'Kế hoạch cải cách hành chính' }, plan)
    await expectLink({ ...asked, period: '2021-2025' }, null)
    await expectLink({ ...asked, from: { ...inHaTinh, province: 'nghe-an' } }, null)
    await expectLink({ ...asked, from: { issuedOn: '2024-11-04' } }, null)
  })

  it('of one name and years stand side by side, one for each body', async () => {
    const [plan, other] = [await health(), await buildDocument({ ...PLAN, title: 'Khác' })]
    await teachPlan(plan)
    await teachPlan(other, { issuerKey: 'so cong thuong/ha-tinh' })
    await expectLink(cited(), plan)
    await expectLink(cited({ issuer: 'Sở Công Thương' }), other)
  })

  it('need years or a code, and words that mean one thing', async () => {
    const plan = await health()
    const said = ['Kế hoạch này', 'Kế hoạch nêu trên', 'Kế hoạch nói trên.', 'Kế hoạch đó']
    for (const title of said) await teachPlan(plan, { title })
    await teachPlan(plan, { period: '' })
    expect(await listNames()).to.deep.equal([])
    const project = await buildDocument({ number: '6/QĐ-TTg', issuerName: 'Thủ tướng Chính phủ' })
    await teachPlan(project, { title: 'Đề án 06', period: '', issuerKey: '' })
    await expectLink({ form: 'plan', title: 'Đề án 06', from: { province: 'nghe-an' } }, project)
  })

  it('give the reader no words to look for in every text', async () => {
    await teachPlan(await health())
    expect((await loadKnowledge()).planNames ?? []).to.deep.equal([])
  })

  it('lead nowhere when the plan is withdrawn, and never before it was issued', async () => {
    const plan = await health()
    await teachPlan(plan)
    await expectLink(cited({ from: { ...inHaTinh, issuedOn: '2024-01-02' } }), null)
    await LegalDocument.updateOne({ _id: plan._id }, { state: 'withdrawn' })
    await expectLink(cited(), null)
  })

  it('are not concluded from while two people say two things', async () => {
    const [plan, other] = [await health(), await buildDocument({ ...PLAN, title: 'Khác' })]
    await teachPlan(plan)
    await teachPlan(other)
    await expectLink(cited(), other)
    await teachPlan(plan, { by: await buildActor() })
    const { reason } = await resolveCitation(cited())
    expect(reason).not.to.equal('learned')
    expect((await listNames())[0]?.name.isDisputed).to.equal(true)
    expect(await retire()).to.equal(true)
    await teachPlan(plan)
    await expectLink(cited(), plan)
  })
})

describe('plans known by their title', () => {
  useDatabase()

  it('of another body or province are not linked by their years alone', async () => {
    const title = 'Chuyển đổi số giai đoạn 2021-2025'
    const plan = await buildDocument({ ...PLAN, issuerName: 'UBND tỉnh Hà Tĩnh', title })
    const asked = cited({ title: 'Kế hoạch chuyển đổi số', period: '2021-2025', issuer: null })
    await expectLink(asked, plan, 'name')
    await expectLink({ ...asked, from: { ...inHaTinh, province: 'nghe-an' } }, null)
    await expectLink({ ...asked, issuer: 'UBND tỉnh', from: { issuedOn: '2024-11-04' } }, null)
    await LegalDocument.updateOne({ _id: plan._id }, { issuerKey: 'so y te/ha-tinh' })
    await expectLink(asked, null)
  })

  it('are not the plan that carries them out, nor last year’s', async () => {
    const title = 'Triển khai Đề án phát triển bến bãi giai đoạn 2021-2025'
    await buildDocument({ ...PLAN, issuerName: 'Bộ Công Thương', title })
    const asked = { title: 'Đề án phát triển bến bãi', period: '2021-2025', issuer: null }
    await expectLink(cited(asked), null)
    await buildDocument({ ...PLAN, issuerName: 'UBND tỉnh Hà Tĩnh', title: 'Phát triển bến bãi' })
    const plan = { title: 'Kế hoạch phát triển bến bãi', issuer: 'UBND tỉnh' }
    await expectLink(cited(plan), null)
  })

  it('of a merged province are for a person where the years do not tell the unit', async () => {
    const title = 'Chuyển đổi số giai đoạn 2021-2025'
    const plan = await buildDocument({ ...PLAN, issuerName: 'UBND tỉnh Đồng Tháp', title })
    const named = { title: 'Kế hoạch chuyển đổi số', period: '2021-2025', issuer: 'UBND tỉnh' }
    const before = { province: 'dong-thap', issuedOn: '2024-11-04' }
    await expectLink(cited({ ...named, from: before }), plan, 'name')
    const after = { ...before, issuedOn: '2026-03-02' }
    await expectLink(cited({ ...named, from: after }), null)
    await expectLink(cited({ ...named, issuer: null, from: after }), null)
  })
})

const LAW = { type: 'law', issuerName: 'Quốc hội', title: 'Luật Quản lý bến bãi' } as const
const YARDS = { title: 'Luật Bến bãi', type: 'Luật', resolvedType: 'law' }

describe('other names of a law', () => {
  useDatabase()
  beforeEach(async () => {
    actor = await buildActor()
    from = (await buildDocument())._id
  })
  const law = (year: string) =>
    buildDocument({ ...LAW, number: `12/${year}/QH13`, issuedOn: `${year}-06-25` })

  it('mean the version of the year cited, else the one in force on the citing day', async () => {
    const first = await law('2013')
    await teachLaw(first, 'Luật Bến bãi')
    await expectLink({ ...YARDS, from: { issuedOn: '2020-05-04' } }, first)
    await expectLink({ ...YARDS, year: 2024, from: { issuedOn: '2025-05-05' } }, null)
    const second = await law('2024')
    await expectLink({ ...YARDS, from: { issuedOn: '2020-05-04' } }, first)
    await expectLink({ ...YARDS, from: { issuedOn: '2026-05-04' } }, second)
    await expectLink({ ...YARDS, year: 2013, from: { issuedOn: '2026-05-04' } }, first)
    await expectLink(YARDS, null)
  })

  it('are not learned for a name the tables know, for no law, or for "Luật này"', async () => {
    const old = await buildDocument({
      ...{ ...LAW, title: 'Luật Đất đai', number: '45/2013/QH13', issuedOn: '2013-11-29' },
    })
    await teachLaw(old, 'Luật Đất đai')
    await teachLaw(old, 'Luật này')
    await teachLaw(old, 'Luật')
    await teachLaw(old, 'Quy chế làm việc')
    await teachLaw(await buildDocument(), 'Luật Bến bãi')
    expect(await listNames()).to.deep.equal([])
    await expectLink({ title: 'Luật Đất đai', from: { issuedOn: '2025-05-05' } }, null)
  })

  it('are of the law, not of a version: two people who pick two of them agree', async () => {
    const [first, second] = [await law('2013'), await law('2024')]
    await teachLaw(first, 'Luật Bến bãi')
    await teachLaw(second, 'Luật Bến bãi', await buildActor())
    await teachLaw(first, 'Luật Quản lý bến bãi')
    expect((await listNames()).map(({ name }) => [name.written, name.isDisputed])).to.deep.equal([
      ['Luật Bến bãi', false],
    ])
    const other = await buildDocument({ ...LAW, number: '9/2012/QH13', title: 'Luật Kho vận' })
    await teachLaw(other, 'Luật Bến bãi', await buildActor())
    await expectLink({ ...YARDS, from: { issuedOn: '2026-05-04' } }, null)
  })

  it('make what waits look again when learned, when another version is registered, when taken back', async () => {
    const text = await buildDocument({ issuedOn: '2025-05-05' })
    const waiting = await buildCitation({ ...YARDS, resolvedType: 'law', from: text._id })
    const picked = await buildCitation({ ...YARDS, resolvedType: 'law', decision: 'none' })
    const stateOf = async ({ _id }: { _id: Types.ObjectId }) => {
      const row = await Citation.findById(_id).lean()
      return [row?.state, String(row?.to ?? '')]
    }
    const first = await law('2013')
    await teachLaw(first, 'Luật Bến bãi')
    expect(await stateOf(waiting)).to.deep.equal(['linked', String(first._id)])
    const second = await law('2024')
    await inTransaction(session => reviveCitations(second, session))
    expect(await stateOf(waiting)).to.deep.equal(['linked', String(second._id)])
    await retire()
    expect(await stateOf(waiting)).to.deep.equal(['missing', ''])
    expect(await stateOf(picked)).to.deep.equal(['missing', ''])
  })
})

describe('bodies learned from corrections', () => {
  useDatabase()
  beforeEach(async () => {
    actor = await buildActor()
    from = (await buildDocument({ issuerName: 'Sở Công Thương tỉnh Hà Tĩnh' }))._id
  })

  it('are never those every province has, nor what the tables know', async () => {
    await teachBody('UBND', 'Ủy ban nhân dân tỉnh Quảng Trị')
    await teachBody('SCT', 'Sở Công Thương tỉnh Quảng Trị')
    await teachBody('BCT', 'Bộ Chính trị mới')
    await teachBody('Sở', 'Sở')
    await teachBody('Cơ quan', 'Sở này')
    expect((await listNames()).map(({ name }) => name.written)).to.deep.equal(['Bộ Chính trị mới'])
  })

  it('keep to the province they were taught in, unless of the centre', async () => {
    const number = '05/2024/KH-TTX'
    const waiting = async (issuerName: string, short: string) => {
      const { _id } = await buildDocument({ issuerName, issuedOn: '2024-11-04' })
      return buildCitation({ number, issuer: short, from: _id, issuerKey: short.toLowerCase() })
    }
    const here = await waiting('UBND tỉnh Hà Tĩnh', 'TTX')
    const away = await waiting('UBND tỉnh Nghệ An', 'TTX')
    const central = await waiting('UBND tỉnh Nghệ An', 'BKHCNX')
    await teachBody('TTX', 'Tổ Thúc đẩy xuất khẩu')
    await teachBody('BKHCNX', 'Bộ Khoa học và Công nghệ')
    const keyOf = async ({ _id }: { _id: Types.ObjectId }) =>
      (await Citation.findById(_id).lean())?.issuerKey
    expect(await keyOf(here)).to.equal('to thuc day xuat khau')
    expect(await keyOf(away)).to.equal('ttx')
    expect(await keyOf(central)).to.equal('bkhcn')
  })

  it('make what waits look again, and again when taken back', async () => {
    const number = '05/2024/KH-TTX'
    const plan = await buildDocument({ number, type: 'plan', issuerName: 'Tổ Thúc đẩy xuất khẩu' })
    const waiting = await buildCitation({ number, issuer: 'TTX', issuerKey: 'ttx', from })
    await teachBody('TTX', 'Tổ Thúc đẩy xuất khẩu')
    expect(await Citation.findById(waiting._id).lean()).to.deep.include({
      ...{ state: 'linked', to: plan._id, issuerKey: 'to thuc day xuat khau' },
    })
    for (const { name } of await listNames()) {
      await retireName({ id: name._id, revision: name.revision, actor, now: NOW })
    }
    expect(await Citation.findById(waiting._id).lean()).to.deep.include({
      ...{ state: 'missing', to: null, issuerKey: 'ttx' },
    })
  })
})
