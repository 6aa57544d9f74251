import type { Request, Response } from 'express'
import { t } from '../lib/labels.ts'
import { NotFound } from '../lib/errors.ts'
import { actorOf } from '../middleware/requireUser.ts'
import { setToast, startSession } from '../middleware/sessions.ts'
import { changeOwnPassword, findLinkUser, setPasswordByLink } from '../people/setPassword.ts'
import { findUnit } from '../people/units.ts'
import { findUser } from '../people/users.ts'
import { presentAccount, presentSetPassword } from '../presenters/account.ts'
import { presentSpentLink } from '../presenters/firstAdmin.ts'
import type { Services } from '../services.ts'
import { tokenOf } from './firstAdmin.ts'
import { secretField } from './formFields.ts'
import { renderPage } from './renderPage.ts'
import type { Route } from './route.ts'

const LINK = { public: 'who has no password yet sets one; the one-time link is the key' }

/** One's own account and password. */
export function accountRoutes(services: Services): Route[] {
  return [
    setPasswordPage(services),
    setPasswordPost(services),
    accountPage,
    changePasswordPost(services),
  ]
}

const setPasswordPage = ({ outside }: Services): Route => ({
  method: 'get',
  path: '/set-password/:token',
  access: LINK,
  answers: 'page',
  async handle(req, res) {
    const token = tokenOf(req)
    const user = await findLinkUser(token, outside.now())
    if (!user) return sendSpent(req, res)
    const model = presentSetPassword({ token, user })
    await renderPage(req, res, { view: 'signIn/setPassword', model })
  },
})

const setPasswordPost = ({ outside }: Services): Route => ({
  method: 'post',
  path: '/set-password/:token',
  access: LINK,
  audit: ['setPassword'],
  async handle(req, res) {
    const token = tokenOf(req)
    const now = outside.now()
    const user = await findLinkUser(token, now)
    if (!user) return sendSpent(req, res)
    const result = await setPasswordByLink({ token, form: passwordsOf(req), now })
    if (result.ok) {
      await startSession(req, result)
      return res.redirect(303, '/')
    }
    if ('spent' in result) return sendSpent(req, res)
    const model = presentSetPassword({ token, user, errors: result.errors })
    await renderPage(req, res, { view: 'signIn/setPassword', model, status: 422 })
  },
})

const accountPage: Route = {
  method: 'get',
  path: '/account',
  access: 'signedIn',
  answers: 'page',
  handle: (req, res) => sendAccount(req, res),
}

const changePasswordPost = ({ outside }: Services): Route => ({
  method: 'post',
  path: '/account/password',
  access: 'signedIn',
  audit: ['setPassword'],
  async handle(req, res) {
    const form = { ...passwordsOf(req), current: secretField(req, 'current') }
    const asked = { actor: actorOf(req), form, ip: req.ip ?? '', now: outside.now() }
    const result = await changeOwnPassword(asked)
    if (!result.ok) return sendAccount(req, res, result.errors)
    await startSession(req, result)
    setToast(req, { text: t('people.password.changed') })
    res.redirect(303, '/account')
  },
})

async function sendAccount(
  req: Request,
  res: Response,
  errors?: Record<string, string>,
): Promise<void> {
  const actor = actorOf(req)
  const [user, unit] = await Promise.all([
    findUser(actor.id),
    actor.unit ? findUnit(actor.unit) : null,
  ])
  if (!user) throw new NotFound()
  const model = presentAccount({ user, unitName: unit?.name ?? '', ...(errors && { errors }) })
  await renderPage(req, res, { view: 'signIn/account', model, status: errors ? 422 : 200 })
}

const passwordsOf = (req: Request) => ({
  password: secretField(req, 'password'),
  passwordAgain: secretField(req, 'passwordAgain'),
})

function sendSpent(req: Request, res: Response): Promise<void> {
  const model = presentSpentLink('setPassword')
  return renderPage(req, res, { view: 'signIn/spentLink', model, status: 410 })
}
