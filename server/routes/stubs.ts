import { findStub } from '../catalogue/stubs/findStub.ts'
import { listStubs } from '../catalogue/stubs/listStubs.ts'
import { NotFound } from '../lib/errors.ts'
import { actorOf } from '../middleware/requireUser.ts'
import { holds } from '../people/actor.ts'
import { presentStub, presentStubList } from '../presenters/stubs.ts'
import type { Services } from '../services.ts'
import { pageAsked } from './documents.ts'
import { renderPage } from './renderPage.ts'
import { INTAKE, STAFF, type Route } from './route.ts'

/** What is cited and not registered. The key in the address is `toKey` of the citations, encoded. */
export function stubRoutes(_: Services): Route[] {
  const page = { method: 'get' as const, access: STAFF, answers: 'page' as const }
  return [
    {
      ...page,
      path: '/stubs',
      handle: async (req, res) => {
        const list = await listStubs({ actor: actorOf(req), page: pageAsked(req) })
        await renderPage(req, res, { view: 'stubs/list', model: presentStubList(list) })
      },
    },
    {
      ...page,
      path: '/stubs/:key',
      handle: async (req, res) => {
        const actor = actorOf(req)
        const stub = await findStub(String(req.params.key).normalize('NFC'), actor)
        if (!stub) throw new NotFound()
        const [only] = stub.registered
        if (only && stub.registered.length + stub.citations.length + stub.drafts.length === 1) {
          return res.redirect(303, `/documents/${String(only._id)}`)
        }
        const model = presentStub(stub, { mayRegister: holds(actor, ...INTAKE) })
        await renderPage(req, res, { view: 'stubs/stub', model })
      },
    },
  ]
}
