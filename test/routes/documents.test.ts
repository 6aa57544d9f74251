import { expect } from 'chai'
import { AuditEntry } from '../../server/models/AuditEntry.ts'
import { Citation } from '../../server/models/Citation.ts'
import { Effect } from '../../server/models/Effect.ts'
import { LegalDocument, type LegalDocumentRecord } from '../../server/models/LegalDocument.ts'
import { Relation } from '../../server/models/Relation.ts'
import { Review } from '../../server/models/Review.ts'
import { TABS } from '../../server/presenters/documentHead.ts'
import { testApp, type SignedIn } from '../support/app.ts'
import {
  buildCitation,
  buildDocument,
  buildEffect,
  buildRelation,
  buildReview,
} from '../support/build.ts'
import { useDatabase } from '../support/database.ts'

const TEXT = `ỦY BAN NHÂN DÂN
TỈNH ĐỒNG THÁP

QUYẾT ĐỊNH
Về việc thử

Căn cứ Nghị định số 60/2021/NĐ-CP;

Điều 1. Phạm vi
Áp dụng Quyết định số 7/2018/QĐ-UBND.
`

async function found(id: unknown): Promise<LegalDocumentRecord> {
  return (await LegalDocument.findById(id).lean<LegalDocumentRecord>())!
}

/** A form of the properties tab as the page fills it. */
function propertiesForm(document: LegalDocumentRecord, changes: Record<string, string> = {}) {
  const { number, type, title, issuerName, issuedOn, direction, revision } = document
  return {
    ...{ number, type: type ?? '', title, issuerName, issuedOn: issuedOn ?? '', direction },
    revision,
    isForm: '1',
    reason: 'gõ nhầm',
    ...changes,
  }
}

describe('documents', () => {
  useDatabase()
  let clerk: SignedIn

  beforeEach(async () => {
    clerk = await testApp().signedIn('clerk')
  })

  it('lists what is registered, with filters as ticked', async () => {
    await buildDocument({ title: 'Quy chế thử một', docClass: 'qppl' })
    await buildDocument({ title: 'Kế hoạch thử hai', type: 'plan' })
    const { text } = await clerk.get('/documents?class=qppl')
    expect(text).to.include('1 văn bản').and.include('Quy chế thử một')
    expect(text).to.not.include('Kế hoạch thử hai')
    expect(text).to.include('name="class" value="qppl" checked')
  })

  it('says so when the register is empty and when nothing fits', async () => {
    expect((await clerk.get('/documents')).text).to.include('Sổ chưa có văn bản nào.')
    expect((await clerk.get('/documents?type=plan')).text).to.include('Không văn bản nào khớp')
  })

  it('marks citations in the text: linked, ended, not in the register', async () => {
    const decree = await buildDocument({ number: '60/2021/NĐ-CP', type: 'decree' })
    await buildEffect({ target: decree._id, kind: 'repealed', on: '2025-01-01' })
    const document = await buildDocument({ text: TEXT })
    const at = (quote: string) => ({ from: document._id, quote, start: TEXT.indexOf(quote) })
    const place = async (quote: string, fields: object) => {
      const start = TEXT.indexOf(quote)
      await buildCitation({ ...at(quote), end: start + quote.length, ...fields })
    }
    await place('Nghị định số 60/2021/NĐ-CP', { state: 'linked', to: decree._id })
    await place('Quyết định số 7/2018/QĐ-UBND', { number: '7/2018/QĐ-UBND' })
    const { text } = await clerk.get(`/documents/${String(document._id)}`)
    expect(text).to.match(/<summary class="cite cite-ended">Nghị định số 60\/2021\/NĐ-CP/)
    expect(text).to.include('href="/stubs/n%3A7%2F2018%2FQD-UBND">Quyết định số 7/2018/QĐ-UBND</a>')
    expect(text).to.include('href="#at-').and.include('Điều 1. Phạm vi')
  })

  it('leads a pinpoint to the provision of the cited document', async () => {
    const text = 'Điều 1. Phạm vi\n1. Một.\n2. Hai.\n'
    const target = await buildDocument({ text })
    const words = 'theo khoản 2 Điều 1 Quyết định này'
    const from = (await buildDocument({ text: words }))._id
    const linked = { state: 'linked' as const, to: target._id, pinpoint: 'khoản 2 Điều 1' }
    await buildCitation({ from, start: 20, end: 34, quote: 'Quyết định này', ...linked })
    const citing = await clerk.get(`/documents/${String(from)}`)
    expect(citing.text).to.include(`href="/documents/${String(target._id)}#dieu-1-khoan-2"`)
    const cited = await clerk.get(`/documents/${String(target._id)}`)
    expect(cited.text).to.include('id="dieu-1-khoan-2"')
  })

  it('tells the status on any day asked, and keeps today for what is no day', async () => {
    const replacing = await buildDocument({ number: '061/2026/QĐ-UBND' })
    const { _id } = await buildDocument({ effectiveFrom: '2024-05-16' })
    await buildEffect({ target: _id, source: replacing._id, kind: 'replaced', on: '2026-12-01' })
    const on = async (day: string) => {
      const { text } = await clerk.get(`/documents/${String(_id)}?on=${encodeURIComponent(day)}`)
      return /lamp-large">.*?<span>([^<]+)</s.exec(text)?.[1]
    }
    expect(await on('10/05/2024')).to.equal('Chưa có hiệu lực')
    expect(await on('23/11/2026')).to.equal('Còn hiệu lực')
    expect(await on('1/12/2026')).to.equal('Hết hiệu lực toàn bộ')
    expect(await on('hôm qua')).to.equal('Còn hiệu lực')
    const { text } = await clerk.get(`/documents/${String(_id)}`)
    expect(text).to.include('Hết hiệu lực toàn bộ từ 01/12/2026').and.include('061/2026/QĐ-UBND')
  })

  it('warns when bases have ended', async () => {
    const document = await buildDocument({ effectiveFrom: '2024-05-16' })
    const ended = await buildDocument({ number: '34/2016/NĐ-CP', type: 'decree' })
    await buildEffect({ target: ended._id, kind: 'repealed', on: '2025-04-01' })
    await buildRelation({ from: document._id, to: ended._id })
    await buildRelation({ from: document._id })
    const { text } = await clerk.get(`/documents/${String(document._id)}`)
    expect(text).to.include('1 trong 2 căn cứ đã hết hiệu lực từ 01/04/2025')
  })

  it('escapes whatever stands in fields, text, citations and reasons, on every tab', async () => {
    const evil = '<script>alert(1)</script>"><img src=x onerror=alert(2)>'
    const document = await buildDocument({
      ...{ title: evil, signer: evil, issuerName: evil, place: evil, text: evil, source: evil },
      number: evil.slice(0, 20),
      evidence: [{ field: 'title', start: 0, end: 5, quote: evil }] as never,
    })
    const other = await buildDocument({ title: evil })
    await buildRelation({ from: document._id, to: other._id, quote: evil, reason: evil })
    await buildCitation({
      from: document._id,
      quote: evil,
      sentence: evil,
      title: evil,
      start: 0,
      end: 9,
    })
    await buildCitation({ from: other._id, to: document._id, state: 'linked', sentence: evil })
    await buildReview({ document: document._id, groundText: evil })
    const pages = [
      '/documents',
      '/stubs',
      ...TABS.map(tab => `/documents/${String(document._id)}?tab=${tab}`),
    ]
    for (const page of pages) {
      const { text, status } = await clerk.get(page)
      expect(status, page).to.equal(200)
      expect(text, page).to.not.match(/<script>alert|<img src=x/)
    }
  })

  it('hides a restricted document on every page', async () => {
    const reader = await testApp().signedIn('reader')
    const secret = await buildDocument({
      title: 'Chuyện kín',
      number: '9/BC-SCT',
      secrecy: 'restricted',
    })
    const open = await buildDocument({ text: TEXT })
    await buildRelation({ from: open._id, to: secret._id })
    await buildRelation({ from: secret._id, to: open._id, quote: 'lời của Chuyện kín' })
    await buildCitation({
      from: open._id,
      to: secret._id,
      state: 'linked',
      number: '9/BC-SCT',
      start: 0,
      end: 5,
    })
    await buildCitation({
      from: secret._id,
      to: open._id,
      state: 'linked',
      sentence: 'lời của Chuyện kín',
    })
    await buildCitation({ from: secret._id, number: '1/BC-SCT', sentence: 'lời của Chuyện kín' })
    const pages = [
      '/documents',
      '/stubs',
      ...TABS.map(tab => `/documents/${String(open._id)}?tab=${tab}`),
    ]
    for (const page of pages) {
      expect((await reader.get(page)).text, page).to.not.include('Chuyện kín')
    }
    expect((await reader.get('/stubs')).text).to.not.include('1/BC-SCT')
    expect((await reader.get('/stubs/n%3A1%2FBC-SCT')).status).to.equal(404)
    for (const path of ['', '/impact', ...TABS.map(tab => `?tab=${tab}`)]) {
      expect((await reader.get(`/documents/${String(secret._id)}${path}`)).status, path).to.equal(
        404,
      )
    }
  })

  it('sends a draft to its check page, and knows no other id', async () => {
    const draft = await buildDocument({ state: 'draft' })
    const { headers } = await clerk.get(`/documents/${String(draft._id)}`)
    expect(headers.location).to.equal(`/drafts/${String(draft._id)}`)
    const reader = await testApp().signedIn('reader')
    expect((await reader.get(`/documents/${String(draft._id)}`)).status).to.equal(404)
    expect((await clerk.get('/documents/nothing')).status).to.equal(404)
  })
})

describe('changes of a document', () => {
  useDatabase()
  let clerk: SignedIn

  beforeEach(async () => {
    clerk = await testApp().signedIn('clerk')
  })

  it('gives a "chờ số" record its number: what waited for it comes alive in the same save', async () => {
    const waiting = await buildCitation({ number: '60/2021/NĐ-CP' })
    const document = await buildDocument({ number: '', type: 'decree', issuerName: 'Chính phủ' })
    const form = propertiesForm(document, { number: '60/2021/NĐ-CP', issuedOn: '21/6/2021' })
    const answer = await clerk.post(`/documents/${String(document._id)}/edit`, form)
    expect(answer.status).to.equal(303)
    expect(await found(document._id)).to.include({
      number: '60/2021/NĐ-CP',
      numberKey: '60/2021/ND-CP',
      issuedOn: '2021-06-21',
      revision: document.revision + 1,
    })
    expect(await Citation.findById(waiting._id).lean()).to.deep.include({ to: document._id })
    const entry = await AuditEntry.findOne({ action: 'documentChange' }).lean()
    expect(entry).to.deep.include({ reason: 'gõ nhầm' })
    expect(entry?.before).to.deep.include({ number: '' })
    const { text } = await clerk.get(answer.headers.location!)
    expect(text).to.include('1 viện dẫn đã có liên kết')
  })

  it('moves the events of a document with its day', async () => {
    const document = await buildDocument({ effectiveFrom: '2026-12-01' })
    const relation = await buildRelation({ from: document._id, kind: 'replaces', source: 'person' })
    const effect = { target: relation.to, source: document._id, kind: 'replaced' } as const
    await buildEffect({ ...effect, on: '2026-12-01' })
    const form = propertiesForm(document, { effectiveFrom: '15/12/2026' })
    await clerk.post(`/documents/${String(document._id)}/edit`, form)
    const moved = await Effect.find({ target: relation.to }).lean()
    expect(moved.map(({ on }) => on)).to.deep.equal(['2026-12-15'])
  })

  it('refuses a correction without a reason or with a wrong day: what was typed is kept', async () => {
    const document = await buildDocument()
    const form = propertiesForm(document, { reason: '', title: 'Tên mới' })
    const bare = await clerk.post(`/documents/${String(document._id)}/edit`, form)
    expect(bare.status).to.equal(422)
    expect(bare.text).to.include('Nêu lý do').and.include('Tên mới')
    const wrong = propertiesForm(document, { issuedOn: '31/02/2024' })
    const answer = await clerk.post(`/documents/${String(document._id)}/edit`, wrong)
    expect(answer.status).to.equal(422)
    expect(answer.text).to.include('value="31/02/2024"')
    expect(await found(document._id)).to.include({ title: document.title, revision: 1 })
  })

  it('changes nothing from a stale form', async () => {
    const document = await buildDocument({ revision: 4 })
    const path = `/documents/${String(document._id)}`
    const form = { ...propertiesForm(document, { title: 'Tên của người chậm' }), revision: 3 }
    const posts: [string, Record<string, string | number>][] = [
      [`${path}/edit`, form],
      [`${path}/withdraw`, { withdrawReason: 'ghi nhầm', revision: 3 }],
    ]
    for (const [to, fields] of posts) {
      const { status, text } = await clerk.post(to, fields)
      expect(status, to).to.equal(409)
      expect(text, to).to.include('Người khác vừa sửa văn bản này.')
    }
    expect(await found(document._id)).to.include({ title: document.title, state: 'confirmed' })
    expect(await AuditEntry.countDocuments({ targetKind: 'LegalDocument' })).to.equal(0)
  })

  it('withdraws with a reason: links wait again, its events no longer count', async () => {
    const document = await buildDocument({ number: '60/2021/NĐ-CP', type: 'decree' })
    const pointing = await buildCitation({
      number: '60/2021/NĐ-CP',
      state: 'linked',
      to: document._id,
    })
    const target = await buildDocument({ effectiveFrom: '2024-05-16', forceStatus: 'expired' })
    await buildRelation({ from: document._id, to: target._id, kind: 'repeals' })
    await buildEffect({
      source: document._id,
      target: target._id,
      kind: 'repealed',
      on: '2025-01-01',
    })
    const path = `/documents/${String(document._id)}`
    const fields = { revision: document.revision, withdrawReason: '' }
    expect((await clerk.post(`${path}/withdraw`, fields)).status).to.equal(422)
    const done = await clerk.post(`${path}/withdraw`, { ...fields, withdrawReason: 'ghi nhầm' })
    expect(done.status).to.equal(303)
    expect(await found(document._id)).to.include({
      state: 'withdrawn',
      withdrawnReason: 'ghi nhầm',
    })
    expect(await Citation.findById(pointing._id).lean()).to.deep.include({
      state: 'missing',
      to: null,
    })
    expect(await found(target._id)).to.include({ forceStatus: 'inForce' })
    expect((await clerk.get(path)).text)
      .to.include('Đã rút khỏi sổ.')
      .and.include('ghi nhầm')
    expect((await clerk.get('/documents?state=withdrawn')).text).to.include('60/2021/NĐ-CP')
  })

  it('shows what a change touches before it is recorded; then records it and opens reviews, once', async () => {
    const target = await buildDocument({ number: '20/2019/QĐ-UBND', effectiveFrom: '2019-09-10' })
    const resting = await buildDocument({ number: '8/2020/QĐ-UBND', own: true, docClass: 'qppl' })
    await buildRelation({
      from: resting._id,
      to: target._id,
      quote: 'Căn cứ Quyết định số 20/2019;',
    })
    await buildDocument({ number: '061/2026/QĐ-UBND', effectiveFrom: '2026-12-01' })
    const path = `/documents/${String(target._id)}`
    const form = {
      ...{ voice: 'in', kind: 'replaces', scope: 'whole', other: '061/2026/QĐ-UBND' },
      reason: 'đọc trên Công báo',
      revision: target.revision,
    }
    const look = await clerk.post(`${path}/relations`, form)
    expect(look.status).to.equal(200)
    expect(look.text).to.include('8/2020/QĐ-UBND').and.include('Ghi thay đổi, mở 1 rà soát')
    expect(await Relation.countDocuments({ kind: 'replaces' })).to.equal(0)

    const done = await clerk.post(`${path}/relations`, { ...form, seen: '1' })
    expect(done.status).to.equal(303)
    expect(await Effect.findOne({ target: target._id }).lean()).to.include({
      kind: 'replaced',
      on: '2026-12-01',
    })
    expect(await Review.countDocuments({ document: resting._id, isOpen: true })).to.equal(1)
    const { revision } = await found(target._id)
    await clerk.post(`${path}/relations`, { ...form, seen: '1', revision })
    expect(await Review.countDocuments()).to.equal(1)
    expect(await Effect.countDocuments()).to.equal(1)
  })

  it('asks which of several documents is meant, and names what is missing', async () => {
    const document = await buildDocument()
    await buildDocument({ number: '20/2019/QĐ-UBND' })
    await buildDocument({ number: '20/2019/QĐ-UBND', issuerName: 'UBND tỉnh Quảng Trị' })
    const path = `/documents/${String(document._id)}/relations`
    const form = { kind: 'basedOn', other: '20/2019/QĐ-UBND', reason: 'thử', revision: 1 }
    const several = await clerk.post(path, form)
    expect(several.status).to.equal(422)
    expect(several.text).to.include('Nhiều văn bản cùng số này').and.include('UBND tỉnh Quảng Trị')
    const none = await clerk.post(path, { ...form, other: '1/2001/QĐ-UBND', reason: '' })
    expect(none.text).to.include('Không văn bản nào trong sổ có số này').and.include('Nêu lý do')
  })

  it('takes a relation back with a reason: its event no longer counts', async () => {
    const target = await buildDocument({ effectiveFrom: '2019-09-10', forceStatus: 'expired' })
    const relation = await buildRelation({ to: target._id, kind: 'repeals' })
    await buildEffect({
      target: target._id,
      source: relation.from,
      kind: 'repealed',
      on: '2020-01-01',
    })
    const path = `/documents/${String(target._id)}/relations/${String(relation._id)}/remove`
    expect((await clerk.post(path, { revision: 1, reason: '' })).status).to.equal(422)
    expect((await clerk.post(path, { revision: 1, reason: 'ghi nhầm' })).status).to.equal(303)
    expect(await Relation.countDocuments()).to.equal(0)
    expect(await Effect.findOne().lean()).to.include({ withdrawnReason: 'ghi nhầm' })
    expect(await found(target._id)).to.include({ forceStatus: 'inForce' })
  })

  it('is refused to readers', async () => {
    const reader = await testApp().signedIn('reader')
    const document = await buildDocument()
    const path = `/documents/${String(document._id)}`
    const answer = await reader.post(`${path}/edit`, propertiesForm(document, { title: 'x' }))
    expect(answer.status).to.equal(403)
    expect((await reader.get(`${path}?tab=properties`)).text).to.not.include(`${path}/edit`)
  })
})
