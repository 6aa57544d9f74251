import type { Request, Response } from 'express'
import type { AuditAction } from '../audit/actions.ts'
import { clockOf } from '../legal/dates.ts'
import { NotFound } from '../lib/errors.ts'
import { t } from '../lib/labels.ts'
import { actorOf } from '../middleware/requireUser.ts'
import { setToast } from '../middleware/sessions.ts'
import { presentReview } from '../presenters/review.ts'
import { documentName } from '../presenters/reviewRow.ts'
import type { ReviewAnswer, ReviewRequest } from '../review/changeReview.ts'
import { keepUnchanged, saveConclusion, submitReview } from '../review/concludeReview.ts'
import { approveReview, closeReview, returnReview } from '../review/decideReview.ts'
import { findReview } from '../review/findReview.ts'
import { setDue } from '../review/setDue.ts'
import { acceptReview, assignReview } from '../review/takeReview.ts'
import type { Services } from '../services.ts'
import { revisionField, textField } from './formFields.ts'
import { objectIdParam } from './objectIdParam.ts'
import { renderPage } from './renderPage.ts'
import { conclusionIn, reviewerIn, typedIn } from './reviewForm.ts'
import { LEADING, REVIEWING, type Access, type Route } from './route.ts'

type Act = (request: ReviewRequest, req: Request) => Promise<ReviewAnswer>

interface Command {
  access: Access
  audit: AuditAction
  /** Label key under `reviews.done`. */
  done: string
  act: Act
}

/** What may be posted to a review, by the last part of its path. A unit's head may be any member of the staff. */
const COMMANDS: Record<string, Command> = {
  accept: { access: REVIEWING, audit: 'reviewAccept', done: 'accepted', act: acceptReview },
  assign: {
    ...{ access: 'signedIn', audit: 'reviewAssign', done: 'assigned' },
    act: (request, req) => assignReview(request, { reviewer: reviewerIn(req) }),
  },
  save: {
    ...{ access: 'signedIn', audit: 'reviewSave', done: 'saved' },
    act: (request, req) => saveConclusion(request, conclusionIn(req)),
  },
  submit: {
    ...{ access: 'signedIn', audit: 'reviewSubmit', done: 'submitted' },
    act: (request, req) => submitReview(request, conclusionIn(req)),
  },
  keep: {
    ...{ access: 'signedIn', audit: 'reviewSubmit', done: 'submitted' },
    act: request => keepUnchanged(request, t('reviews.page.keepReason')),
  },
  approve: { access: LEADING, audit: 'reviewApprove', done: 'approved', act: approveReview },
  return: {
    ...{ access: LEADING, audit: 'reviewReturn', done: 'returned' },
    act: (request, req) => returnReview(request, textField(req, 'returnReason')),
  },
  due: {
    ...{ access: 'signedIn', audit: 'reviewDue', done: 'dueSet' },
    act: (request, req) =>
      setDue(request, { typedDay: textField(req, 'dueOn'), reason: textField(req, 'dueReason') }),
  },
  close: {
    ...{ access: LEADING, audit: 'reviewClose', done: 'closed' },
    act: (request, req) => closeReview(request, textField(req, 'closeReason')),
  },
}

/** One review: its page, and a form for each thing that may be done to it. */
export function reviewRoutes(services: Services): Route[] {
  const forms = Object.entries(COMMANDS).map(([name, command]): Route => ({
    method: 'post',
    path: `/reviews/:id/${name}`,
    access: command.access,
    audit: [command.audit],
    handle: (req, res) => perform(command, { req, res, services }),
  }))
  return [reviewPage(services), ...forms]
}

const reviewPage = ({ outside }: Services): Route => ({
  method: 'get',
  path: '/reviews/:id',
  access: 'signedIn',
  answers: 'page',
  async handle(req, res) {
    const at = { actor: actorOf(req), today: outside.today() }
    const file = await findReview(objectIdParam(req), at)
    if (!file) throw new NotFound()
    await renderPage(req, res, { view: 'reviews/review', model: presentReview(file) })
  },
})

interface Exchange {
  req: Request
  res: Response
  services: Services
}

async function perform({ act, done }: Command, { req, res, services }: Exchange): Promise<void> {
  const { outside } = services
  const [id, actor] = [objectIdParam(req), actorOf(req)]
  const answer = await act({ id, revision: revisionField(req), actor, outside }, req)
  const file = await findReview(id, { actor, today: outside.today() })
  if (!file || (!answer.ok && answer.missing)) throw new NotFound()
  if (!answer.ok) return showAgain(answer, { file, req, res })
  const time = clockOf(outside.now())
  setToast(req, {
    text: t(`reviews.done.${done}`, { name: documentName(file.row.document), time }),
  })
  res.redirect(303, `/reviews/${id.toHexString()}`)
}

type Refusal = Extract<ReviewAnswer, { ok: false }>
type File = NonNullable<Awaited<ReturnType<typeof findReview>>>

/** The page again with what was typed. After a stale form it carries the new revision: sending again is a decision. */
async function showAgain(
  { errors, stale }: Refusal,
  { file, req, res }: { file: File; req: Request; res: Response },
): Promise<void> {
  const words = Object.entries(errors).flatMap(([field, label]) =>
    label ? [[field, t(label.key, label.params)]] : [],
  )
  const last = file.row.review.history.at(-1)
  const form = stale && last && { form: t('reviews.error.staleAt', { time: clockOf(last.at) }) }
  const shown = { ...(Object.fromEntries(words) as Record<string, string>), ...form }
  const model = presentReview(file, { errors: shown, typed: typedIn(req) })
  await renderPage(req, res, { view: 'reviews/review', model, status: stale ? 409 : 422 })
}
