import { Types } from 'mongoose'
import { actorOf } from '../middleware/requireUser.ts'
import { presentInbox } from '../presenters/inbox.ts'
import { loadInbox } from '../remind/loadInbox.ts'
import { markSeen } from '../remind/markSeen.ts'
import type { Services } from '../services.ts'
import { textField } from './formFields.ts'
import { renderPage } from './renderPage.ts'
import type { Route } from './route.ts'

/** A person's reminders. */
export function inboxRoutes(services: Services): Route[] {
  return [inboxPage(services), seenPost(services)]
}

const inboxPage = ({ outside }: Services): Route => ({
  method: 'get',
  path: '/inbox',
  access: 'signedIn',
  answers: 'page',
  async handle(req, res) {
    const inbox = await loadInbox(actorOf(req), outside.today())
    await renderPage(req, res, { view: 'inbox/inbox', model: presentInbox(inbox) })
  },
})

const seenPost = ({ outside }: Services): Route => ({
  method: 'post',
  path: '/inbox/seen',
  access: 'signedIn',
  audit: ['noticeSeen'],
  async handle(req, res) {
    const id = textField(req, 'review')
    const review = /^[\da-f]{24}$/iu.test(id) ? new Types.ObjectId(id) : null
    await markSeen({ review, actor: actorOf(req), now: outside.now() })
    res.redirect(303, '/inbox')
  },
})
