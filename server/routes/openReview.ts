import { NotFound } from '../lib/errors.ts'
import { t } from '../lib/labels.ts'
import { actorOf } from '../middleware/requireUser.ts'
import { setToast } from '../middleware/sessions.ts'
import { openByHand } from '../review/openByHand.ts'
import type { Services } from '../services.ts'
import { textField } from './formFields.ts'
import { objectIdParam } from './objectIdParam.ts'
import { REVIEWING, type Route } from './route.ts'

/** Opening a review by hand, from the page of a document. */
export function openReviewRoutes(services: Services): Route[] {
  return [openPost(services)]
}

const openPost = ({ outside }: Services): Route => ({
  method: 'post',
  path: '/documents/:id/reviews',
  access: REVIEWING,
  audit: ['reviewOpen'],
  async handle(req, res) {
    const document = objectIdParam(req)
    const typed = { reason: textField(req, 'reason'), typedDue: textField(req, 'dueOn') }
    const answer = await openByHand({ document, ...typed, actor: actorOf(req), outside })
    if (answer.ok) {
      setToast(req, { text: t('reviews.done.opened') })
      return res.redirect(303, `/reviews/${answer.id.toHexString()}`)
    }
    if (answer.missing) throw new NotFound()
    const [error] = Object.values(answer.errors)
    if (error) setToast(req, { text: t(error.key, error.params) })
    const page = `/documents/${document.toHexString()}?tab=reviews`
    res.redirect(303, answer.open ? `/reviews/${answer.open.toHexString()}` : page)
  },
})
