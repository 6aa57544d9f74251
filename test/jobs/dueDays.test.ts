import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect } from 'chai'
import type { Types } from 'mongoose'
import { runDayByHand } from '../../jobs/runByHand.ts'
import { addDays, weekday, type IsoDate } from '../../server/legal/dates.ts'
import { HomeBody } from '../../server/models/HomeBody.ts'
import { JobRun } from '../../server/models/JobRun.ts'
import { LegalDocument } from '../../server/models/LegalDocument.ts'
import { Notice } from '../../server/models/Notice.ts'
import { Review, type ReviewRecord } from '../../server/models/Review.ts'
import { Unit } from '../../server/models/Unit.ts'
import { User } from '../../server/models/User.ts'
import type { SignedIn } from '../support/app.ts'
import {
  connectTestDatabase,
  emptyDatabase,
  testDatabaseName,
  testMongoUri,
} from '../support/database.ts'
import { takeSnapshot } from '../support/snapshot.ts'
import { demoWorld, type World } from '../support/world.ts'

const ROOT = path.join(import.meta.dirname, '../..')
const STEPS = [-1, 0, 1, 10]
const LAST = '2026-12-31'

/** The day a term ends: a weekend moves it on. There is no public holiday between the days used here. */
function endOf(dueOn: IsoDate): IsoDate {
  return isWeekend(dueOn) ? endOf(addDays(dueOn, 1)) : dueOn
}

const isWeekend = (day: IsoDate) => [0, 6].includes(weekday(day))

/** Working days gone since a term ended. */
function daysLate(dueOn: IsoDate, today: IsoDate): number {
  let late = 0
  for (let day = addDays(endOf(dueOn), 1); day <= today; day = addDays(day, 1)) {
    if (!isWeekend(day)) late += 1
  }
  return late
}

describe('due days of the demo', function () {
  this.timeout(300_000)
  let world: World
  let restore: () => Promise<void>
  before(async () => {
    await connectTestDatabase()
    await emptyDatabase()
    world = await demoWorld()
    restore = await takeSnapshot()
  })
  beforeEach(() => restore())
  after(emptyDatabase)

  // Two runs by hand are two instants.
  let ticks = 0
  const runDay = async (day: IsoDate) => {
    const now = () => new Date(Date.UTC(2026, 10, 23, 2, 0, (ticks += 1)))
    const runs = await runDayByHand(day, { ...world.test.services.outside, now })
    expect(runs.map(({ run }) => run?.state)).to.deep.equal(runs.map(() => 'done'))
  }
  const openReviews = () => Review.find({ isOpen: true }).lean<ReviewRecord[]>()

  /** The day before, the day, the day after and ten days later, for every due day of the demo that lies ahead. */
  async function daysToRun(): Promise<IsoDate[]> {
    const dueDays = (await openReviews())
      .map(({ dueOn }) => dueOn)
      .filter(day => day > '2026-11-23')
    const days = dueDays.flatMap(day => STEPS.map(step => addDays(day, step)))
    return [...new Set([...days, LAST])].sort()
  }

  async function expectFlags(today: IsoDate): Promise<void> {
    for (const { code, dueOn, overdueSince } of await openReviews()) {
      const since = addDays(endOf(dueOn), 1)
      const wanted = today >= since ? since : undefined
      expect(overdueSince, `${code}, due ${dueOn}, on ${today}`).to.equal(wanted)
    }
  }

  /** Who must act: the reviewer, else the reviewers of the unit; a submitted one waits for another lead. */
  async function responsibleFor(review: ReviewRecord): Promise<Types.ObjectId[]> {
    const lead = await User.findOne({ username: 'phapche' }).orFail().lean()
    if (review.state === 'submitted' || !review.unit) return [lead._id]
    if (review.reviewer) return [review.reviewer]
    const members = await User.find({ unit: review.unit, roles: 'reviewer' }).lean()
    return members.map(({ _id }) => _id)
  }

  const rowsOf = (review: ReviewRecord, person: Types.ObjectId, stage: string) =>
    Notice.countDocuments({ obligation: review._id, dueOn: review.dueOn, person, stage })

  it('are overdue when they should be, each stage written once, on every day run twice', async () => {
    const days = await daysToRun()
    for (const day of days) {
      await runDay(day)
      await expectFlags(day)
      const written = await Notice.countDocuments()
      await runDay(day)
      expect(await Notice.countDocuments(), `run again on ${day}`).to.equal(written)
    }
    for (const review of await openReviews()) {
      if (review.dueOn <= '2026-11-24' || review.dueOn > '2026-12-21') continue
      for (const person of await responsibleFor(review)) {
        const rows = await Promise.all(
          ['d2', 'd0', 'overdue'].map(stage => rowsOf(review, person, stage)),
        )
        expect(rows, `${review.code}, due ${review.dueOn}`).to.deep.equal([1, 1, 1])
      }
      const { head } = await Unit.findById(review.unit).orFail().lean()
      const escalated = daysLate(review.dueOn, addDays(review.dueOn, 10)) >= 5 ? 1 : 0
      expect(await rowsOf(review, head!, 'escalated'), review.code).to.equal(escalated)
    }
    const twice = await Notice.aggregate([
      {
        $group: {
          _id: { o: '$obligation', d: '$dueOn', s: '$stage', p: '$person' },
          n: { $sum: 1 },
        },
      },
      { $match: { n: { $gt: 1 } } },
    ])
    expect(twice).to.deep.equal([])
  })

  it('lose nothing when days are skipped: the state and the last stage are the same', async () => {
    const lastStages = async () => {
      const rows = await Notice.find({ stage: /^(?:overdue|escalated|escalatedTop)$/u })
        .sort({ _id: 1 })
        .lean()
      const last = new Map(
        rows.map(({ obligation, person, stage }) => [
          `${String(obligation)} ${String(person)}`,
          stage,
        ]),
      )
      return [...last].map(([key, stage]) => `${key} ${stage}`).sort()
    }
    const flags = async () =>
      (await openReviews()).map(({ code, overdueSince }) => `${code} ${overdueSince}`).sort()
    for (const day of await daysToRun()) await runDay(day)
    const [stages, marks] = [await lastStages(), await flags()]
    await restore()
    await runDay(LAST)
    expect(await flags()).to.deep.equal(marks)
    expect(await lastStages()).to.deep.equal(stages)
  })

  it('show on the page of what is overdue from the day after', async () => {
    const review = await Review.findOne({ dueOn: '2026-11-27', isOpen: true, state: 'inProgress' })
      .orFail()
      .lean()
    const { number } = await LegalDocument.findById(review.document).orFail().lean()
    const lead: SignedIn = await world.test.signedIn('legalLead')
    for (const [step, isOverdue] of [
      [-1, false],
      [0, false],
      [1, true],
      [10, true],
    ] as const) {
      const today = addDays('2026-11-27', step)
      await runDay(today)
      world.test.setClock({ today })
      const { text } = await lead.get('/reviews?scope=all&overdue=1')
      expect(text.includes(number), today).to.equal(isOverdue)
    }
    world.test.setClock({ today: '2026-11-23' })
  })

  /** `npm run job` or `npm run jobs` as a process of its own, on this worker's database. */
  async function command(script: string, ...args: string[]) {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'soat-due-days-'))
    const uri = new URL(testMongoUri())
    uri.pathname = `/${testDatabaseName()}`
    const child = spawn(process.execPath, ['--import', 'tsx', `scripts/${script}`, ...args], {
      cwd: ROOT,
      env: { ...process.env, MONGODB_URI: uri.href, MEILI_URL: 'off', SOAT_DATA: dataDir },
    })
    const output: string[] = []
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part: Buffer) => output.push(part.toString()))
    const [code] = (await once(child, 'close')) as [number]
    rmSync(dataDir, { recursive: true, force: true })
    return { code, output: output.join('') }
  }

  it('are run by `npm run jobs -- --today` in the demo, and refused in a live register', async () => {
    const { code, output } = await command('jobs.ts', '--today', '2026-12-07')
    expect(code, output).to.equal(0)
    expect(output).to.match(/flag-overdue {2}2026-12-07 {2}done/u)
    await expectFlags('2026-12-07')
    await HomeBody.updateOne({}, { kind: 'live' })
    const [runs, rows] = [await JobRun.countDocuments(), await Notice.countDocuments()]
    const other = '--today=2026-12-08'
    for (const refused of [
      await command('jobs.ts', other),
      await command('job.ts', 'write-notices', other),
    ]) {
      expect(refused.code, refused.output).to.equal(2)
      expect(refused.output).not.to.equal('')
    }
    expect(await JobRun.countDocuments()).to.equal(runs)
    expect(await Notice.countDocuments()).to.equal(rows)
    expect((await command('job.ts', 'write-notices')).code).to.equal(0)
  })
})
