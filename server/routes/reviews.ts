import { codes, REVIEW_KINDS, REVIEW_STATES } from '../legal/glossary.ts'
import { actorOf } from '../middleware/requireUser.ts'
import { presentReviewList } from '../presenters/reviewList.ts'
import { listReviews, type ListWanted } from '../review/listReviews.ts'
import type { Services } from '../services.ts'
import { choicesIn, pageIn } from './queryFields.ts'
import { renderPage } from './renderPage.ts'
import { reviewRoutes as onOneReview } from './review.ts'
import type { Route } from './route.ts'

/** The list of reviews, and what is done to one of them. */
export function reviewRoutes(services: Services): Route[] {
  return [listPage(services), ...onOneReview(services)]
}

const listPage = ({ outside }: Services): Route => ({
  method: 'get',
  path: '/reviews',
  access: 'signedIn',
  answers: 'page',
  async handle(req, res) {
    const wanted: ListWanted = {
      actor: actorOf(req),
      today: outside.today(),
      scope: choicesIn(req, { name: 'scope', of: ['mine', 'unit', 'all'] })[0] ?? 'mine',
      states: choicesIn(req, { name: 'state', of: codes(REVIEW_STATES) }),
      kinds: choicesIn(req, { name: 'kind', of: codes(REVIEW_KINDS) }),
      overdue: req.query.overdue === '1',
      page: pageIn(req),
    }
    const list = await listReviews(wanted)
    const model = presentReviewList(list, wanted)
    await renderPage(req, res, { view: 'reviews/list', model })
  },
})
