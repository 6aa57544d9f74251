import { setImmediate as breathe } from 'node:timers/promises'
import { Types, type ClientSession } from 'mongoose'
import { inTransaction } from '../../lib/mongo.ts'
import { Citation } from '../../models/Citation.ts'
import { LegalDocument, type LegalDocumentRecord } from '../../models/LegalDocument.ts'
import { keysAnsweredBy } from '../citations/citationKeys.ts'
import { OPEN_TO_MACHINE, reviveCitations } from '../citations/reviveCitations.ts'
import { projectForceStatus } from '../effects/projectForceStatus.ts'
import { recordEffects } from '../effects/recordEffects.ts'
import { relationsFromCitations } from '../relations/relationsFromCitations.ts'
import { tieOrdered } from '../stubs/moveReviews.ts'
import { markProgress } from './claimLoad.ts'
import type { StarterRow } from './documentRows.ts'
import type { Settling } from './settleStarter.ts'
import type { Writing } from './writeInBatches.ts'

const BATCH = 20

/**
 * Citations of the register and of drafts that waited for a row of the catalogue are resolved again, with the edges and events they carry.
 * No review opens: nothing new happened, the register only knows more; one that rests on a stub moves to the row.
 * @returns citations of registered documents that have a link now and had none
 */
export async function reviveWaiting(
  rows: StarterRow[],
  { claim, onProgress, ...settling }: Writing & Settling,
): Promise<number> {
  const keys = new Set(await Citation.distinct('toKey', OPEN_TO_MACHINE))
  const cited = rows.filter(row => keysAnsweredBy(row).some(key => keys.has(key)))
  let linked = 0
  for (let at = 0; at < cited.length; at += BATCH) {
    const ids = cited.slice(at, at + BATCH).map(({ _id }) => _id)
    linked += await inTransaction(async session => {
      await markProgress(claim, {}, session)
      return reviveSome(ids, settling, session)
    })
    await onProgress?.()
    await breathe()
  }
  return linked
}

/** What waited for some documents leads to them now, with the edges and events it carries. */
export async function reviveSome(
  ids: Types.ObjectId[],
  { today, actor, now }: Settling,
  session: ClientSession,
): Promise<number> {
  const documents = await LegalDocument.find({ _id: { $in: ids }, state: 'confirmed' })
    .session(session)
    .lean<LegalDocumentRecord[]>()
  let linked = 0
  const citations: Types.ObjectId[] = []
  for (const document of documents) {
    const revived = await reviveCitations(document, session)
    linked += revived.linked
    citations.push(...revived.citations)
  }
  const relations = await relationsFromCitations({ citations }, null, session)
  const effects = await recordEffects({ relations, actor: null, today, session })
  await tieOrdered(citations, { actor, now, session })
  await projectForceStatus(
    effects.map(({ target }) => target),
    today,
    session,
  )
  return linked
}
