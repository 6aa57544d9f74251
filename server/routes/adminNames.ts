import { listNames, retireName } from '../catalogue/learned/listNames.ts'
import { t } from '../lib/labels.ts'
import { actorOf } from '../middleware/requireUser.ts'
import { setToast } from '../middleware/sessions.ts'
import { presentNames } from '../presenters/adminNames.ts'
import type { Services } from '../services.ts'
import { revisionField } from './formFields.ts'
import { objectIdParam } from './objectIdParam.ts'
import { renderPage } from './renderPage.ts'
import { ADMINISTERING, type Route } from './route.ts'

/** Names the register has learned: list, take back. */
export function nameRoutes({ outside }: Services): Route[] {
  return [
    {
      method: 'get',
      path: '/admin/names',
      access: ADMINISTERING,
      answers: 'page',
      async handle(req, res) {
        await renderPage(req, res, { view: 'admin/names', model: presentNames(await listNames()) })
      },
    },
    {
      method: 'post',
      path: '/admin/names/:id/retire',
      access: ADMINISTERING,
      audit: ['nameRetire'],
      async handle(req, res) {
        const [id, revision] = [objectIdParam(req), revisionField(req)]
        const done = await retireName({ id, revision, actor: actorOf(req), now: outside.now() })
        setToast(req, { text: t(done ? 'admin.names.retired' : 'admin.names.gone') })
        res.redirect(303, '/admin/names')
      },
    },
  ]
}
