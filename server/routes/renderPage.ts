import type { Request, Response } from 'express'
import { csrfTokenOf } from '../middleware/security.ts'
import { takeToast } from '../middleware/sessions.ts'
import { engineState } from '../lib/meili.ts'
import { presentChrome } from '../presenters/chrome.ts'
import type { PageHead } from '../presenters/page.ts'
import { findHomeBody } from '../people/homeBody.ts'
import { navCounts } from '../remind/navCounts.ts'
import type { Services } from '../services.ts'

/** A page's own view model; `page` heads it. */
export type PageModel = { page: PageHead } & Record<string, unknown>

/** Sends one page: the page's view model plus what stands around every page (`chrome`). */
export async function renderPage(
  req: Request,
  res: Response,
  { view, model, status = 200 }: { view: string; model: PageModel; status?: number },
): Promise<void> {
  const services = req.app.locals.services as Services
  const home = await findHomeBody()
  const chrome = presentChrome({
    home,
    actor: req.actor ?? null,
    counts: req.actor ? await navCounts(req.actor) : null,
    csrf: csrfTokenOf(req),
    toast: takeToast(req),
    engineOff: !engineState().up,
    path: req.path,
    query: typeof req.query.q === 'string' ? req.query.q : '',
    today: services.outside.today(),
  })
  res.status(status).render(view, { ...model, chrome, layout: req.actor ? 'main' : 'plain' })
}
