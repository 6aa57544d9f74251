import { endSession, SESSION_COOKIE, startSession } from '../middleware/sessions.ts'
import { actorOf } from '../middleware/requireUser.ts'
import { recordSignOut, signIn } from '../people/signIn.ts'
import { hasUsers } from '../people/users.ts'
import { presentSignIn } from '../presenters/signIn.ts'
import type { Services } from '../services.ts'
import { accountRoutes } from './account.ts'
import { firstAdminRoutes } from './firstAdmin.ts'
import { secretField, textField } from './formFields.ts'
import { localPath } from './localPath.ts'
import { renderPage } from './renderPage.ts'
import type { Route } from './route.ts'

const SIGN_IN = { public: 'who is not signed in yet signs in here' }

/** Sign-in, sign-out, the pages behind one-time links, and one's own account. */
export function signInRoutes(services: Services): Route[] {
  return [
    signInPage,
    signInPost(services),
    signOutPost(services),
    ...firstAdminRoutes(services),
    ...accountRoutes(services),
  ]
}

const signInPage: Route = {
  method: 'get',
  path: '/sign-in',
  access: SIGN_IN,
  answers: 'page',
  async handle(req, res) {
    const returnTo = localPath(req.query.returnTo)
    if (req.actor) return res.redirect(303, returnTo)
    const model = presentSignIn({ username: '', returnTo, isNew: !(await hasUsers()) })
    await renderPage(req, res, { view: 'signIn/signIn', model })
  },
}

const signInPost = ({ outside }: Services): Route => ({
  method: 'post',
  path: '/sign-in',
  access: SIGN_IN,
  audit: ['signIn', 'signInFailed'],
  async handle(req, res) {
    const username = textField(req, 'username')
    const returnTo = localPath(textField(req, 'returnTo'))
    const password = secretField(req, 'password')
    const result = await signIn({ username, password, ip: req.ip ?? '', now: outside.now() })
    if (result.ok) {
      await startSession(req, result)
      return res.redirect(303, returnTo)
    }
    const isNew = !(await hasUsers())
    const model = presentSignIn({ username, returnTo, isNew, failure: result })
    const status = result.reason === 'limited' ? 429 : 422
    await renderPage(req, res, { view: 'signIn/signIn', model, status })
  },
})

const signOutPost = ({ outside }: Services): Route => ({
  method: 'post',
  path: '/sign-out',
  access: 'signedIn',
  audit: ['signOut'],
  async handle(req, res) {
    await recordSignOut(actorOf(req), outside.now())
    await endSession(req)
    res.clearCookie(SESSION_COOKIE).redirect(303, '/sign-in')
  },
})
