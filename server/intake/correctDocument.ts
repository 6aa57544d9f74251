import { Types, type ClientSession } from 'mongoose'
import { reresolvePointing } from '../catalogue/citations/reviveCitations.ts'
import { recordEffects } from '../catalogue/effects/recordEffects.ts'
import { projectForceStatus } from '../catalogue/effects/projectForceStatus.ts'
import { tieOrdered } from '../catalogue/stubs/moveReviews.ts'
import { Citation } from '../models/Citation.ts'
import { Effect } from '../models/Effect.ts'
import type { LegalDocumentRecord } from '../models/LegalDocument.ts'
import { Relation, type RelationRecord } from '../models/Relation.ts'
import { openReviewsFor } from '../review/openReviews.ts'
import { indexDocument } from '../search/indexDocument.ts'
import { log } from '../lib/log.ts'
import { STARTER_SOURCE } from '../catalogue/starter/starterSource.ts'
import { relationsFromCitations } from '../catalogue/relations/relationsFromCitations.ts'
import type { Actor } from '../people/actor.ts'
import { settleStarter } from '../catalogue/starter/settleStarter.ts'
import type { ChangeAnswer } from './answers.ts'
import { applyCorrections } from './applyCorrections.ts'
import { changeDocument, refuse, writeChange, type FormOrigin } from './changeDraft.ts'
import { recordChanges } from './confirmDraft.ts'
import type { Corrections } from './corrections.ts'
import { resolveAgain } from './resolveCitations.ts'

export interface Corrected {
  /** Fields that changed; none: nothing was written. */
  changed: string[]
  linkedCitations: number
}

/**
 * A person corrects a registered document, with a reason: a "chờ số" record gets its number, a wrong day its right one. What pointed at it
 * is resolved again, its events move with its dates, and what follows from new links opens, all in one transaction.
 */
export async function correctDocument(
  origin: FormOrigin & { corrections: Corrections; reason: string },
): Promise<ChangeAnswer<Corrected>> {
  const answer = await changeDocument<Corrected>(
    origin,
    async (document, session) => {
      const { change, changed } = applyCorrections(document, origin.corrections)
      if (changed.length === 0) return { changed, linkedCitations: 0 }
      if (origin.reason === '') refuse('reason', 'documents.errors.reason')
      if (document.origin === 'starter' && (change.own ?? change.responsibleUnit))
        refuse('own', 'catalogue.errors.registerFirst')
      const { reason, actor, outside } = origin
      const [before, after] = [pick(document, changed), pick(change, changed)]
      await writeChange(
        document,
        { change, action: 'documentChange', before, after, reason, actor, outside },
        session,
      )
      const corrected = { ...document, ...change } as LegalDocumentRecord
      return { changed, linkedCitations: await follow(document, corrected, origin, session) }
    },
    ['confirmed'],
  )
  if (answer.ok) await indexQuietly(origin.id)
  return answer
}

/** What rests on the corrected fields: links in and out, edges, events, reviews, today's status. */
async function follow(
  before: LegalDocumentRecord,
  document: LegalDocumentRecord,
  by: FormOrigin,
  session: ClientSession,
): Promise<number> {
  const { actor, outside } = by
  const [today, now] = [outside.today(), outside.now()]
  if (before.issuerKey !== document.issuerKey) await resolveAgain(document, session)
  await settleStarter(document, { actor, today, now }, session)
  const revived = await reresolvePointing(document, session)
  // What only the starter catalogue states is not this person's word.
  const stated = await Relation.find({
    from: document._id,
    $or: [{ source: { $ne: STARTER_SOURCE } }, { confirmedBy: { $ne: null } }],
  })
    .session(session)
    .lean<RelationRecord[]>()
  const effects = [
    ...(await recordChanges({ document, revived: revived.citations, by }, session)),
    ...(await recordEffects({ relations: stated, actor, today, session })),
  ]
  await openReviewsFor({ effects, actor, today, now, session })
  await tieOrdered(revived.citations, { actor, now, session })
  const targets = effects.map(({ target }) => target)
  await projectForceStatus([document._id, ...targets], today, session)
  return revived.linked
}

/** "Rút khỏi sổ": the record stays with its reason; what pointed at it waits again, and what it did to others no longer counts. */
export async function withdrawDocument(
  origin: FormOrigin & { reason: string },
): Promise<ChangeAnswer> {
  const answer = await changeDocument(
    origin,
    async (document, session) => {
      const { reason, actor, outside } = origin
      if (reason === '') refuse('withdrawReason', 'documents.errors.reason')
      const change = { state: 'withdrawn' as const, withdrawnReason: reason }
      await writeChange(
        document,
        {
          change,
          action: 'documentWithdraw',
          before: { state: document.state },
          reason,
          actor,
          outside,
        },
        session,
      )
      const stamp = { actor, today: outside.today(), now: outside.now() }
      await settleStarter({ ...document, ...change }, stamp, session)
      const revived = await reresolvePointing(document, session)
      await remake(revived.citations, stamp, session)
      await takeBack(document._id, reason, session)
      const targets = await targetsOf(document._id, session)
      await projectForceStatus([document._id, ...targets], outside.today(), session)
      return {}
    },
    ['confirmed'],
  )
  if (answer.ok) await indexQuietly(origin.id)
  return answer
}

/** What led to the document and leads elsewhere now (to its row of the starter catalogue) carries its edges and events there. */
async function remake(
  citations: Types.ObjectId[],
  { actor, today }: { actor: Actor; today: string },
  session: ClientSession,
): Promise<void> {
  const relations = await relationsFromCitations({ citations }, actor, session)
  await recordEffects({ relations, actor, today, session })
}

async function takeBack(id: Types.ObjectId, reason: string, session: ClientSession): Promise<void> {
  await Citation.updateMany({ from: id }, { $set: { isLive: false } }, { session })
  await Effect.updateMany({ source: id }, { $set: { withdrawnReason: reason } }, { session })
}

async function targetsOf(id: Types.ObjectId, session: ClientSession): Promise<Types.ObjectId[]> {
  const relations = await Relation.find({ from: id }, { to: 1 })
    .session(session)
    .lean<Pick<RelationRecord, 'to'>[]>()
  return relations.map(({ to }) => to)
}

function pick(record: object, names: string[]): Record<string, unknown> {
  const values = record as Record<string, unknown>
  return Object.fromEntries(names.map(name => [name, values[name]]))
}

/** The register is right already; an index that could not follow is repaired by a job. */
async function indexQuietly(id: string): Promise<void> {
  try {
    await indexDocument(new Types.ObjectId(id))
  } catch (error) {
    log.warn({ error }, 'changed, not indexed yet')
  }
}
