import type { Types } from 'mongoose'
import { LegalDocument } from '../models/LegalDocument.ts'
import { Notice } from '../models/Notice.ts'
import { Review } from '../models/Review.ts'
import { Task } from '../models/Task.ts'
import type { Actor } from '../people/actor.ts'
import { hiddenFrom, visibleTo } from '../people/visibleTo.ts'
import { waitingFor } from '../review/reviewFilters.ts'
import { tasksWaitingFor, visibleTasks } from '../review/tasks/taskRows.ts'
import { visibleReviews } from '../review/visibleReviews.ts'

export interface NavCounts {
  drafts: number
  reviews: number
  tasks: number
  inbox: number
}

/** The small numbers of the top bar: drafts to check, reviews and tasks waiting for this person, unread reminders. */
export async function navCounts(actor: Actor): Promise<NavCounts> {
  const visible = await visibleReviews(actor)
  const unheard = await hiddenObligations(actor)
  const [drafts, reviews, tasks, inbox] = await Promise.all([
    LegalDocument.countDocuments({ $and: [{ state: 'draft' }, visibleTo(actor)] }),
    Review.countDocuments({ $and: [visible, waitingFor(actor)] }),
    Task.countDocuments({ $and: [await visibleTasks(actor), tasksWaitingFor(actor)] }),
    Notice.countDocuments({ person: actor.id, seenAt: null, obligation: { $nin: unheard } }),
  ])
  return { drafts, reviews, tasks, inbox }
}

/** What the inbox leaves out is not counted either: reminders of a document that was restricted after they were written. */
async function hiddenObligations(actor: Actor): Promise<Types.ObjectId[]> {
  const hidden = await hiddenFrom(actor)
  if (hidden.length === 0) return []
  const [reviews, tasks] = await Promise.all([
    Review.find({ $nor: [await visibleReviews(actor)] }, { _id: 1 }).lean(),
    Task.find({ document: { $in: hidden } }, { _id: 1 }).lean(),
  ])
  return [...reviews, ...tasks].map(({ _id }) => _id)
}
