import { expect } from 'chai'
import { AuditEntry } from '../../server/models/AuditEntry.ts'
import { LegalDocument } from '../../server/models/LegalDocument.ts'
import { Notice } from '../../server/models/Notice.ts'
import { Task } from '../../server/models/Task.ts'
import { writeNotices } from '../../server/remind/writeNotices.ts'
import { flagOverdue } from '../../server/review/flagOverdue.ts'
import { taskTransition } from '../../server/review/tasks/taskTransitions.ts'
import { testApp, type TestApp } from '../support/app.ts'
import { buildDocument, buildHome, buildTask, buildUnit, buildUser } from '../support/build.ts'
import { useDatabase } from '../support/database.ts'

describe('the way of a task', () => {
  const rows: [
    action: 'take' | 'done' | 'reopen' | 'due' | 'close',
    who: 'member' | 'head' | 'doer',
    ok: boolean,
  ][] = [
    ['take', 'member', true],
    ['done', 'member', true],
    ['due', 'member', false],
    ['close', 'member', false],
    ['due', 'head', true],
    ['take', 'doer', false],
  ]
  for (const [action, who, ok] of rows) {
    it(`${who}: ${action}`, () => {
      expect(taskTransition(action, { state: 'open', standings: [who] }).ok).to.equal(ok)
    })
  }
  it('leads back from done only for who did it, the head or the lead', () => {
    const of = (who: 'member' | 'doer') =>
      taskTransition('reopen', { state: 'done', standings: [who] }).ok
    expect([of('member'), of('doer')]).to.deep.equal([false, true])
  })
})

describe('tasks', () => {
  useDatabase()
  let app: TestApp
  before(() => {
    app = testApp()
  })

  async function scene() {
    await buildHome()
    const unit = await buildUnit()
    const person = await app.signedIn('reviewer', { unit: unit._id })
    const task = await buildTask({ unit: unit._id, dueOn: '2026-11-30', openedOn: '2026-11-02' })
    return { person, task, unit, path: `/tasks/${String(task._id)}` }
  }

  it('are taken, done by a registered reply and brought back by who did them', async () => {
    const { person, path } = await scene()
    const reply = await buildDocument({ number: '12/SCT-VP', title: 'Số liệu chợ', own: true })
    await buildDocument({ number: '12/SCT-VP', title: 'Của sở khác' })
    expect((await person.post(`${path}/take`, { revision: 1 })).status).to.equal(303)
    const empty = await person.post(`${path}/done`, { revision: 2, note: 'Xong' })
    expect(empty.status).to.equal(422)
    expect(empty.text).to.include('Ghi số văn bản trả lời, hoặc chọn không cần')
    await person.post(`${path}/done`, {
      revision: 2,
      reply: 'Công văn số 12/sct – vp ngày 3/4/2026',
      note: 'Gửi qua mạng',
    })
    expect(await Task.findOne().lean()).to.include({ state: 'done', isOpen: false })
    const { text } = await person.get(path)
    expect(text)
      .to.include(`/documents/${String(reply._id)}`)
      .and.include('Gửi qua mạng')
    await person.post(`${path}/reopen`, { revision: 3 })
    const open = await Task.findOne().orFail().lean()
    expect(open).to.include({ state: 'accepted', isOpen: true })
    expect(open.reply ?? null).to.equal(null)
    const actions = await AuditEntry.find({ targetKind: 'Task' }).sort({ sequence: 1 }).lean()
    expect(actions.map(({ action }) => action)).to.deep.equal([
      'taskTake',
      'taskDone',
      'taskReopen',
    ])
  })

  it('are done without a reply for a reason only', async () => {
    const { person, path } = await scene()
    const bare = await person.post(`${path}/done`, { revision: 1, noReply: '1' })
    expect(bare.text).to.include('Nêu lý do không cần văn bản trả lời').and.include(' checked')
    await person.post(`${path}/done`, { revision: 1, noReply: '1', note: 'Báo cáo tại giao ban' })
    const { text } = await person.get(path)
    expect(text).to.include('Không cần văn bản trả lời').and.include('Báo cáo tại giao ban')
  })

  it('name a reply that is registered, may be seen, and is one', async () => {
    const { person, path, task } = await scene()
    const fill = (reply: string) => person.post(`${path}/done`, { revision: 1, reply })
    await buildDocument({ number: '9/SCT-VP', secrecy: 'restricted' })
    const { number } = await LegalDocument.findById(task.document).orFail().lean()
    for (const typed of ['77/SCT-VP', '9/SCT-VP', number])
      expect((await fill(typed)).text, typed).to.include(`Trong sổ không có văn bản ${typed}`)
    const twins = [
      await buildDocument({ number: '5/STC' }),
      await buildDocument({ number: '5/STC' }),
    ]
    const several = await fill('5/STC')
    expect(several.text).to.include('nhiều văn bản số 5/STC').and.include('value="5/STC"')
    await fill(`http://localhost/documents/${String(twins[1]?._id)}?tab=files`)
    expect(String((await Task.findOne().lean())?.reply)).to.equal(String(twins[1]?._id))
  })

  it('are listed by scope, unit, step and lateness, and counted in the bar', async () => {
    const { person, task, unit } = await scene()
    const late = { code: 'CV-2026-9999', action: 'Nộp báo cáo quý', dueOn: '2026-11-13' }
    await buildTask({ ...late, unit: (await buildUnit({ name: 'Phòng Điện' }))._id })
    const { _id: secret } = await buildDocument({ secrecy: 'restricted' })
    await buildTask({ document: secret, unit: unit._id, action: 'Việc mật' })
    const mine = (await person.get('/tasks')).text
    expect(mine).to.include('Gửi báo cáo').and.include('1 việc').and.not.include('Nộp báo cáo')
    expect(mine).to.match(/Việc\s*<span class="pill">1<\/span>/u)
    const all = (await person.get('/tasks?scope=all')).text
    expect(all).to.include('Nộp báo cáo quý').and.include('Phòng Điện').and.not.include('Việc mật')
    const overdue = (await person.get('/tasks?scope=all&overdue=1')).text
    expect(overdue).to.include('Nộp báo cáo quý').and.not.include(String(task._id))
    const units = (await person.get(`/tasks?scope=all&unit=${String(unit._id)}`)).text
    expect(units).to.include(String(task._id)).and.not.include('Nộp báo cáo quý')
    expect((await person.get('/tasks?scope=all&state=done')).text).to.include('Không có việc nào')
  })

  it('refuse a stale form and a stranger, and change nothing', async () => {
    const { person, path } = await scene()
    expect((await person.post(`${path}/take`, { revision: 7 })).status).to.equal(409)
    const stranger = await app.signedIn('clerk')
    expect((await stranger.post(`${path}/take`, { revision: 1 })).status).to.equal(422)
    expect(await Task.findOne().lean()).to.include({ state: 'open', revision: 1 })
  })

  it('of a restricted document are hidden from who may not see it', async () => {
    const { person } = await scene()
    const { _id: document } = await buildDocument({ secrecy: 'restricted' })
    const { _id } = await buildTask({ document })
    expect((await person.get(`/tasks/${String(_id)}`)).status).to.equal(404)
  })

  it('are reminded of once a stage and flagged overdue, however often the night runs', async () => {
    const { task } = await scene()
    await writeNotices('2026-11-23')
    await writeNotices('2026-11-23')
    const notices = await Notice.find({ obligation: task._id }).lean()
    expect(notices.map(({ stage, obligationKind }) => [stage, obligationKind])).to.deep.equal([
      ['d7', 'task'],
    ])
    const first = await flagOverdue('2026-12-02')
    const again = await flagOverdue('2026-12-02')
    expect([first.counts.flagged, again.counts.flagged]).to.deep.equal([1, 0])
    expect(await Task.findOne().lean()).to.include({ overdueSince: '2026-12-01' })
  })

  it('are due on the day ordered wherever they stand, if that is a day off', async () => {
    const { person, task, path } = await scene()
    await Task.updateOne({ _id: task._id }, { dueOn: '2026-12-05' })
    await writeNotices('2026-12-04')
    app.setClock({ today: '2026-12-02' })
    for (const page of [path, '/', '/tasks', '/inbox', '/due?month=2026-12']) {
      const { text } = await person.get(page)
      expect(text, page).to.include('T7 05/12/2026')
      if (!page.startsWith('/due')) expect(text, page).not.to.include('07/12/2026')
    }
    expect((await person.get(path)).text).to.include('nên gửi trước, T6 04/12/2026')
    expect(await Notice.distinct('stage', { obligation: task._id })).to.deep.equal(['d0'])
    await flagOverdue('2026-12-06')
    expect(await Task.findOne().lean()).to.include({ overdueSince: '2026-12-06' })
    await Task.updateOne({}, { $unset: { overdueSince: 1 } })
    app.setClock({ today: '2026-12-06' })
    for (const page of ['/', '/tasks?overdue=1', '/inbox'])
      expect((await person.get(page)).text, page)
        .to.include('Quá hạn')
        .and.include('T7 05/12/2026')
  })

  it('stand on the desk, the due page and in the inbox of the unit', async () => {
    const { person, task } = await scene()
    await writeNotices('2026-11-23')
    for (const path of ['/', '/due?month=2026-11', '/inbox']) {
      const { text } = await person.get(path)
      expect(text, path).to.include(`/tasks/${String(task._id)}`)
    }
    const other = await buildUser({ roles: ['reviewer'] })
    expect(await Notice.countDocuments({ person: other._id })).to.equal(0)
  })
})
