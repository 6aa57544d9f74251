import type { ClientSession, Types } from 'mongoose'
import { audit } from '../../audit/audit.ts'
import type { IsoDate } from '../../legal/dates.ts'
import { Citation } from '../../models/Citation.ts'
import { LegalDocument, type LegalDocumentRecord } from '../../models/LegalDocument.ts'
import type { Actor } from '../../people/actor.ts'
import { projectForceStatus } from '../effects/projectForceStatus.ts'
import { moveReviews } from '../stubs/moveReviews.ts'
import { giveBackStated } from './giveBackStated.ts'
import { moveEdges, moveEffects, moveMentions } from './moveTraces.ts'
import { isSameDocument, theSame } from './sameDocument.ts'

export interface Settling {
  /** Nobody when a command loads the catalogue. */
  actor: Actor | null
  today: IsoDate
  now: Date
}

/** What registering, correcting or withdrawing a document meant for the catalogue. */
export interface Settled {
  /** The row the document took the place of now, if any. */
  adopted: Types.ObjectId[]
  /** Live citations that led to the row and lead to the document now. */
  moved: number
}

/**
 * The registered document takes the place of the row of the catalogue that speaks of it, in the save that makes it so: what led to the row
 * leads to the document, and the row stays behind it with what it says. A correction that makes the two different documents, or a
 * withdrawal, brings the row back.
 */
export async function settleStarter(
  document: LegalDocumentRecord,
  settling: Settling,
  session: ClientSession,
): Promise<Settled> {
  const nothing = { adopted: [], moved: 0 }
  if (document.origin === 'starter') return nothing
  const behind = await LegalDocument.findOne({ supersededBy: document._id })
    .session(session)
    .lean<LegalDocumentRecord>()
  const stands = document.state === 'confirmed'
  if (behind && stands && isSameDocument(behind, document)) return nothing
  if (behind) await release(behind, { document, settling }, session)
  const row = stands ? await rowFor(document, session) : null
  return row ? adopt(row, { document, settling }, session) : nothing
}

/** The row of the catalogue a registered document would take the place of; null when none, or when several may be meant. */
export async function rowFor(
  document: Pick<LegalDocumentRecord, 'number' | 'numberKey' | 'type' | 'issuerKey' | 'issuedOn'>,
  session?: ClientSession,
): Promise<LegalDocumentRecord | null> {
  if (document.numberKey === '') return null
  const rows = await LegalDocument.find({
    numberKey: document.numberKey,
    origin: 'starter',
    state: 'confirmed',
  })
    .session(session ?? null)
    .lean<LegalDocumentRecord[]>()
  return theSame(document, rows)
}

interface Pair {
  document: LegalDocumentRecord
  settling: Settling
}

async function adopt(
  row: LegalDocumentRecord,
  { document, settling }: Pair,
  session: ClientSession,
): Promise<Settled> {
  const { _id: to } = document
  await LegalDocument.updateOne(
    { _id: row._id },
    {
      $set: { state: 'withdrawn', supersededBy: to, needsIndexing: true },
      $inc: { revision: 1 },
    },
    { session },
  )
  const moved = await Citation.countDocuments({ to: row._id, isLive: true }).session(session)
  const move = { from: row._id, to }
  await moveMentions(move, session)
  await moveReviews({ from: row._id, to: document }, { ...settling, session })
  const targets = [
    ...(await moveEdges(move, session)),
    ...(await moveEffects({ ...move, own: document }, session)),
  ]
  await projectForceStatus([to, ...targets], settling.today, session)
  await note('catalogueAdopt', { row, document, settling }, session)
  return { adopted: [row._id], moved }
}

async function release(
  row: LegalDocumentRecord,
  { document, settling }: Pair,
  session: ClientSession,
): Promise<void> {
  await LegalDocument.updateOne(
    { _id: row._id },
    {
      $set: { state: 'confirmed', needsIndexing: true },
      $unset: { supersededBy: 1 },
      $inc: { revision: 1 },
    },
    { session },
  )
  const move = { from: document._id, to: row._id, onlyStarter: true }
  const targets = [
    ...(await moveEdges(move, session)),
    ...(await moveEffects(move, session)),
    ...(await giveBackStated({ ...move, today: settling.today }, session)),
  ]
  await projectForceStatus([row._id, document._id, ...targets], settling.today, session)
  await note('catalogueRelease', { row, document, settling }, session)
}

async function note(
  action: 'catalogueAdopt' | 'catalogueRelease',
  { row, document, settling }: Pair & { row: LegalDocumentRecord },
  session: ClientSession,
): Promise<void> {
  const { actor: by, now: at } = settling
  const after = { row: row._id, told: row.starter?.told }
  const target = { targetKind: 'LegalDocument', target: document._id }
  await audit({ action, by, at, ...target, after }, session)
}
