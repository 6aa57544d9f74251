import type { Request, Response } from 'express'
import { NotFound } from '../lib/errors.ts'
import { t } from '../lib/labels.ts'
import { actorOf } from '../middleware/requireUser.ts'
import { setToast } from '../middleware/sessions.ts'
import type { UnitRecord } from '../models/Unit.ts'
import { isStale } from '../people/change.ts'
import { changeUnit, createUnit, findUnit, listUnits, type UnitForm } from '../people/units.ts'
import { listUsers } from '../people/users.ts'
import {
  BLANK_UNIT,
  presentUnitForm,
  presentUnits,
  unitFormOf,
  unitWords,
  type UnitFormFacts,
} from '../presenters/adminUnits.ts'
import type { Services } from '../services.ts'
import { revisionField, textField } from './formFields.ts'
import { objectIdParam } from './objectIdParam.ts'
import { renderPage } from './renderPage.ts'
import { ADMINISTERING, type Route } from './route.ts'

/** Units: list, create, change. */
export function unitRoutes(services: Services): Route[] {
  return [unitsPage, newUnitPage, createPost(services), unitPage, changePost(services)]
}

const unitsPage: Route = {
  method: 'get',
  path: '/admin/units',
  access: ADMINISTERING,
  answers: 'page',
  async handle(req, res) {
    const [units, users] = await Promise.all([listUnits(), listUsers()])
    await renderPage(req, res, { view: 'admin/units', model: presentUnits({ units, users }) })
  },
}

const newUnitPage: Route = {
  method: 'get',
  path: '/admin/units/new',
  access: ADMINISTERING,
  answers: 'page',
  handle: (req, res) => sendForm(req, res, { unit: null, form: BLANK_UNIT }),
}

const createPost = ({ outside }: Services): Route => ({
  method: 'post',
  path: '/admin/units',
  access: ADMINISTERING,
  audit: ['unitCreate'],
  async handle(req, res) {
    const form = { ...formOf(req), isActive: true }
    const made = await createUnit({ form, actor: actorOf(req), now: outside.now() })
    if (made.ok) return done(req, res, made.record)
    const errors = 'errors' in made ? made.errors : {}
    await sendForm(req, res, { unit: null, form, refusal: { errors } })
  },
})

const unitPage: Route = {
  method: 'get',
  path: '/admin/units/:id',
  access: ADMINISTERING,
  answers: 'page',
  async handle(req, res) {
    const unit = await findUnit(objectIdParam(req))
    if (!unit) throw new NotFound()
    await sendForm(req, res, { unit: headOf(unit), form: unitFormOf(unit) })
  },
}

const changePost = ({ outside }: Services): Route => ({
  method: 'post',
  path: '/admin/units/:id',
  access: ADMINISTERING,
  audit: ['unitChange'],
  async handle(req, res) {
    const [id, form, revision] = [objectIdParam(req), formOf(req), revisionField(req)]
    const change = await changeUnit({ id, revision, form, actor: actorOf(req), now: outside.now() })
    if (change.ok) return done(req, res, change.record)
    if (isStale(change)) {
      const { at, current } = change.stale
      const now = unitWords(unitFormOf(current), await listUsers())
      return sendForm(req, res, { unit: headOf(current), form, refusal: { stale: { at, now } } })
    }
    const unit = await findUnit(id)
    if (!unit) throw new NotFound()
    const head = { ...headOf(unit), revision }
    await sendForm(req, res, { unit: head, form, refusal: { errors: change.errors } })
  },
})

function done(req: Request, res: Response, { name }: UnitRecord): void {
  setToast(req, { text: t('admin.units.saved', { name }) })
  res.redirect(303, '/admin/units')
}

async function sendForm(
  req: Request,
  res: Response,
  facts: Omit<UnitFormFacts, 'users'>,
): Promise<void> {
  const model = presentUnitForm({ ...facts, users: await listUsers() })
  const status = facts.refusal?.stale ? 409 : facts.refusal ? 422 : 200
  await renderPage(req, res, { view: 'admin/unit', model, status })
}

const headOf = ({ _id, revision, name }: UnitRecord) => ({ id: String(_id), revision, name })

function formOf(req: Request): UnitForm {
  return {
    name: textField(req, 'name'),
    shortName: textField(req, 'shortName'),
    symbols: textField(req, 'symbols'),
    head: textField(req, 'head'),
    isActive: textField(req, 'isActive') === '1',
  }
}
