import { jobsHealth } from '../../jobs/schedule.ts'
import { engineState } from '../lib/meili.ts'
import { mongoState } from '../lib/mongoState.ts'
import { log } from '../lib/log.ts'
import { presentHealth } from '../presenters/health.ts'
import type { Services } from '../services.ts'
import type { Route } from './route.ts'

/** For the operator's monitor: each engine, the jobs, the version. 503 when the register cannot be used. */
export function healthRoutes({ outside }: Services): Route[] {
  return [
    {
      method: 'get',
      path: '/health',
      access: { public: 'a monitor has no account; nothing of the register is told' },
      answers: 'json',
      async handle(_req, res) {
        const mongo = await mongoState()
        const jobs = mongo.up ? await jobsOr503(outside.now()) : null
        const view = presentHealth({ mongo, search: engineState(), jobs })
        res.status(view.status === 'unhealthy' ? 503 : 200)
        res.set('cache-control', 'no-store').json(view)
      },
    },
  ]
}

async function jobsOr503(now: Date) {
  try {
    return await jobsHealth(now)
  } catch (error) {
    log.error({ err: error }, 'the state of the jobs could not be read')
    return null
  }
}
