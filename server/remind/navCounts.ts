import { LegalDocument } from '../models/LegalDocument.ts'
import { Notice } from '../models/Notice.ts'
import { Review } from '../models/Review.ts'
import { holds, type Actor } from '../people/actor.ts'
import { hiddenFrom, visibleTo } from '../people/visibleTo.ts'

export interface NavCounts {
  drafts: number
  reviews: number
  inbox: number
}

/** The small numbers of the top bar: drafts to check, reviews waiting for this person, unread reminders. */
export async function navCounts(actor: Actor): Promise<NavCounts> {
  const hidden = await hiddenFrom(actor)
  const mine: Record<string, unknown>[] = [{ reviewer: actor.id }]
  if (actor.unit) mine.push({ reviewer: null, unit: actor.unit })
  if (holds(actor, 'legalLead')) mine.push({ unit: null }, { state: 'submitted' })
  const [drafts, reviews, inbox] = await Promise.all([
    LegalDocument.countDocuments({ $and: [{ state: 'draft' }, visibleTo(actor)] }),
    Review.countDocuments({ isOpen: true, document: { $nin: hidden }, $or: mine }),
    Notice.countDocuments({ person: actor.id, seenAt: null }),
  ])
  return { drafts, reviews, inbox }
}
