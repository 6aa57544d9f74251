import { expect } from 'chai'
import { Types } from 'mongoose'
import { Citation } from '../../server/models/Citation.ts'
import { LegalDocument, type LegalDocumentRecord } from '../../server/models/LegalDocument.ts'
import { Review } from '../../server/models/Review.ts'
import { Setting } from '../../server/models/Setting.ts'
import { Task } from '../../server/models/Task.ts'
import { Unit } from '../../server/models/Unit.ts'
import { testApp, type Fields, type SignedIn, type TestApp } from '../support/app.ts'
import { buildHome, buildUnit, buildUser } from '../support/build.ts'
import { useDatabase } from '../support/database.ts'

const HEAD =
  'UBND TỈNH ĐỒNG THÁP\nSỞ CÔNG THƯƠNG\n\nSố: 771/SCT-VP\nV/v chợ đêm\n\nĐồng Tháp, ngày 16 tháng 11 năm 2026\n\nKính gửi: Các phòng thuộc Sở\n\n'
const TERM = 'Phòng Chợ gửi số liệu về Văn phòng Sở trước ngày 28/11/2026.'
const REVIEW =
  'Sở đề nghị Phòng Chợ rà soát Quyết định số 6/2017/QĐ-UBND ngày 03/5/2017 của UBND tỉnh Đồng Tháp.'

describe('orders of a draft', () => {
  useDatabase()
  let app: TestApp
  let clerk: SignedIn
  let unit: string
  before(() => {
    app = testApp()
  })
  beforeEach(async () => {
    await buildHome()
    const { _id } = await buildUnit({ name: 'Phòng Chợ' })
    unit = String(_id)
    await buildUser({ roles: ['reviewer'], unit: _id })
    clerk = await app.signedIn('clerk')
  })

  async function draftOf(body: string) {
    const answer = await clerk.post('/drafts', { text: HEAD + body, direction: 'incoming' })
    const path = answer.headers.location ?? ''
    const id = path.split('/').at(-1)
    const stored = () => LegalDocument.findById(id).select('+orders').orFail().lean()
    const send = async (act: string, fields: Fields = {}) => {
      const { revision } = await stored()
      return clerk.post(`${path}${act}`, { isForm: '1', revision, ...fields })
    }
    return { path, stored, send }
  }
  async function replace(
    { _id, revision }: Pick<LegalDocumentRecord, '_id' | 'revision'>,
    body: string,
  ) {
    const form = { _csrf: await clerk.token(), isForm: '1', revision: String(revision) }
    const path = `/drafts/${String(_id)}/text`
    const answer = await clerk.rawPost(path).field({ ...form, text: HEAD + body })
    expect(answer.status).to.equal(303)
  }
  const task = { 'orderAction-0': 'Gửi số liệu', 'orderDay-0': '27/11/2026' }

  it('are offered with the unit named among ours and the last day', async () => {
    const { path } = await draftOf(TERM)
    const { text } = await clerk.get(path)
    expect(text).to.include('không tính ngày 28/11/2026').and.include('value="27/11/2026"')
    expect(text).to.include(`<option value="${unit}" selected>`)
  })

  it('become a task of the unit when the document is registered, once', async () => {
    const { stored, send } = await draftOf(TERM)
    await send('/orders/0/accept', { ...task, 'orderUnit-0': unit })
    expect((await stored()).orders[0]?.decision).to.equal('accepted')
    expect((await send('/confirm')).status).to.equal(303)
    const [one, ...others] = await Task.find().lean()
    expect(others).to.deep.equal([])
    expect(one).to.include({ action: 'Gửi số liệu', dueOn: '2026-11-27', state: 'open' })
    expect(String(one?.unit)).to.equal(unit)
    const page = await clerk.get(`/documents/${String(one?.document)}?tab=reviews`)
    expect(page.text).to.include('Việc giao trong văn bản này').and.include('Gửi số liệu')
  })

  it('need a unit and a day, and keep what was typed', async () => {
    const { send, stored } = await draftOf(TERM)
    const answer = await send('/orders/0/accept', { ...task, 'orderAction-0': 'Việc gõ dở' })
    expect(answer.status).to.equal(422)
    expect(answer.text).to.include('Chọn đơn vị thực hiện.').and.include('Việc gõ dở')
    expect((await stored()).orders[0]?.decision).to.equal('')
  })

  it('left undecided are counted, asked about, and left out only by a choice that is recorded', async () => {
    const second = TERM.replace('số liệu', 'danh sách')
    const { path, send, stored } = await draftOf(
      `${TERM}\n${second}\n${second.replace('28/11', '20/11')}`,
    )
    await send('/orders/0/accept', { ...task, 'orderUnit-0': unit })
    const { text } = await clerk.get(path)
    expect(text, 'one that is over does not wait').to.include('>1 việc chưa quyết</a>')
    expect(text).not.to.include('Không còn chỗ nào chờ bạn quyết')
    expect((await clerk.get('/intake')).text).not.to.include('không còn')
    const asked = await send('/confirm')
    expect(asked.status).to.equal(422)
    expect(asked.text).to.include('Còn 1 việc').and.include('/confirm?orders=leave')
    expect(await stored()).to.include({ state: 'draft' })
    expect((await send('/confirm?orders=leave')).status).to.equal(303)
    const { _id, state, orders } = await stored()
    expect(state).to.equal('confirmed')
    expect(orders.map(({ decision }) => decision)).to.deep.equal(['accepted', 'declined', ''])
    expect(await Task.countDocuments()).to.equal(1)
    const history = (await clerk.get(`/documents/${String(_id)}?tab=history`)).text
    expect(history).to.include('bỏ qua 1 việc chưa quyết').and.include('gửi danh sách')
  })

  it('once over are kept in the document without a task', async () => {
    const { send, stored } = await draftOf(TERM)
    await send('/orders/0/accept', { ...task, 'orderDay-0': '20/11/2026', 'orderUnit-0': unit })
    await send('/confirm')
    expect(await Task.countDocuments()).to.equal(0)
    expect((await stored()).orders[0]?.decision).to.equal('accepted')
  })

  it('stay declined when the text is read again', async () => {
    const { send, stored } = await draftOf(TERM)
    await send('/orders/0/decline', task)
    await send('/reread')
    expect((await stored()).orders.map(({ decision }) => decision)).to.deep.equal(['declined'])
    await send('/orders/0/restore')
    expect((await stored()).orders[0]?.decision).to.equal('')
  })

  it('become a task each, wherever their words went when the text was replaced', async () => {
    const { send, stored } = await draftOf(
      `${TERM}\nPhòng Chợ báo cáo Giám đốc Sở trước ngày 30/11/2026.`,
    )
    const second = { 'orderAction-1': 'Báo cáo', 'orderDay-1': '28/11/2026', 'orderUnit-1': unit }
    await send('/orders/0/accept', { ...task, 'orderUnit-0': unit })
    await send('/orders/1/accept', second)
    const ids = (await stored()).orders.map(({ _id }) => String(_id))
    await replace(await stored(), 'Văn bản được chép lại.')
    const { orders } = await stored()
    expect(orders.map(one => String(one._id))).to.deep.equal(ids)
    expect(new Set(orders.map(({ start }) => start)).size, 'both at the end').to.equal(1)
    expect((await send('/confirm')).status).to.equal(303)
    const tasks = await Task.find().sort({ dueOn: 1 }).lean()
    expect(tasks.map(({ action }) => action)).to.deep.equal(['Gửi số liệu', 'Báo cáo'])
    expect(tasks.map(({ order }) => String(order))).to.deep.equal(ids)
  })

  it('whose words are gone review nothing that stands in their place now', async () => {
    const { send, stored } = await draftOf(REVIEW)
    await send('/orders/0/accept', { 'orderUnit-0': unit, 'orderDay-0': '', 'orderAction-0': '' })
    await replace(
      await stored(),
      'Sở gửi kèm theo đây toàn văn Quyết định số 9/2018/QĐ-UBND ngày 03/5/2018.',
    )
    await send('/confirm')
    expect(await Citation.countDocuments({ number: '9/2018/QĐ-UBND' })).to.equal(1)
    expect(await Review.countDocuments()).to.equal(0)
  })

  it('follow what is proposed until a person says otherwise, field by field', async () => {
    const { path, send, stored } = await draftOf(TERM)
    const offered = { 'orderUnit-0': unit, 'orderDay-0': '27/11/2026' }
    await send('', { ...offered, 'orderAction-0': (await stored()).orders[0]?.action ?? '' })
    expect((await stored()).orders[0]?.typedFields).to.deep.equal([])
    await send('', { ...offered, 'orderAction-0': 'Gửi số liệu chợ' })
    expect((await stored()).orders[0]?.typedFields).to.deep.equal(['action'])
    await Setting.create({ name: 'beforeDay', value: 'included' })
    await Unit.updateOne({ _id: unit }, { name: 'Phòng Điện' })
    await send('/reread')
    const { text } = await clerk.get(path)
    expect(text).to.include('value="28/11/2026"').and.include('Gửi số liệu chợ')
    expect(text).not.to.include(`<option value="${unit}" selected>`)
    await send('', { 'orderUnit-0': unit, 'orderDay-0': '', 'orderAction-0': 'Gửi số liệu chợ' })
    await send('/reread')
    const again = (await clerk.get(path)).text
    expect(again, 'an emptied day stays empty').not.to.include('value="28/11/2026"')
    expect(again).to.include(`<option value="${unit}" selected>`)
  })

  it('are taken as they were proposed when nothing was typed', async () => {
    const { send, stored } = await draftOf(TERM)
    const { action = '' } = (await stored()).orders[0] ?? {}
    const offered = { 'orderUnit-0': unit, 'orderDay-0': '27/11/2026', 'orderAction-0': action }
    await send('/orders/0/accept', offered)
    await send('/confirm')
    expect(await Task.findOne().lean()).to.deep.include({ dueOn: '2026-11-27', action })
  })

  it('are not put to a unit that is none of ours, or no more', async () => {
    const { send } = await draftOf(TERM)
    const gone = String((await buildUnit({ isActive: false }))._id)
    for (const one of [gone, 'abcdefabcdefabcdefabcdef']) {
      const answer = await send('/orders/0/accept', { ...task, 'orderUnit-0': one })
      expect(answer.status).to.equal(422)
      expect(answer.text).to.include('Đơn vị này không còn trong danh sách')
    }
  })

  it('stored before they had ids become tasks all the same', async () => {
    const { send, stored } = await draftOf(TERM)
    await send('/orders/0/accept', { ...task, 'orderUnit-0': unit })
    const { _id } = await stored()
    await LegalDocument.collection.updateOne({ _id }, { $unset: { 'orders.0._id': 1 } })
    await send('/confirm')
    expect(await Task.countDocuments()).to.equal(1)
  })

  it('to review open one on a stub, tied to the document that is registered later', async () => {
    const { send } = await draftOf(REVIEW)
    await send('/orders/0/accept', { 'orderUnit-0': unit, 'orderDay-0': '', 'orderAction-0': '' })
    await send('/confirm')
    const review = await Review.findOne().orFail().lean()
    expect(review).to.include({ ground: 'ordered', state: 'open', dueOn: '2026-12-23' })
    expect(review.stub?.name).to.equal('Quyết định 6/2017/QĐ-UBND')
    const page = await clerk.get(`/reviews/${String(review._id)}`)
    expect(page.text).to.include('Quyết định 6/2017/QĐ-UBND').and.include('/stubs/')
    const decision = await draftOf(
      'UBND TỈNH ĐỒNG THÁP\nSố: 6/2017/QĐ-UBND\nĐồng Tháp, ngày 03 tháng 5 năm 2017\nQUYẾT ĐỊNH\nVề chợ đêm\n',
    )
    await decision.send('', {
      ...{ number: '6/2017/QĐ-UBND', type: 'decision', issuerName: 'UBND tỉnh Đồng Tháp' },
      ...{ issuedOn: '03/05/2017', title: 'Về chợ đêm' },
    })
    await decision.send('/confirm')
    const { _id } = await decision.stored()
    const citation = await Citation.findOne({ number: '6/2017/QĐ-UBND' }).orFail().lean()
    expect(String(citation.to), 'the citation came alive').to.equal(String(_id))
    const tied = await Review.findById(review._id).orFail().lean()
    expect(String(tied.document)).to.equal(String(_id))
    expect(tied.stub ?? null).to.equal(null)
    expect(tied.history.at(-1)?.what).to.equal('tied')
  })

  it('to review one document open one review, with every sentence and the earlier day', async () => {
    const second = 'Giao Phòng Chợ rà soát lại Quyết định số 6/2017/QĐ-UBND nêu trên.'
    const third =
      'Đề nghị Phòng Chợ rà soát Quyết định số 9/2018/QĐ-UBND ngày 03/5/2018 của UBND tỉnh Đồng Tháp.'
    const { send, stored } = await draftOf([REVIEW, second, third].join('\n'))
    expect((await stored()).orders).to.have.length(3)
    for (const [index, day] of ['20/12/2026', '15/12/2026', '15/12/2026'].entries())
      await send(`/orders/${index}/accept`, {
        ...{ [`orderUnit-${index}`]: unit, [`orderDay-${index}`]: day },
        [`orderAction-${index}`]: 'Rà soát',
      })
    await send('/confirm')
    const [one, other, ...more] = await Review.find().sort({ code: 1 }).lean()
    expect(more).to.deep.equal([])
    const said = [REVIEW, second].map(words => words.slice(0, -1))
    expect(one?.orderQuote).to.equal(said.join('\n'))
    expect(one).to.include({ dueOn: '2026-12-15' })
    expect(other?.orderQuote).to.equal(third)
    const { text } = await clerk.get(`/reviews/${String(one?._id)}`)
    for (const words of said) expect(text).to.include(words)
    expect(text, 'one reviewer heard of both').to.include('Đã mở 2 rà soát, báo 1 người')
  })

  it('are taken back with the button of the toast, tasks and reviews, unless somebody took one', async () => {
    const { send, stored } = await draftOf(
      `${TERM}\n${TERM.replace('số liệu', 'danh sách')}\n${REVIEW}`,
    )
    for (const index of [0, 1])
      await send(`/orders/${index}/accept`, {
        ...{ [`orderUnit-${index}`]: unit, [`orderDay-${index}`]: '27/11/2026' },
        [`orderAction-${index}`]: `Việc ${index}`,
      })
    await send('/orders/2/accept')
    await send('/confirm')
    const { _id } = await stored()
    const { text } = await clerk.get(`/documents/${String(_id)}`)
    const toast = /<div class="toast">[\s\S]*?<\/form>/u.exec(text)?.[0] ?? ''
    const sent = (name: string) =>
      [...toast.matchAll(new RegExp(`name="${name}" value="([^"]+)"`, 'gu'))].map(
        ([, id = '']) => id,
      )
    const [tasks, reviews] = [sent('tasks'), sent('reviews')]
    expect([tasks.length, reviews.length]).to.deep.equal([2, 1])
    const stranger = await app.signedIn('clerk')
    await stranger.post('/intake/undo-opening', { tasks, reviews, returnTo: '/' })
    expect(await Task.countDocuments({ isOpen: true })).to.equal(2)
    const member = await app.signedIn('reviewer', { unit: new Types.ObjectId(unit) })
    await member.post(`/tasks/${tasks[0]}/take`, { revision: 1 })
    await clerk.post('/intake/undo-opening', { tasks, reviews, returnTo: '/' })
    const open = await Task.find({ isOpen: true }).lean()
    expect(open.map(task => String(task._id))).to.deep.equal([tasks[0]])
    expect(await Review.countDocuments({ isOpen: true })).to.equal(0)
    const said = (await clerk.get('/')).text
    expect(said).to.include(
      'Đã đóng 1 rà soát vừa mở. Đã đóng 1 việc vừa giao. 1 việc đã có người nhận',
    )
    expect((await member.get(`/tasks/${tasks[1]}`)).text).to.include('Hoàn tác việc mở')
  })

  it('that tell of a review going on open one in progress', async () => {
    const { send } = await draftOf(
      'Đến nay, Phòng Chợ đang rà soát Quyết định số 6/2017/QĐ-UBND ngày 03/5/2017 của UBND tỉnh Đồng Tháp.',
    )
    await send('/orders/0/accept', { 'orderUnit-0': unit, 'orderDay-0': '', 'orderAction-0': '' })
    await send('/confirm')
    expect((await Review.findOne().orFail().lean()).state).to.equal('inProgress')
  })
})
