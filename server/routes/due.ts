import { actorOf } from '../middleware/requireUser.ts'
import { presentDueList } from '../presenters/dueList.ts'
import { loadMonth } from '../review/loadMonth.ts'
import type { Services } from '../services.ts'
import { choicesIn } from './queryFields.ts'
import { renderPage } from './renderPage.ts'
import type { Route } from './route.ts'

/** Due dates by month. */
export function dueRoutes(services: Services): Route[] {
  return [duePage(services)]
}

const duePage = ({ outside }: Services): Route => ({
  method: 'get',
  path: '/due',
  access: 'signedIn',
  answers: 'page',
  async handle(req, res) {
    const [actor, today] = [actorOf(req), outside.today()]
    const reviews = actor.roles.some(role => role === 'reviewer')
    const asked = choicesIn(req, { name: 'scope', of: ['mine', 'unit', 'all'] as const })[0]
    const scope = asked ?? (reviews ? 'mine' : 'all')
    const month = `${monthIn(req.query.month) ?? today.slice(0, 7)}-01`
    const sheet = await loadMonth({ actor, today, month, scope })
    const model = presentDueList(sheet, { scope, hasUnit: actor.unit !== null })
    await renderPage(req, res, { view: 'due/due', model })
  },
})

/** `2026-11`, within the years a calendar is kept for. */
function monthIn(value: unknown): string | null {
  return typeof value === 'string' && /^20\d\d-(?:0[1-9]|1[0-2])$/u.test(value) ? value : null
}
