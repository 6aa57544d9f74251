import { undoOpenings } from '../intake/undoOpenings.ts'
import { t } from '../lib/labels.ts'
import { actorOf } from '../middleware/requireUser.ts'
import { setToast } from '../middleware/sessions.ts'
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
      audit: ['reviewUndo'],
      async handle(req, res) {
        const reviews = listField(req, 'reviews')
        const { closed, kept } = await undoOpenings({ reviews, actor: actorOf(req), outside })
        const key = kept.length > 0 ? 'undoneKept' : 'undone'
        setToast(req, { text: t(`intake.toast.${key}`, { n: closed.length, kept: kept.length }) })
        res.redirect(303, localPath(textField(req, 'returnTo')))
      },
    },
  ]
}
