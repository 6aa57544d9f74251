import { jobsHealth } from '../../jobs/health.ts'
import { catalogueOffer } from '../catalogue/starter/catalogueOffer.ts'
import { actorOf } from '../middleware/requireUser.ts'
import { presentOffer } from '../presenters/catalogue.ts'
import { presentDesk } from '../presenters/desk.ts'
import { loadDesk } from '../remind/loadDesk.ts'
import type { Services } from '../services.ts'
import { renderPage } from './renderPage.ts'
import type { Route } from './route.ts'

/** The first page after sign-in. */
export function deskRoutes(services: Services): Route[] {
  return [deskPage(services)]
}

const deskPage = ({ outside }: Services): Route => ({
  method: 'get',
  path: '/',
  access: 'signedIn',
  answers: 'page',
  async handle(req, res) {
    const actor = actorOf(req)
    const desk = await loadDesk(actor, outside.today())
    const { jobs } = await jobsHealth(outside.now())
    const catalogue = presentOffer(await catalogueOffer(actor))
    const model = { ...presentDesk(desk, { actor, jobs }), catalogue }
    await renderPage(req, res, { view: 'desk/desk', model })
  },
})
