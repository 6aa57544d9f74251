import { expect } from 'chai'
import { LegalDocument } from '../../server/models/LegalDocument.ts'
import { AuditEntry } from '../../server/models/AuditEntry.ts'
import { Notice } from '../../server/models/Notice.ts'
import { Review } from '../../server/models/Review.ts'
import { testApp, type TestApp } from '../support/app.ts'
import { buildDocument, buildHome, buildReview, buildUnit } from '../support/build.ts'
import { useDatabase } from '../support/database.ts'

const TEXT = 'QUYẾT ĐỊNH\n\nĐiều 1. Phạm vi\nNội dung một.\nĐiều 2. Thời hạn\nNội dung hai.\n'

describe('reviews in the browser', () => {
  useDatabase()
  let app: TestApp
  before(() => {
    app = testApp()
  })

  async function scene() {
    await buildHome()
    const unit = await buildUnit()
    const document = await buildDocument({
      ...{ number: '08/2020/QĐ-UBND', own: true, docClass: 'qppl', text: TEXT },
      responsibleUnit: unit._id,
    })
    const review = await buildReview({ document: document._id, unit: unit._id })
    return { unit, document, review, path: `/reviews/${String(review._id)}` }
  }

  it('goes from opening to approval by two people', async () => {
    const { unit, document, path } = await scene()
    const reviewer = await app.signedIn('reviewer', { unit: unit._id })
    const lead = await app.signedIn('legalLead')
    expect((await reviewer.get('/')).text).to.include('08/2020/QĐ-UBND')
    expect((await reviewer.post(`${path}/accept`, { revision: 1 })).status).to.equal(303)
    const page = await reviewer.get(path)
    expect(page.text).to.include('Điều 2').and.to.include('Lượt của bạn')
    const typed = { provision_0: 'Điều 1', finding_0: 'fits', provision_1: 'Điều 2' }
    const found = { ...typed, finding_1: 'conflicts', note_1: 'Trái <b>mới</b>' }
    expect((await reviewer.post(`${path}/save`, { revision: 2, ...found })).status).to.equal(303)
    const again = await reviewer.get(path)
    expect(again.text).to.include('2/2 điều đã xem').and.to.include('Trái &lt;b&gt;mới&lt;/b&gt;')
    const refused = await reviewer.post(`${path}/submit`, { revision: 3, ...found })
    expect(refused.status).to.equal(422)
    expect(refused.text).to.include('Chọn một kết luận').and.to.include('Trái &lt;b&gt;')
    const amend = { ...found, outcome: 'amend', outcomeReason: 'Thời hạn đã đổi' }
    expect((await reviewer.post(`${path}/submit`, { revision: 3, ...amend })).status).to.equal(303)
    expect(await Notice.countDocuments({ stage: 'submitted', person: lead.actor.id })).to.equal(1)
    expect((await lead.get('/')).text).to.include('Xem và duyệt')
    expect((await lead.get(path)).text).to.include('Thời hạn đã đổi')
    expect((await lead.post(`${path}/approve`, { revision: 4 })).status).to.equal(303)
    expect(await Review.findOne().lean()).to.include({ state: 'approved', isOpen: true })
    const reviewed = await LegalDocument.findById(document._id).lean()
    expect(reviewed?.lastReviewedOn).to.equal('2026-11-23')
    const trail = await AuditEntry.find({ targetKind: 'Review' }).sort({ sequence: 1 }).lean()
    expect(trail.map(({ action }) => action)).to.deep.equal([
      'reviewAccept',
      'reviewSave',
      'reviewSubmit',
      'reviewApprove',
    ])
  })

  it('closes at once what stays as it is, and is returned with a reason', async () => {
    const { unit, path } = await scene()
    const reviewer = await app.signedIn('reviewer', { unit: unit._id })
    const lead = await app.signedIn('legalLead')
    await reviewer.post(`${path}/keep`, { revision: 1 })
    const bare = await lead.post(`${path}/return`, { revision: 2 })
    expect(bare.text).to.include('Nêu lý do trả lại')
    await lead.post(`${path}/return`, { revision: 2, returnReason: 'Nêu rõ Điều 2' })
    expect((await reviewer.get('/')).text).to.include('Nêu rõ Điều 2')
    await reviewer.post(`${path}/keep`, { revision: 3 })
    await lead.post(`${path}/approve`, { revision: 4 })
    expect(await Review.findOne().lean()).to.include({ state: 'closed', isOpen: false })
    expect(await Notice.countDocuments({ seenAt: null })).to.equal(0)
  })

  it('is not approved by who reviewed it', async () => {
    const { path } = await scene()
    const lead = await app.signedIn('legalLead')
    await lead.post(`${path}/keep`, { revision: 1 })
    const answer = await lead.post(`${path}/approve`, { revision: 2 })
    expect(answer.status).to.equal(422)
    expect(answer.text).to.include('Người rà soát không được tự duyệt')
    expect(await Review.findOne().lean()).to.include({ state: 'submitted', revision: 2 })
  })

  it('keeps what was typed when somebody else was faster', async () => {
    const { unit, path } = await scene()
    const reviewer = await app.signedIn('reviewer', { unit: unit._id })
    await reviewer.post(`${path}/accept`, { revision: 1 })
    const typed = { revision: 1, provision_0: 'Điều 1', finding_0: 'unfit', note_0: 'Chữ tôi gõ' }
    const answer = await reviewer.post(`${path}/save`, typed)
    expect(answer.status).to.equal(409)
    expect(answer.text).to.match(/Người khác vừa sửa lúc \d\d:\d\d\. Nội dung bạn nhập còn nguyên/)
    expect(answer.text).to.include('Chữ tôi gõ').and.to.include('name="revision" value="2"')
    expect((await Review.findOne().lean())?.findings).to.have.length(0)
  })

  it('is somebody else’s for other units, and unknown where the document is hidden', async () => {
    const { path, document } = await scene()
    const other = await app.signedIn('reviewer')
    expect((await other.post(`${path}/accept`, { revision: 1 })).text).to.include(
      'không thuộc lượt',
    )
    await LegalDocument.updateOne({ _id: document._id }, { secrecy: 'restricted' })
    expect((await other.get(path)).status).to.equal(404)
    expect((await other.get('/reviews?scope=all')).text).to.not.include('08/2020')
  })

  it('takes another due day with a reason from the legal lead', async () => {
    const { path } = await scene()
    const lead = await app.signedIn('legalLead')
    const wrong = await lead.post(`${path}/due`, { revision: 1, dueOn: '31/02/2027' })
    expect(wrong.text).to.include('Ghi ngày theo mẫu').and.to.include('31/02/2027')
    const fields = { revision: 1, dueOn: '15/01/2027', dueReason: 'Theo Kế hoạch năm' }
    await lead.post(`${path}/due`, fields)
    const review = await Review.findOne().lean()
    expect(review).to.include({ dueOn: '2027-01-15', dueSetByPerson: true })
    expect((await lead.get(path)).text).to.include('Theo Kế hoạch năm')
  })

  it('lists by scope, step, kind and lateness', async () => {
    const { unit } = await scene()
    await buildReview({ dueOn: '2026-11-13', kind: 'internal', state: 'inProgress' })
    const reviewer = await app.signedIn('reviewer', { unit: unit._id })
    const mine = await reviewer.get('/reviews')
    expect(mine.text).to.include('08/2020').and.to.include('1 rà soát')
    const late = await reviewer.get('/reviews?scope=all&overdue=1&kind=internal&state=inProgress')
    expect(late.text).to.not.include('08/2020')
    expect(late.text).to.include('Quá 6 ngày làm việc')
    expect((await reviewer.get('/reviews?scope=all&state=closed')).text).to.include(
      'Không có rà soát',
    )
  })

  it('is opened by hand from the page of an own document', async () => {
    const { document } = await scene()
    const lead = await app.signedIn('legalLead')
    const page = `/documents/${String(document._id)}`
    expect((await lead.get(`${page}?tab=reviews`)).text).to.include(`${page}/reviews`)
    const bare = await lead.post(`${page}/reviews`, { reason: '' })
    expect(bare.headers.location).to.equal(`${page}?tab=reviews`)
    expect((await lead.get(page)).text).to.include('Nêu lý do mở rà soát')
    await lead.post(`${page}/reviews`, { reason: 'Doanh nghiệp phản ánh' })
    const review = await Review.findOne({ ground: 'manual' }).lean()
    expect((await lead.get(`/reviews/${String(review?._id)}`)).text).to.include(
      'Doanh nghiệp phản ánh',
    )
  })
})
