import type { Request, Response } from 'express'
import { NotFound } from '../lib/errors.ts'
import { t } from '../lib/labels.ts'
import { actorOf } from '../middleware/requireUser.ts'
import { setToast } from '../middleware/sessions.ts'
import { nameOfDay } from '../presenters/deskAside.ts'
import { presentTabsFor } from '../presenters/leadTabs.ts'
import { presentSettings, ruleName, type RefusedSetting } from '../presenters/settings.ts'
import type { Services } from '../services.ts'
import { SETTING_DEFAULTS, type SettingName } from '../settings/defaults.ts'
import { boundsOf, printDay, readDays, readSetting } from '../settings/readSetting.ts'
import { saveSetting } from '../settings/saveSetting.ts'
import { listSettings } from '../settings/setting.ts'
import { CALENDAR, calendarYears } from '../settings/workCalendar.ts'
import { revisionField, textField } from './formFields.ts'
import { renderPage } from './renderPage.ts'
import type { Route } from './route.ts'

const RULING = ['legalLead', 'admin'] as const

/** Rules of due days and reminders, and the calendar of working days. */
export function settingRoutes(services: Services): Route[] {
  return [settingsPage(services), rulePost(services), calendarPost(services)]
}

const settingsPage = (services: Services): Route => ({
  method: 'get',
  path: '/admin/settings',
  access: RULING,
  answers: 'page',
  handle: (req, res) => show({ req, res, services }),
})

const rulePost = (services: Services): Route => ({
  method: 'post',
  path: '/admin/settings/rules/:name',
  access: RULING,
  audit: ['settingChange'],
  async handle(req, res) {
    const name = String(req.params.name)
    if (!Object.hasOwn(SETTING_DEFAULTS, name)) throw new NotFound()
    await saveRule(name as SettingName, { req, res, services })
  },
})

const calendarPost = (services: Services): Route => ({
  method: 'post',
  path: '/admin/settings/calendar/:year',
  access: RULING,
  audit: ['settingChange'],
  async handle(req, res) {
    const year = String(req.params.year)
    if (!/^20\d\d$/u.test(year)) throw new NotFound()
    await saveCalendar(Number(year), { req, res, services })
  },
})

interface Exchange {
  req: Request
  res: Response
  services: Services
}

function typedIn(req: Request) {
  const value = textField(req, 'value')
  return { value, source: textField(req, 'source'), isChecked: textField(req, 'isChecked') === '1' }
}

async function saveRule(name: SettingName, exchange: Exchange): Promise<void> {
  const { req, services } = exchange
  const typed = typedIn(req)
  const read = readSetting(name, typed.value)
  if (!read.ok) {
    const [least, most] = boundsOf(name)
    const error = t(read.error, { least, most })
    return show(exchange, { form: name, error, ...typed })
  }
  const before = (await listSettings()).find(rule => rule.name === name)?.value
  const { outside } = services
  const made = { revision: revisionField(req), actor: actorOf(req), outside }
  const change = { ...typed, name, value: read.value, before, ...made }
  if (await saveSetting(change)) return saved(exchange, ruleName(name))
  const error = t('settings.stale', { value: String(before) })
  return show(exchange, { form: name, error, ...typed }, 409)
}

async function saveCalendar(year: number, exchange: Exchange): Promise<void> {
  const { req, services } = exchange
  const typed = typedIn(req)
  const form = `calendar${year}`
  const read = readDays(typed.value, year)
  if (!read.ok) {
    const error = t('settings.error.line', { line: read.line })
    return show(exchange, { form, error, ...typed })
  }
  const [known] = await calendarYears([year])
  const { outside } = services
  const made = { revision: revisionField(req), actor: actorOf(req), outside }
  const what = { name: CALENDAR, regime: String(year), value: read.value, before: known?.days }
  if (await saveSetting({ ...typed, ...what, ...made }))
    return saved(exchange, t('settings.calendar.title', { year }))
  return show(exchange, { form, error: t('settings.staleCalendar'), ...typed }, 409)
}

function saved({ req, res }: Exchange, name: string): void {
  setToast(req, { text: t('settings.saved', { name }) })
  res.redirect(303, '/admin/settings')
}

async function show(
  { req, res, services }: Exchange,
  refused?: RefusedSetting,
  status = refused ? 422 : 200,
): Promise<void> {
  const today = services.outside.today()
  const year = Number(today.slice(0, 4))
  const calendars = await calendarYears([year, year + 1])
  const years = calendars.map(one => ({
    ...one,
    lines: one.days.map(day => printDay({ ...day, name: nameOfDay(day.name) })),
  }))
  const facts = { rules: await listSettings(), years, today, ...(refused && { refused }) }
  const model = { ...presentSettings(facts), adminTabs: presentTabsFor(actorOf(req), 'settings') }
  await renderPage(req, res, { view: 'settings/settings', model, status })
}
