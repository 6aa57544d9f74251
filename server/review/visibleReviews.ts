import type { Types } from 'mongoose'
import type { ReviewRecord } from '../models/Review.ts'
import type { Actor } from '../people/actor.ts'
import { hiddenFrom } from '../people/visibleTo.ts'
import type { ReviewFilter } from './reviewFilters.ts'

/**
 * Reviews a person may know of: of documents they may see. One that rests on a stub is known from the words of the dispatch
 * alone, so it is as restricted as that dispatch.
 */
export async function visibleReviews(actor: Actor | null): Promise<ReviewFilter> {
  const hidden = await hiddenFrom(actor)
  return {
    document: { $nin: hidden },
    $nor: [{ 'stub.citation': { $exists: true }, triggerDocument: { $in: hidden } }],
  }
}

/** The documents a person must be allowed to see to know of a review: the same rule, for one review. */
export function documentsBehind({
  document,
  stub,
  triggerDocument,
}: Pick<ReviewRecord, 'document' | 'stub' | 'triggerDocument'>): Types.ObjectId[] {
  return stub && triggerDocument ? [document, triggerDocument] : [document]
}
