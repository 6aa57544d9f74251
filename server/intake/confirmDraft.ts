import type { ClientSession, Types } from 'mongoose'
import { reviveCitations } from '../catalogue/citations/reviveCitations.ts'
import { projectForceStatus } from '../catalogue/effects/projectForceStatus.ts'
import { recordEffects } from '../catalogue/effects/recordEffects.ts'
import { recordOwnEffects } from '../catalogue/effects/recordOwnEffects.ts'
import { settleStarter } from '../catalogue/starter/settleStarter.ts'
import { tieOrdered } from '../catalogue/stubs/moveReviews.ts'
import { relationsFromCitations } from '../catalogue/relations/relationsFromCitations.ts'
import { log } from '../lib/log.ts'
import { Citation } from '../models/Citation.ts'
import type { LegalDocumentRecord } from '../models/LegalDocument.ts'
import type { Outside } from '../outside.ts'
import type { Actor } from '../people/actor.ts'
import { closeFollowUps } from '../review/closeFollowUps.ts'
import { openReviewsFor, type OpenedReviews } from '../review/openReviews.ts'
import { indexDocuments } from '../search/indexDocument.ts'
import type { ChangeAnswer } from './answers.ts'
import { changeDocument, refuse, writeChange, type FormOrigin } from './changeDraft.ts'
import type { Corrections } from './corrections.ts'
import { findSameIdentity } from './findDuplicate.ts'
import { openOrders } from './openOrders.ts'
import { writeCorrections } from './saveCorrections.ts'
import { settleWaiting } from './waitingOrders.ts'

export interface Confirmed {
  /** Citations of registered documents that lead to a document now and did not before. */
  linkedCitations: number
  openedReviews: OpenedReviews
  openedTasks: Types.ObjectId[]
  /** Citations of registered documents that led to the starter catalogue's row of it and lead here now. */
  movedCitations: number
}

/**
 * Second half of the path: the checked draft enters the register, what waited for it comes alive, what it changes is recorded and
 * reviews open, in one transaction; the index follows. Nothing happens when the form holds faults or the draft moved on. A person is
 * asked about orders that still wait, or says to leave them out (`orders`).
 */
export async function confirmDraft(
  origin: FormOrigin & { corrections: Corrections; orders?: 'ask' | 'leave' },
): Promise<ChangeAnswer<Confirmed>> {
  const touched: Types.ObjectId[] = []
  const answer = await changeDocument<Confirmed>(origin, async (draft, session) => {
    const saved = await writeCorrections(draft, origin, session)
    await mayEnter(saved, session)
    const { orders } = origin
    const checked = orders ? await settleWaiting(saved, { ...origin, orders }, session) : saved
    const document = await enter(checked, origin, session)
    const settled = await settleStarter(document, stamp(origin), session)
    const linked = await reviveCitations(document, session)
    const effects = await recordChanges(
      { document, revived: linked.citations, by: origin },
      session,
    )
    const openedReviews = await openReviewsFor({ effects, ...stamp(origin), session })
    const opening = { ...stamp(origin), session }
    await closeFollowUps({ document, ...opening })
    const ordered = await openOrders(document, opening)
    await tieOrdered(linked.citations, opening)
    const targets = effects.map(({ target }) => target)
    touched.splice(0, touched.length, document._id, ...targets, ...settled.adopted)
    await projectForceStatus(touched, origin.outside.today(), session)
    return {
      linkedCitations: linked.linked,
      openedReviews: together(openedReviews, ordered.reviews),
      openedTasks: ordered.tasks,
      movedCitations: settled.moved,
    }
  })
  if (answer.ok) await indexQuietly(touched)
  return answer
}

function together(one: OpenedReviews, other: OpenedReviews): OpenedReviews {
  return {
    count: one.count + other.count,
    ids: [...one.ids, ...other.ids],
    people: [...new Set([...one.people, ...other.people])],
  }
}

function stamp({ actor, outside }: { actor: Actor; outside: Outside }) {
  return { actor, today: outside.today(), now: outside.now() }
}

/** A record nobody can find is none: it needs a title, a number or a type. One of the same identity needs a reason. */
async function mayEnter(document: LegalDocumentRecord, session: ClientSession): Promise<void> {
  if (!document.title && !document.number && !document.type)
    refuse('title', 'intake.errors.nothingToFind')
  if (document.duplicateReason !== '') return
  if (await findSameIdentity(document, { states: ['confirmed'], session }))
    refuse('number', 'intake.errors.sameIdentity')
}

/** The draft becomes a registered document and its citations live ones. */
async function enter(
  document: LegalDocumentRecord,
  { actor, outside }: { actor: Actor; outside: Outside },
  session: ClientSession,
): Promise<LegalDocumentRecord> {
  const change = {
    state: 'confirmed' as const,
    confirmedBy: actor.id,
    confirmedAt: outside.now(),
    registeredOn: outside.today(),
  }
  const { number, title, numberKey } = document
  await writeChange(
    document,
    {
      change,
      action: 'documentConfirm',
      before: { state: 'draft' },
      after: { number, title, numberKey },
      actor,
      outside,
    },
    session,
  )
  const live = { from: document._id, state: { $ne: 'rejected' as const } }
  await Citation.updateMany(live, { $set: { isLive: true } }, { session })
  return { ...document, ...change, revision: document.revision + 1 }
}

/** Relations of the document itself and of those whose citations just came alive, and the events they make. */
export async function recordChanges(
  {
    document,
    revived,
    by,
  }: {
    document: LegalDocumentRecord
    revived: Types.ObjectId[]
    by: { actor: Actor; outside: Outside }
  },
  session: ClientSession,
) {
  const { actor } = by
  const today = by.outside.today()
  await recordOwnEffects({ document, actor, today, session })
  const own = await relationsFromCitations({ from: [document._id] }, actor, session)
  const waited = await relationsFromCitations({ citations: revived }, actor, session)
  return recordEffects({ relations: [...own, ...waited], actor, today, session })
}

/** The register is right already; an index that could not follow is repaired by a job. */
async function indexQuietly(ids: Types.ObjectId[]): Promise<void> {
  try {
    await indexDocuments(ids)
  } catch (error) {
    log.warn({ error }, 'registered, not indexed yet')
  }
}
