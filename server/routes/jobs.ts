import { findJob } from '../../jobs/index.ts'
import { listRuns } from '../../jobs/listRuns.ts'
import { runFromPage } from '../../jobs/runFromPage.ts'
import { NotFound } from '../lib/errors.ts'
import { t } from '../lib/labels.ts'
import { actorOf } from '../middleware/requireUser.ts'
import { setToast } from '../middleware/sessions.ts'
import { countWords, presentJobs } from '../presenters/jobs.ts'
import { presentTabsFor } from '../presenters/leadTabs.ts'
import type { Services } from '../services.ts'
import { renderPage } from './renderPage.ts'
import type { Route } from './route.ts'

const OPERATING = ['admin', 'legalLead'] as const

/** What background jobs did, and the button that runs one now. */
export function jobRoutes(services: Services): Route[] {
  return [jobsPage(services), runPost(services)]
}

const jobsPage = ({ outside }: Services): Route => ({
  method: 'get',
  path: '/admin/jobs',
  access: OPERATING,
  answers: 'page',
  async handle(req, res) {
    const now = outside.now()
    const adminTabs = presentTabsFor(actorOf(req), 'jobs')
    const model = { ...presentJobs({ ...(await listRuns(now)), now }), adminTabs }
    await renderPage(req, res, { view: 'jobs/jobs', model })
  },
})

const runPost = ({ outside }: Services): Route => ({
  method: 'post',
  path: '/admin/jobs/:name/run',
  access: OPERATING,
  audit: ['jobRun'],
  async handle(req, res) {
    const job = findJob(String(req.params.name))
    if (!job) throw new NotFound()
    const run = await runFromPage(job, { actor: actorOf(req), outside })
    const name = t(`jobs.name.${job.name}`)
    const text =
      run?.state === 'done'
        ? t('jobs.done', { name, result: countWords(run) })
        : t('jobs.doneFailed', { name })
    setToast(req, { text })
    res.redirect(303, '/admin/jobs')
  },
})
