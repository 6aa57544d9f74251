import { expect } from 'chai'
import { presentHealth } from '../../server/presenters/health.ts'
import { testApp } from '../support/app.ts'
import { useDatabase } from '../support/database.ts'

const SEARCH = { wanted: true, up: true, since: new Date(0), lastError: null }
const MONGO = { up: true, version: '8.0.0' }
const JOBS = { ok: true, jobs: [] }

describe('health', () => {
  useDatabase()

  it('tells a visitor of engines, jobs and version, and opens no session', async () => {
    const answer = await testApp().visitor().get('/health')
    expect(answer.status).to.equal(200)
    expect(answer.body).to.include.keys('status', 'version', 'mongo', 'search', 'jobs')
    expect((answer.body as { mongo: { up: boolean } }).mongo.up).to.equal(true)
    expect(answer.headers).not.to.have.property('set-cookie')
  })

  it('is unhealthy without database or with a late job, degraded without search', () => {
    const status = (changes: object) =>
      presentHealth({ mongo: MONGO, search: SEARCH, jobs: JOBS, ...changes }).status
    expect(status({})).to.equal('ok')
    expect(status({ search: { ...SEARCH, up: false } })).to.equal('degraded')
    expect(status({ search: { ...SEARCH, up: false, wanted: false } })).to.equal('ok')
    expect(status({ mongo: { up: false }, jobs: null })).to.equal('unhealthy')
    expect(status({ jobs: { ok: false, jobs: [] } })).to.equal('unhealthy')
  })
})
