import { expect } from 'chai'
import { inTransaction } from '../../server/lib/mongo.ts'
import { LegalDocument } from '../../server/models/LegalDocument.ts'
import { Notice } from '../../server/models/Notice.ts'
import { Review } from '../../server/models/Review.ts'
import { Task } from '../../server/models/Task.ts'
import { navCounts } from '../../server/remind/navCounts.ts'
import { writeNotices } from '../../server/remind/writeNotices.ts'
import { openReviewsFor } from '../../server/review/openReviews.ts'
import { testApp, type Fields, type SignedIn, type TestApp } from '../support/app.ts'
import {
  buildDocument,
  buildEffect,
  buildHome,
  buildNotice,
  buildRelation,
  buildReview,
  buildTask,
  buildUnit,
  NOW,
  TODAY,
} from '../support/build.ts'
import { useDatabase } from '../support/database.ts'

const HEAD =
  'UBND TỈNH ĐỒNG THÁP\nSỞ CÔNG THƯƠNG\nMẬT\n\nSố: 771/SCT-VP\nV/v chợ đêm bí mật\n\nĐồng Tháp, ngày 16 tháng 11 năm 2026\n\nKính gửi: Các phòng thuộc Sở\n\n'
const REVIEW =
  'Sở đề nghị Phòng Chợ rà soát Quyết định số 6/2017/QĐ-UBND ngày 03/5/2017 của UBND tỉnh Đồng Tháp.'
const TERM = 'Phòng Chợ gửi số liệu về Văn phòng Sở trước ngày 28/11/2026.'
/** Words that only the dispatch holds. */
const SECRETS = ['Sở đề nghị', '771/SCT-VP', 'chợ đêm bí mật']

describe('work ordered by a restricted dispatch', () => {
  useDatabase()
  let app: TestApp
  let clerk: SignedIn
  let member: SignedIn
  let lead: SignedIn
  let unit: string
  before(() => {
    app = testApp()
  })
  beforeEach(async () => {
    await buildHome()
    const { _id } = await buildUnit({ name: 'Phòng Chợ' })
    unit = String(_id)
    clerk = await app.signedIn('clerk')
    member = await app.signedIn('reviewer', { unit: _id })
    lead = await app.signedIn('legalLead')
  })

  async function draftOf(body: string) {
    const answer = await clerk.post('/drafts', { text: HEAD + body, direction: 'incoming' })
    const path = answer.headers.location ?? ''
    const id = path.split('/').at(-1)
    const send = async (act: string, fields: Fields = {}) => {
      const { revision } = await LegalDocument.findById(id).orFail().lean()
      return clerk.post(`${path}${act}`, { isForm: '1', restricted: '1', revision, ...fields })
    }
    return { path, send }
  }
  async function order(body: string, day: string, action = '') {
    const { send } = await draftOf(body)
    const fields = { 'orderUnit-0': unit, 'orderDay-0': day, 'orderAction-0': action }
    await send('/orders/0/accept', fields)
    expect((await send('/confirm')).status).to.equal(303)
  }
  const decision = () =>
    buildDocument({
      ...{ number: '6/2017/QĐ-UBND', issuerName: 'UBND tỉnh Đồng Tháp', issuedOn: '2017-05-03' },
      ...{ title: 'Về chợ', own: true },
    })
  const heard = (who: SignedIn) => Notice.countDocuments({ person: who.actor.id })

  it('is reviewed without its sentence, number or title, which the lead sees', async () => {
    await decision()
    await order(REVIEW, '15/12/2026', 'Sở đề nghị rà soát')
    const review = await Review.findOne().orFail().lean()
    const pages = [`/reviews/${String(review._id)}`, '/reviews?scope=all', '/', '/inbox']
    for (const path of [...pages, '/due?month=2026-12']) {
      const { text, status } = await member.get(path)
      expect(status, path).to.equal(200)
      expect(text, path).to.include('6/2017/QĐ-UBND')
      for (const secret of SECRETS) expect(text, path).not.to.include(secret)
    }
    const { text } = await member.get(`/reviews/${String(review._id)}`)
    expect(text).to.include('Theo một văn bản hạn chế mà bạn không được xem')
    const full = await lead.get(`/reviews/${String(review._id)}`)
    for (const secret of SECRETS.slice(0, 2)) expect(full.text).to.include(secret)
  })

  it('keeps the sentence of an order in one place', async () => {
    await decision()
    await order(REVIEW, '15/12/2026')
    const { orderQuote, history, dueWhy } = await Review.findOne().orFail().lean()
    expect(orderQuote).to.equal(REVIEW)
    expect(JSON.stringify([history, dueWhy])).not.to.include('Sở đề nghị')
  })

  it('hides the sentence that older reviews hold as the reason of their day', async () => {
    const { _id: triggerDocument } = await buildDocument({ secrecy: 'restricted' })
    const params = { date: '2026-12-15', by: 'Lan', reason: 'Sở đề nghị' }
    const { _id } = await buildReview({
      ...{ ground: 'ordered', triggerDocument, orderQuote: 'Sở đề nghị' },
    })
    await Review.updateOne({ _id }, { dueWhy: [{ key: 'reviews.due.person', params }] })
    const { text } = await member.get(`/reviews/${String(_id)}`)
    expect(text).to.include('Lan đặt hạn 15/12/2026 theo văn bản giao việc')
    expect(text).not.to.include('Sở đề nghị')
  })

  it('is unknown while the document to be reviewed stands in its words alone; the lead is told', async () => {
    await order(REVIEW, '')
    const review = await Review.findOne().orFail().lean()
    const path = `/reviews/${String(review._id)}`
    expect((await member.get(path)).status).to.equal(404)
    expect((await member.post(`${path}/accept`, { revision: 1 })).status).to.equal(404)
    for (const list of ['/reviews?scope=all', '/due?scope=all&month=2026-12', '/', '/inbox'])
      expect((await member.get(list)).text, list).not.to.include('6/2017/QĐ-UBND')
    expect([await heard(member), await heard(lead)]).to.deep.equal([0, 1])
    expect((await lead.get('/inbox')).text).to.include('6/2017/QĐ-UBND')
  })

  it('is a task only those hear of who may open it, at every stage', async () => {
    await order(TERM, '27/11/2026', 'Gửi số liệu')
    expect((await Task.find().lean()).map(task => String(task.unit))).to.deep.equal([unit])
    await writeNotices('2026-11-25')
    await writeNotices('2026-12-01')
    expect(await heard(member)).to.equal(0)
    const stages = await Notice.find({ person: lead.actor.id }).sort({ _id: 1 }).lean()
    expect(stages.map(({ stage }) => stage)).to.deep.equal(['opened', 'd2', 'overdue'])
    await LegalDocument.updateMany({}, { visibleToUnits: [member.actor.unit] })
    await writeNotices('2026-12-01')
    expect(await heard(member)).to.equal(1)
  })

  it('says on the check page that nobody of the unit may see the document', async () => {
    const { path } = await draftOf(TERM)
    const note = 'không ai ở Phòng Chợ được xem'
    expect((await clerk.get(path)).text).to.include(note)
    await LegalDocument.updateMany({}, { secrecy: '' })
    expect((await clerk.get(path)).text).not.to.include(note)
  })

  it('is counted in the top bar only where the inbox shows it', async () => {
    const { _id: document } = await buildDocument({ secrecy: 'restricted' })
    const { _id: obligation } = await buildTask({ document })
    const stub = await buildReview({
      triggerDocument: document,
      stub: { citation: document, toKey: 'n:6/2017', name: 'Quyết định 6/2017' },
    })
    const told = { person: member.actor.id, reason: 'remind.reason.ladder' }
    await buildNotice({ ...told, obligation, obligationKind: 'task' })
    await buildNotice({ ...told, obligation: stub._id })
    await buildNotice({ ...told, obligation: (await buildReview())._id })
    expect((await navCounts(member.actor)).inbox).to.equal(1)
    expect((await member.get('/inbox')).text).to.include('1 chưa xem')
  })

  it('is not given to a reviewer who may not see the document', async () => {
    const { _id: document } = await buildDocument({ secrecy: 'restricted', own: true })
    const { _id } = await buildReview({ document })
    const answer = await lead.post(`/reviews/${String(_id)}/assign`, {
      ...{ revision: 1, reviewer: String(member.actor.id) },
    })
    expect(answer.status).to.equal(422)
    expect(answer.text).to.include('Người này không được xem văn bản hạn chế')
  })
})

describe('a review that a restricted change calls for', () => {
  useDatabase()

  it('tells neither the changing document nor a hidden one between, nor their words', async () => {
    const app = testApp()
    await buildHome()
    const member = await app.signedIn('reviewer')
    const target = await buildDocument({ number: '20/2019/QĐ-UBND' })
    const secrecy = 'restricted' as const
    const source = await buildDocument({ number: '061/2026/QĐ-UBND', secrecy })
    const between = await buildDocument({ number: '31/QĐ-SCT', secrecy, own: true })
    const own = await buildDocument({ number: '08/2020/QĐ-UBND', own: true })
    await buildRelation({ from: between._id, to: target._id, quote: 'Lời của văn bản giữa' })
    await buildRelation({ from: own._id, to: between._id, quote: 'Căn cứ văn bản giữa' })
    const effect = await buildEffect({
      ...{ target: target._id, source: source._id, quote: 'Thay thế Quyết định mật' },
    })
    await inTransaction(session =>
      openReviewsFor({ effects: [effect], actor: null, today: TODAY, now: NOW, session }),
    )
    const { _id } = await Review.findOne({ document: own._id }).orFail().lean()
    const { text } = await member.get(`/reviews/${String(_id)}`)
    expect(text).to.include('20/2019/QĐ-UBND').and.include('Văn bản hạn chế')
    for (const secret of ['061/2026', '31/QĐ-SCT', 'Lời của văn bản giữa', 'Thay thế Quyết định'])
      expect(text).not.to.include(secret)
    const list = (await member.get('/reviews?scope=all')).text
    expect(list).to.include('08/2020').and.not.include('061/2026').and.not.include('31/QĐ-SCT')
  })
})
