import { findLoad } from '../catalogue/starter/claimLoad.ts'
import { startLoad } from '../catalogue/starter/loadStarter.ts'
import { t } from '../lib/labels.ts'
import { actorOf } from '../middleware/requireUser.ts'
import { setToast } from '../middleware/sessions.ts'
import { presentCatalogue } from '../presenters/catalogue.ts'
import { presentTabsFor } from '../presenters/leadTabs.ts'
import { countBehind, repairIndex } from '../search/repairIndex.ts'
import type { Services } from '../services.ts'
import { renderPage } from './renderPage.ts'
import type { Route } from './route.ts'

const OPERATING = ['admin', 'legalLead'] as const
const PATH = '/admin/catalogue'

/** Seconds after which the page of a running load asks again. */
const AGAIN = 2

/** The starter catalogue: what it is, how its load stands, and the click that loads it. */
export function catalogueRoutes(services: Services): Route[] {
  return [cataloguePage(), loadPost(services)]
}

const cataloguePage = (): Route => ({
  method: 'get',
  path: PATH,
  access: OPERATING,
  answers: 'page',
  async handle(req, res) {
    const load = await findLoad()
    if (load.isRunning) res.setHeader('Refresh', String(AGAIN))
    const model = presentCatalogue(load, { behind: await countBehind() })
    const adminTabs = presentTabsFor(actorOf(req), 'catalogue')
    await renderPage(req, res, { view: 'admin/catalogue', model: { ...model, adminTabs } })
  },
})

const loadPost = ({ outside }: Services): Route => ({
  method: 'post',
  path: `${PATH}/load`,
  access: OPERATING,
  audit: { none: 'the load leaves its own entry, with its counts, when it is done' },
  async handle(req, res) {
    const isStarted = await startLoad({ actor: actorOf(req), outside }, repairIndex)
    setToast(req, { text: t(isStarted ? 'catalogue.started' : 'catalogue.busy') })
    res.redirect(303, PATH)
  },
})
