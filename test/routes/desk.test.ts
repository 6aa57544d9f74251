import { expect } from 'chai'
import { ROLES, type Role } from '../../server/legal/glossary.ts'
import { JobRun } from '../../server/models/JobRun.ts'
import { Notice } from '../../server/models/Notice.ts'
import { Review } from '../../server/models/Review.ts'
import { Setting } from '../../server/models/Setting.ts'
import { testApp, type TestApp } from '../support/app.ts'
import { buildDocument, buildHome, buildReview, buildUnit } from '../support/build.ts'
import { useDatabase } from '../support/database.ts'

describe('the desk and what stands around it', () => {
  useDatabase()
  let app: TestApp
  before(() => {
    app = testApp()
  })
  beforeEach(async () => {
    await buildHome()
  })

  for (const role of Object.keys(ROLES) as Role[]) {
    it(`opens on an empty register for ${role}`, async () => {
      const person = await app.signedIn(role)
      for (const path of ['/', '/reviews', '/reviews?scope=all', '/due', '/inbox'])
        expect((await person.get(path)).status, path).to.equal(200)
      const mayRule = role === 'admin' || role === 'legalLead'
      for (const path of ['/admin/jobs', '/admin/settings'])
        expect((await person.get(path)).status, path).to.equal(mayRule ? 200 : 403)
    })
  }

  it('puts each piece of work under one heading', async () => {
    const unit = await buildUnit()
    const make = async (number: string, fields: object) => {
      const document = await buildDocument({ number, own: true, responsibleUnit: unit._id })
      return buildReview({ document: document._id, unit: unit._id, ...fields })
    }
    await make('1/QĐ-TRE', { dueOn: '2026-11-13', state: 'inProgress' })
    await make('2/QĐ-TUAN', { dueOn: '2026-11-27' })
    await make('3/QĐ-CHAM', { dueOn: '2026-12-11' })
    await make('4/QĐ-KHAC', { dueOn: '2027-02-11', ground: 'periodic' })
    const reviewer = await app.signedIn('reviewer', { unit: unit._id })
    const { text } = await reviewer.get('/')
    const order = ['1/QĐ-TRE', '2/QĐ-TUAN', '3/QĐ-CHAM', '4/QĐ-KHAC'].map(n => text.indexOf(n))
    expect(order).to.deep.equal([...order].sort((a, b) => a - b))
    expect(text).to.include('Quá 6 ngày làm việc')
    expect(text).to.include('còn 4 ngày làm việc')
    expect(text).to.include('Ngày Văn hóa Việt Nam')
  })

  it('shows the legal lead late units and gives out what nobody holds', async () => {
    const unit = await buildUnit({ name: 'Phòng Trễ Hạn' })
    const review = await buildReview({ unit: unit._id, dueOn: '2026-11-13' })
    const reviewer = await app.signedIn('reviewer', { unit: unit._id })
    const lead = await app.signedIn('legalLead')
    const { text } = await lead.get('/')
    expect(text).to.include('Phòng Trễ Hạn')
    expect(text).to.include('Giao việc')
    const path = `/reviews/${String(review._id)}/assign`
    const person = String(reviewer.actor.id)
    expect((await lead.post(path, { revision: 1, reviewer: '' })).text).to.include(
      'Chọn người rà soát',
    )
    expect((await lead.post(path, { revision: 1, reviewer: person })).status).to.equal(303)
    const kept = await Review.findById(review._id).lean()
    expect(String(kept?.reviewer)).to.equal(person)
    expect((await reviewer.get('/inbox')).text).to.include('Bạn được giao rà soát này')
  })

  it('marks reminders as seen, only one’s own', async () => {
    const review = await buildReview()
    const [one, two] = [await app.signedIn('reviewer'), await app.signedIn('reviewer')]
    for (const person of [one.actor.id, two.actor.id])
      await Notice.create({
        ...{ obligation: review._id, dueOn: review.dueOn, stage: 'd7', person },
        ...{ reason: 'remind.reason.ladder', createdOn: '2026-11-20' },
      })
    expect((await one.get('/inbox')).text).to.include('nhắc trước 7 ngày làm việc')
    await one.post('/inbox/seen', { review: String(review._id) })
    expect(await Notice.countDocuments({ seenAt: null })).to.equal(1)
    expect((await one.get('/inbox')).text).to.include('Hộp việc trống')
  })

  it('runs a job from its page and tells what it did', async () => {
    await buildReview({ dueOn: '2026-11-13' })
    const admin = await app.signedIn('admin')
    const answer = await admin.post('/admin/jobs/flag-overdue/run')
    expect(answer.status).to.equal(303)
    expect((await admin.get('/admin/jobs')).text).to.include('1 quá hạn mới')
    expect(await JobRun.findOne().lean()).to.include({ state: 'done', origin: 'hand' })
    expect((await admin.post('/admin/jobs/no-such/run')).status).to.equal(404)
  })

  it('saves a rule and a calendar with their source, and refuses what cannot be read', async () => {
    const lead = await app.signedIn('legalLead')
    const path = '/admin/settings/rules/reviewTermDays'
    const bad = await lead.post(path, { revision: 0, value: '0', source: 'x' })
    expect(bad.status).to.equal(422)
    expect(bad.text).to.include('Ghi một số từ 1 đến 365')
    const source = 'Quy chế 05/QC-SCT'
    await lead.post(path, { revision: 0, value: '20', source, isChecked: '1' })
    expect(await Setting.findOne().lean()).to.include({ value: 20, source, isChecked: true })
    expect((await lead.post(path, { revision: 0, value: '25', source })).status).to.equal(409)
    const calendar = '/admin/settings/calendar/2026'
    const wrong = await lead.post(calendar, { revision: 0, value: '02/09/2026 | nghỉ\nhôm sau' })
    expect(wrong.text).to.include('Không đọc được dòng 2')
    await lead.post(calendar, { revision: 0, value: '24/11/2026 | nghỉ | Ngày Văn hóa' })
    expect((await lead.get('/')).text).to.include('Ngày Văn hóa: ngày nghỉ')
  })
})
