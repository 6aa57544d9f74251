import type { ClientSession, Types } from 'mongoose'
import { audit } from '../../audit/audit.ts'
import { groundKey, kindOfReview, type Ground } from '../../legal/reviewGrounds.ts'
import { t } from '../../lib/labels.ts'
import { Citation } from '../../models/Citation.ts'
import { LegalDocument, type LegalDocumentRecord } from '../../models/LegalDocument.ts'
import { Review, type ReviewRecord } from '../../models/Review.ts'
import type { Actor } from '../../people/actor.ts'

/** In whose act reviews move. */
export interface Moving {
  actor: Actor | null
  now: Date
  session: ClientSession
}

/** Reviews that rest on stubs move to the documents their citations lead to now: a row of the starter catalogue, or a registered one. */
export async function tieOrdered(citations: Types.ObjectId[], moving: Moving): Promise<void> {
  if (citations.length === 0) return
  const { session } = moving
  const waiting = await Review.find({ 'stub.citation': { $in: citations } })
    .session(session)
    .lean<ReviewRecord[]>()
  for (const review of waiting) {
    const citation = await Citation.findById(review.stub?.citation).session(session).lean()
    const document =
      citation?.to &&
      (await LegalDocument.findById(citation.to).session(session).lean<LegalDocumentRecord>())
    if (document) await moveReview(review, document, moving)
  }
}

/** Reviews that rest on a row of the starter catalogue move to the document that takes its place. */
export async function moveReviews(
  { from, to }: { from: Types.ObjectId; to: LegalDocumentRecord },
  moving: Moving,
): Promise<void> {
  const resting = await Review.find({ document: from })
    .session(moving.session)
    .lean<ReviewRecord[]>()
  for (const review of resting) await moveReview(review, to, moving)
}

/** The class of the document says what kind of review it is; its unit takes what nobody has. */
async function moveReview(
  review: ReviewRecord,
  document: LegalDocumentRecord,
  { actor, now, session }: Moving,
): Promise<void> {
  const unit = review.unit ?? document.responsibleUnit ?? null
  const kind = kindOfReview(document.docClass)
  const ground = review.ground as Ground
  const groundText = t(groundKey({ ground, kind, openedOn: review.openedOn }))
  const line = { at: now, by: actor?.id, byName: actor?.name ?? '', what: 'tied' }
  await Review.updateOne(
    { _id: review._id },
    {
      $set: { document: document._id, kind, groundText, unit },
      $unset: { stub: 1 },
      $push: { history: { ...line, note: document.number } },
      $inc: { revision: 1 },
    },
    { session },
  )
  const before = { document: review.document, stub: review.stub, unit: review.unit }
  const after = { document: document._id, unit }
  const entry = { action: 'reviewTie' as const, by: actor, at: now, targetKind: 'Review' }
  await audit({ ...entry, target: review._id, before, after }, session)
}
