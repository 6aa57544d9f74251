import type { Request, Response } from 'express'
import { NotFound } from '../lib/errors.ts'
import { t } from '../lib/labels.ts'
import { actorOf } from '../middleware/requireUser.ts'
import { setToast } from '../middleware/sessions.ts'
import { isStale } from '../people/change.ts'
import { changeHomeBody, findHomeBody } from '../people/homeBody.ts'
import { idFrom } from '../people/userForm.ts'
import { listUsers } from '../people/users.ts'
import type { Refusal } from '../presenters/admin.ts'
import { homeFormOf, homeWords, presentHomeForm, type HomeForm } from '../presenters/adminHome.ts'
import type { Services } from '../services.ts'
import { revisionField, textField } from './formFields.ts'
import { renderPage } from './renderPage.ts'
import { ADMINISTERING, type Route } from './route.ts'

/** Whose register this is. */
export function homeBodyRoutes(services: Services): Route[] {
  return [homePage, homePost(services)]
}

const homePage: Route = {
  method: 'get',
  path: '/admin/home',
  access: ADMINISTERING,
  answers: 'page',
  async handle(req, res) {
    const home = await findHomeBody()
    if (!home) throw new NotFound()
    await sendForm(req, res, { revision: home.revision, form: homeFormOf(home) })
  },
}

const homePost = ({ outside }: Services): Route => ({
  method: 'post',
  path: '/admin/home',
  access: ADMINISTERING,
  audit: ['homeBodyChange'],
  async handle(req, res) {
    const [typed, revision] = [formOf(req), revisionField(req)]
    const form = { ...typed, director: idFrom(typed.director) }
    const change = await changeHomeBody({ revision, form, actor: actorOf(req), now: outside.now() })
    if (change.ok) {
      setToast(req, { text: t('admin.home.saved') })
      return res.redirect(303, '/admin/home')
    }
    if (!isStale(change)) {
      const { errors } = change
      return sendForm(req, res, { revision, form: typed, refusal: { errors } })
    }
    const { at, current } = change.stale
    const now = homeWords(homeFormOf(current), await listUsers())
    const facts = { revision: current.revision, form: typed, refusal: { stale: { at, now } } }
    await sendForm(req, res, facts)
  },
})

async function sendForm(
  req: Request,
  res: Response,
  facts: { revision: number; form: HomeForm; refusal?: Refusal },
): Promise<void> {
  const model = presentHomeForm({ ...facts, users: await listUsers() })
  const status = facts.refusal?.stale ? 409 : facts.refusal ? 422 : 200
  await renderPage(req, res, { view: 'admin/home', model, status })
}

function formOf(req: Request): HomeForm {
  return {
    name: textField(req, 'name'),
    superiorName: textField(req, 'superiorName'),
    province: textField(req, 'province'),
    abbreviations: textField(req, 'abbreviations'),
    director: textField(req, 'director'),
  }
}
