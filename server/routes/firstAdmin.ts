import type { Request, Response } from 'express'
import { setToast, startSession } from '../middleware/sessions.ts'
import { createFirstAdmin, isFirstAdminLink, type FirstAdminForm } from '../people/firstAdmin.ts'
import { presentFirstAdmin, presentSpentLink } from '../presenters/firstAdmin.ts'
import type { Services } from '../services.ts'
import { secretField, textField } from './formFields.ts'
import { renderPage } from './renderPage.ts'
import type { Route } from './route.ts'
import { t } from '../lib/labels.ts'

const FIRST = { public: 'the first administrator has no account yet; the one-time link is the key' }
const PATH = '/first-admin/:token'

/** The first start: whose register this is, and its first administrator. */
export function firstAdminRoutes(services: Services): Route[] {
  return [firstAdminPage(services), firstAdminPost(services)]
}

const firstAdminPage = ({ outside }: Services): Route => ({
  method: 'get',
  path: PATH,
  access: FIRST,
  answers: 'page',
  async handle(req, res) {
    const token = tokenOf(req)
    if (!(await isFirstAdminLink(token, outside.now()))) return sendSpent(req, res)
    const model = presentFirstAdmin({ token })
    await renderPage(req, res, { view: 'signIn/firstAdmin', model })
  },
})

const firstAdminPost = ({ outside }: Services): Route => ({
  method: 'post',
  path: PATH,
  access: FIRST,
  audit: ['firstAdmin'],
  async handle(req, res) {
    const token = tokenOf(req)
    const now = outside.now()
    // First: nobody without the link learns what the form accepts.
    if (!(await isFirstAdminLink(token, now))) return sendSpent(req, res)
    const form = formOf(req)
    const result = await createFirstAdmin({ token, form, now })
    if (result.ok) {
      await startSession(req, result)
      setToast(req, { text: t('people.firstAdmin.done') })
      return res.redirect(303, '/')
    }
    if ('spent' in result) return sendSpent(req, res)
    const model = presentFirstAdmin({ token, form, errors: result.errors })
    await renderPage(req, res, { view: 'signIn/firstAdmin', model, status: 422 })
  },
})

function formOf(req: Request): FirstAdminForm {
  return {
    adminName: textField(req, 'adminName'),
    username: textField(req, 'username'),
    password: secretField(req, 'password'),
    passwordAgain: secretField(req, 'passwordAgain'),
    name: textField(req, 'name'),
    superiorName: textField(req, 'superiorName'),
    province: textField(req, 'province'),
    abbreviations: textField(req, 'abbreviations'),
    units: textField(req, 'units'),
  }
}

function sendSpent(req: Request, res: Response): Promise<void> {
  const model = presentSpentLink('firstAdmin')
  return renderPage(req, res, { view: 'signIn/spentLink', model, status: 410 })
}

/** The token in the path. */
export function tokenOf(req: Request): string {
  const { token } = req.params
  return typeof token === 'string' ? token : ''
}
