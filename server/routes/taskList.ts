import { codes, TASK_STATES } from '../legal/glossary.ts'
import { actorOf } from '../middleware/requireUser.ts'
import { presentTaskList } from '../presenters/taskList.ts'
import { listTasks, type TasksWanted } from '../review/tasks/listTasks.ts'
import type { Services } from '../services.ts'
import { choicesIn, idsIn, pageIn } from './queryFields.ts'
import { renderPage } from './renderPage.ts'
import type { Route } from './route.ts'

/** The list of tasks. */
export const taskListPage = ({ outside }: Services): Route => ({
  method: 'get',
  path: '/tasks',
  access: 'signedIn',
  answers: 'page',
  async handle(req, res) {
    const wanted: TasksWanted = {
      actor: actorOf(req),
      today: outside.today(),
      scope: choicesIn(req, { name: 'scope', of: ['mine', 'unit', 'all'] })[0] ?? 'mine',
      states: choicesIn(req, { name: 'state', of: codes(TASK_STATES) }),
      units: idsIn(req, 'unit'),
      overdue: req.query.overdue === '1',
      page: pageIn(req),
    }
    const model = presentTaskList(await listTasks(wanted), wanted)
    await renderPage(req, res, { view: 'tasks/list', model })
  },
})
