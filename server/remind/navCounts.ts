import { LegalDocument } from '../models/LegalDocument.ts'
import { Notice } from '../models/Notice.ts'
import { Review } from '../models/Review.ts'
import type { Actor } from '../people/actor.ts'
import { hiddenFrom, visibleTo } from '../people/visibleTo.ts'
import { waitingFor } from '../review/reviewFilters.ts'

export interface NavCounts {
  drafts: number
  reviews: number
  inbox: number
}

/** The small numbers of the top bar: drafts to check, reviews waiting for this person, unread reminders. */
export async function navCounts(actor: Actor): Promise<NavCounts> {
  const hidden = await hiddenFrom(actor)
  const [drafts, reviews, inbox] = await Promise.all([
    LegalDocument.countDocuments({ $and: [{ state: 'draft' }, visibleTo(actor)] }),
    Review.countDocuments({ $and: [{ document: { $nin: hidden } }, waitingFor(actor)] }),
    Notice.countDocuments({ person: actor.id, seenAt: null }),
  ])
  return { drafts, reviews, inbox }
}
