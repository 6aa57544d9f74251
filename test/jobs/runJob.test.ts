import { expect } from 'chai'
import { catchUp } from '../../jobs/catchUp.ts'
import { lastFire } from '../../jobs/fires.ts'
import { jobsHealth } from '../../jobs/health.ts'
import { JOBS } from '../../jobs/index.ts'
import type { Job } from '../../jobs/job.ts'
import { acceptsOtherDay } from '../../jobs/runByHand.ts'
import { runJob } from '../../jobs/runJob.ts'
import { JobRun } from '../../server/models/JobRun.ts'
import type { Outside } from '../../server/outside.ts'
import { dayOf } from '../../server/legal/dates.ts'
import { buildHome } from '../support/build.ts'
import { useDatabase } from '../support/database.ts'

const at = (now: Date): Outside => ({
  now: () => now,
  today: () => dayOf(now),
  sendMail: () => Promise.resolve(),
})
const NOW = new Date('2026-11-23T01:05:00Z')

function counting(run?: () => void): { job: Job; times: () => number } {
  let times = 0
  const job: Job = {
    name: 'count-sheep',
    at: '0 7 * * *',
    lateAfterHours: 26,
    run: () => {
      times += 1
      run?.()
      return Promise.resolve({ counts: { sheep: 1 }, failures: [] })
    },
  }
  return { job, times: () => times }
}

describe('runJob', () => {
  useDatabase()
  const due = new Date('2026-11-23T00:00:00Z')
  const wanted = { due, today: '2026-11-23', origin: 'clock' as const, outside: at(NOW) }

  it('runs a due instant once, whoever claims it', async () => {
    const { job, times } = counting()
    const runs = await Promise.all(['a', 'b', 'c'].map(owner => runJob({ ...wanted, job, owner })))
    expect(runs.filter(Boolean)).to.have.length(1)
    expect(times()).to.equal(1)
    expect(await runJob({ ...wanted, job })).to.equal(null)
    expect(await JobRun.findOne().lean()).to.deep.include({ state: 'done', counts: { sheep: 1 } })
  })

  it('takes over the run of a dead machine once its lease is over', async () => {
    const { job, times } = counting()
    const dead = { job: job.name, due, today: '2026-11-23', claimedBy: 'dead', startedAt: due }
    await JobRun.create({ ...dead, leaseUntil: new Date(Date.now() + 60_000) })
    expect(await runJob({ ...wanted, job })).to.equal(null)
    await JobRun.updateOne({}, { leaseUntil: new Date(Date.now() - 1000) })
    await Promise.all(['a', 'b'].map(owner => runJob({ ...wanted, job, owner })))
    expect(times()).to.equal(1)
    expect(await JobRun.findOne().lean()).to.include({ state: 'done', attempts: 2 })
  })

  it('keeps the reason of a failure and tries again later, not at once', async () => {
    let broken = true
    const { job, times } = counting(() => {
      if (broken) throw new Error('no sheep')
    })
    expect(await runJob({ ...wanted, job })).to.deep.include({
      state: 'failed',
      failures: ['no sheep'],
    })
    expect(await runJob({ ...wanted, job })).to.equal(null)
    broken = false
    await JobRun.updateOne({}, { finishedAt: new Date(Date.now() - 3_600_000) })
    expect(await runJob({ ...wanted, job })).to.include({ state: 'done', attempts: 2 })
    expect(times()).to.equal(2)
  })

  it('marks a run with failed items as failed', async () => {
    const { job } = counting()
    const half = {
      ...job,
      run: () => Promise.resolve({ counts: { sheep: 3 }, failures: ['RS-1'] }),
    }
    expect(await runJob({ ...wanted, job: half })).to.deep.include({
      state: 'failed',
      counts: { sheep: 3 },
    })
  })
})

describe('catchUp', () => {
  useDatabase()

  it('runs the newest missed fire once after a week asleep', async () => {
    const { job, times } = counting()
    await catchUp([job], at(new Date('2026-11-16T00:00:10Z')))
    await catchUp([job], at(NOW))
    await catchUp([job], at(NOW))
    expect(times()).to.equal(2)
    const runs = await JobRun.find().sort({ due: 1 }).lean()
    expect(runs.map(({ due, origin }) => [due.toISOString(), origin])).to.deep.equal([
      ['2026-11-16T00:00:00.000Z', 'clock'],
      ['2026-11-23T00:00:00.000Z', 'catchUp'],
    ])
  })

  it('knows the fire of this very second', () => {
    const { job } = counting()
    const seven = new Date('2026-11-23T00:00:00Z')
    expect(lastFire(job, seven)?.toISOString()).to.equal(seven.toISOString())
    const before = new Date('2026-11-22T23:59:59Z')
    expect(lastFire(job, before)?.toISOString()).to.equal('2026-11-22T00:00:00.000Z')
  })
})

describe('jobs of the register', () => {
  useDatabase()

  it('all run on an empty register, and again', async () => {
    for (const now of [NOW, new Date('2026-11-24T01:05:00Z')]) {
      const runs = await catchUp(JOBS, at(now))
      expect(runs.map(({ state }) => state)).to.deep.equal(JOBS.map(() => 'done'))
    }
  })

  it('are healthy when new, late when the last success is too old', async () => {
    expect((await jobsHealth(NOW)).ok).to.equal(true)
    await catchUp(JOBS, at(NOW))
    expect((await jobsHealth(new Date())).ok).to.equal(true)
    await JobRun.updateMany({}, { finishedAt: new Date('2026-11-20T00:00:00Z') })
    const { ok, jobs } = await jobsHealth(NOW)
    expect(ok).to.equal(false)
    expect(jobs.every(({ late }) => late)).to.equal(true)
  })

  it('take a made-up day only in demo and test registers', async () => {
    expect(await acceptsOtherDay()).to.equal(false)
    const home = await buildHome({ kind: 'live' })
    expect(home.kind).to.equal('live')
    expect(await acceptsOtherDay()).to.equal(false)
  })
})
