import type { Request, Response } from 'express'
import { NotFound } from '../lib/errors.ts'
import { t } from '../lib/labels.ts'
import { actorOf } from '../middleware/requireUser.ts'
import { setToast } from '../middleware/sessions.ts'
import type { UserRecord } from '../models/User.ts'
import { isStale } from '../people/change.ts'
import { changeUser, createUser, newPasswordLink } from '../people/changeUser.ts'
import { SET_PASSWORD_HOURS } from '../people/oneTimeLinks.ts'
import { listUnits } from '../people/units.ts'
import type { UserForm } from '../people/userForm.ts'
import { findUser, listUsers } from '../people/users.ts'
import {
  BLANK_USER,
  presentNewLink,
  presentUserForm,
  presentUsers,
  userFormOf,
  userWords,
  type UserFormFacts,
} from '../presenters/adminUsers.ts'
import type { Services } from '../services.ts'
import { listField, revisionField, textField } from './formFields.ts'
import { objectIdParam } from './objectIdParam.ts'
import { renderPage } from './renderPage.ts'
import { ADMINISTERING, type Route } from './route.ts'

type Facts = Omit<UserFormFacts, 'units' | 'users'>

/** Accounts: list, create, change, and a link to set a password by. */
export function userRoutes(services: Services): Route[] {
  return [
    usersPage,
    newUserPage,
    createPost(services),
    userPage,
    changePost(services),
    linkPost(services),
  ]
}

const usersPage: Route = {
  method: 'get',
  path: '/admin/users',
  access: ADMINISTERING,
  answers: 'page',
  async handle(req, res) {
    const [users, units] = await Promise.all([listUsers(), listUnits()])
    await renderPage(req, res, { view: 'admin/users', model: presentUsers({ users, units }) })
  },
}

const newUserPage: Route = {
  method: 'get',
  path: '/admin/users/new',
  access: ADMINISTERING,
  answers: 'page',
  handle: (req, res) => sendForm(req, res, { user: null, form: BLANK_USER }),
}

const createPost = (services: Services): Route => ({
  method: 'post',
  path: '/admin/users',
  access: ADMINISTERING,
  audit: ['userCreate'],
  async handle(req, res) {
    const form = { ...formOf(req), isActive: true }
    const made = await createUser({ form, actor: actorOf(req), now: services.outside.now() })
    if (made.ok) return sendLink(req, res, { user: made.record, token: made.token ?? '', services })
    const errors = 'errors' in made ? made.errors : {}
    await sendForm(req, res, { user: null, form, refusal: { errors } })
  },
})

const userPage: Route = {
  method: 'get',
  path: '/admin/users/:id',
  access: ADMINISTERING,
  answers: 'page',
  async handle(req, res) {
    const user = await findUser(objectIdParam(req))
    if (!user) throw new NotFound()
    await sendForm(req, res, { user: headOf(user), form: userFormOf(user) })
  },
}

const changePost = ({ outside }: Services): Route => ({
  method: 'post',
  path: '/admin/users/:id',
  access: ADMINISTERING,
  audit: ['userChange'],
  async handle(req, res) {
    const [id, form, revision] = [objectIdParam(req), formOf(req), revisionField(req)]
    const change = await changeUser({ id, revision, form, actor: actorOf(req), now: outside.now() })
    if (change.ok) {
      setToast(req, { text: t('admin.users.saved', { name: change.record.name }) })
      return res.redirect(303, '/admin/users')
    }
    if (isStale(change)) {
      const { at, current } = change.stale
      const now = userWords(userFormOf(current), await choices())
      return sendForm(req, res, { user: headOf(current), form, refusal: { stale: { at, now } } })
    }
    const user = await findUser(id)
    if (!user) throw new NotFound()
    // The form keeps the revision it was made from.
    const head = { ...headOf(user), revision }
    await sendForm(req, res, { user: head, form, refusal: { errors: change.errors } })
  },
})

const linkPost = (services: Services): Route => ({
  method: 'post',
  path: '/admin/users/:id/link',
  access: ADMINISTERING,
  audit: ['userChange'],
  async handle(req, res) {
    const asked = { id: objectIdParam(req), actor: actorOf(req), now: services.outside.now() }
    const made = await newPasswordLink(asked)
    if (made) return sendLink(req, res, { ...made, services })
    setToast(req, { text: t('admin.link.inactive') })
    res.redirect(303, '/admin/users')
  },
})

async function choices() {
  const [units, users] = await Promise.all([listUnits(), listUsers()])
  return { units, users }
}

async function sendForm(req: Request, res: Response, facts: Facts): Promise<void> {
  const model = presentUserForm({ ...facts, ...(await choices()) })
  const status = facts.refusal?.stale ? 409 : facts.refusal ? 422 : 200
  await renderPage(req, res, { view: 'admin/user', model, status })
}

async function sendLink(
  req: Request,
  res: Response,
  { user, token, services }: { user: UserRecord; token: string; services: Services },
): Promise<void> {
  const address = services.config.baseUrl ?? `${req.protocol}://${req.host}`
  const link = `${address}/set-password/${token}`
  const model = presentNewLink({ user, link, hours: SET_PASSWORD_HOURS })
  res.set('cache-control', 'no-store')
  await renderPage(req, res, { view: 'admin/newLink', model })
}

const headOf = ({ _id, revision, name }: UserRecord) => ({ id: String(_id), revision, name })

function formOf(req: Request): UserForm {
  return {
    username: textField(req, 'username'),
    name: textField(req, 'name'),
    email: textField(req, 'email'),
    roles: listField(req, 'roles'),
    unit: textField(req, 'unit'),
    deputy: textField(req, 'deputy'),
    isActive: textField(req, 'isActive') === '1',
  }
}
