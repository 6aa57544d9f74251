import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { JobHealth } from '../../jobs/health.ts'
import type { EngineState } from '../lib/meili.ts'
import type { MongoState } from '../lib/mongoState.ts'

const manifest = join(import.meta.dirname, '../../package.json')
const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }

export interface HealthView {
  status: 'ok' | 'degraded' | 'unhealthy'
  version: string
  mongo: MongoState
  search: { up: boolean; wanted: boolean; since: string; lastError: string | null }
  jobs: { name: string; lastSuccess: string | null; late: boolean }[]
}

/** Unhealthy: no database, or a job whose last success is too old. Degraded: search answers from the database. */
export function presentHealth({
  mongo,
  search,
  jobs,
}: {
  mongo: MongoState
  search: EngineState
  jobs: { ok: boolean; jobs: JobHealth[] } | null
}): HealthView {
  const works = mongo.up && jobs?.ok === true
  return {
    status: !works ? 'unhealthy' : search.up || !search.wanted ? 'ok' : 'degraded',
    version,
    mongo,
    search: {
      up: search.up,
      wanted: search.wanted,
      since: search.since.toISOString(),
      lastError: search.lastError,
    },
    jobs: (jobs?.jobs ?? []).map(({ name, lastSuccess, late }) => ({
      name,
      lastSuccess: lastSuccess?.toISOString() ?? null,
      late,
    })),
  }
}
