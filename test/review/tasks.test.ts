import { expect } from 'chai'
import { AuditEntry } from '../../server/models/AuditEntry.ts'
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

  it('are taken, done with a note and brought back by who did them', async () => {
    const { person, path } = await scene()
    expect((await person.post(`${path}/take`, { revision: 1 })).status).to.equal(303)
    const empty = await person.post(`${path}/done`, { revision: 2, note: '' })
    expect(empty.status).to.equal(422)
    expect(empty.text).to.include('Ghi kết quả của việc.')
    await person.post(`${path}/done`, { revision: 2, note: 'Công văn 12/SCT-VP' })
    expect(await Task.findOne().lean()).to.include({ state: 'done', isOpen: false })
    expect((await person.get(path)).text).to.include('Công văn 12/SCT-VP')
    await person.post(`${path}/reopen`, { revision: 3 })
    expect(await Task.findOne().lean()).to.include({ state: 'accepted', isOpen: true })
    const actions = await AuditEntry.find({ targetKind: 'Task' }).sort({ sequence: 1 }).lean()
    expect(actions.map(({ action }) => action)).to.deep.equal([
      'taskTake',
      'taskDone',
      'taskReopen',
    ])
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
