import type { Request, Response } from 'express'
import { NotFound } from '../lib/errors.ts'
import { t } from '../lib/labels.ts'
import { actorOf } from '../middleware/requireUser.ts'
import { setToast } from '../middleware/sessions.ts'
import { presentTask } from '../presenters/task.ts'
import { changeTask, type TaskAnswer } from '../review/tasks/changeTask.ts'
import { findTask, type TaskFile } from '../review/tasks/findTask.ts'
import { TASK_TRAIL } from '../review/tasks/taskTrail.ts'
import { TASK_ACTIONS, type TaskAction } from '../review/tasks/taskTransitions.ts'
import type { Services } from '../services.ts'
import { revisionField, textField } from './formFields.ts'
import { objectIdParam } from './objectIdParam.ts'
import { renderPage } from './renderPage.ts'
import { taskListPage } from './taskList.ts'
import type { Route } from './route.ts'

/** The list of tasks; one task: its page, and a form for each thing that may be done to it, by the last part of its path. */
export function taskRoutes(services: Services): Route[] {
  const forms = TASK_ACTIONS.map((action): Route => ({
    method: 'post',
    path: `/tasks/:id/${action}`,
    access: 'signedIn',
    audit: [TASK_TRAIL[action]],
    handle: (req, res) => perform(action, { req, res, services }),
  }))
  return [taskListPage(services), taskPage(services), ...forms]
}

const taskPage = ({ outside }: Services): Route => ({
  method: 'get',
  path: '/tasks/:id',
  access: 'signedIn',
  answers: 'page',
  async handle(req, res) {
    const file = await findTask(objectIdParam(req), { actor: actorOf(req), today: outside.today() })
    if (!file) throw new NotFound()
    await renderPage(req, res, { view: 'tasks/task', model: presentTask(file) })
  },
})

interface Exchange {
  req: Request
  res: Response
  services: Services
}

async function perform(action: TaskAction, { req, res, services }: Exchange): Promise<void> {
  const { outside } = services
  const [id, actor] = [objectIdParam(req), actorOf(req)]
  const form = formIn(req)
  const answer = await changeTask(action, {
    id,
    revision: revisionField(req),
    actor,
    outside,
    form,
  })
  const file = await findTask(id, { actor, today: outside.today() })
  if (!file || (!answer.ok && answer.missing)) throw new NotFound()
  if (!answer.ok) return showAgain(answer, { action, file, form, exchange: { req, res, services } })
  setToast(req, { text: t(`tasks.toast.${action}`) })
  res.redirect(303, `/tasks/${id.toHexString()}`)
}

function formIn(req: Request) {
  return {
    ...{ note: textField(req, 'note'), day: textField(req, 'dueOn') },
    ...{ reply: textField(req, 'reply'), noReply: textField(req, 'noReply') === '1' },
  }
}

type Refusal = Extract<TaskAnswer, { ok: false }>

interface Again {
  action: TaskAction
  file: TaskFile
  form: ReturnType<typeof formIn>
  exchange: Exchange
}

/** The page again with what was typed. */
async function showAgain(
  { errors, stale }: Refusal,
  { action, file, form, exchange: { req, res } }: Again,
): Promise<void> {
  const words = Object.entries(errors).flatMap(([field, label]) =>
    label ? [[field, t(label.key, label.params)]] : [],
  )
  const refused = {
    errors: Object.fromEntries(words) as Record<string, string>,
    typed: {
      ...{ [`${action}Note`]: form.note, dueOn: form.day, doneReply: form.reply },
      noReply: form.noReply ? '1' : '',
    },
  }
  const model = presentTask(file, refused)
  await renderPage(req, res, { view: 'tasks/task', model, status: stale ? 409 : 422 })
}
