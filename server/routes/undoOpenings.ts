import { undoOpenings } from '../intake/undoOpenings.ts'
import { t } from '../lib/labels.ts'
import { actorOf } from '../middleware/requireUser.ts'
import { setToast } from '../middleware/sessions.ts'
import type { Undone } from '../review/undoOpening.ts'
import type { Services } from '../services.ts'
import { listField, textField } from './formFields.ts'
import { localPath } from './localPath.ts'
import { INTAKE, type Route } from './route.ts'

/** The button of the toast after registering. */
export function undoOpeningRoutes({ outside }: Services): Route[] {
  return [
    {
      method: 'post',
      path: '/intake/undo-opening',
      access: INTAKE,
      audit: ['reviewUndo', 'taskClose'],
      async handle(req, res) {
        const sent = { reviews: listField(req, 'reviews'), tasks: listField(req, 'tasks') }
        const undone = await undoOpenings({ ...sent, actor: actorOf(req), outside })
        setToast(req, { text: undoneWords(undone) })
        res.redirect(303, localPath(textField(req, 'returnTo')))
      },
    },
  ]
}

/** "Đã hoàn tác 9 rà soát. Đã hoàn tác 1 việc." with what is kept because somebody has worked on it. */
function undoneWords({ reviews, tasks }: Awaited<ReturnType<typeof undoOpenings>>): string {
  const words = ({ closed, kept }: Undone, of: 'undone' | 'undoneTasks') => {
    if (closed.length + kept.length === 0) return ''
    const key = kept.length > 0 ? `${of}Kept` : of
    return t(`intake.toast.${key}`, { n: closed.length, kept: kept.length })
  }
  return [words(reviews, 'undone'), words(tasks, 'undoneTasks')].filter(Boolean).join(' ')
}
