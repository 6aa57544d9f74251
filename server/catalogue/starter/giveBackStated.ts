import type { ClientSession, Types } from 'mongoose'
import type { IsoDate } from '../../legal/dates.ts'
import { Effect } from '../../models/Effect.ts'
import { LegalDocument } from '../../models/LegalDocument.ts'
import { Relation, type RelationRecord } from '../../models/Relation.ts'
import { EFFECT_OF } from '../effects/recordEffects.ts'
import { endsMoved, type Move } from './moveTraces.ts'
import { firstDay, wordsOf } from './relationRows.ts'
import { STARTER_SOURCE } from './starterSource.ts'

interface Stated {
  edge: RelationRecord & { starter: NonNullable<RelationRecord['starter']> }
  ends: Pick<RelationRecord, 'from' | 'to'>
  today: IsoDate
}

/**
 * What a text or a person states as well as the catalogue stays with the document, and is given back to its row in the catalogue's own
 * words: edges, and the events they make.
 * @returns the documents whose lives are touched
 */
export async function giveBackStated(
  { from, to, today }: Move & { today: IsoDate },
  session: ClientSession,
): Promise<Types.ObjectId[]> {
  const edges = await Relation.find({
    $or: [{ from }, { to: from }],
    'starter.print': { $exists: true },
    $nor: [{ source: STARTER_SOURCE, confirmedBy: null }],
  })
    .session(session)
    .lean<Stated['edge'][]>()
  for (const edge of edges) {
    const stated = { edge, ends: endsMoved(edge, { from, to }), today }
    await giveBackEdge(stated, session)
    await giveBackEvent(stated, session)
  }
  return edges.map(edge => endsMoved(edge, { from, to }).to)
}

async function giveBackEdge(
  { edge: { _id, kind, starter }, ends }: Stated,
  session: ClientSession,
): Promise<void> {
  const { effectiveOn } = starter
  const words = { ...wordsOf(starter), ...(effectiveOn && { effectiveOn }) }
  await Relation.updateOne({ _id }, { $unset: { starter: 1 } }, { session })
  await Relation.updateOne(
    { ...ends, kind },
    { $set: { starter }, $setOnInsert: { ...words, source: STARTER_SOURCE } },
    { upsert: true, session },
  )
}

async function giveBackEvent(
  { edge: { kind, starter }, ends: { from: source, to: target }, today }: Stated,
  session: ClientSession,
): Promise<void> {
  const { scope, provisions } = wordsOf(starter)
  const change = EFFECT_OF[kind]?.[scope]
  if (!change) return
  const { support, sources, print, effectiveOn: on } = starter
  const actor = await LegalDocument.findById(source, 'issuedOn issuedPartial')
    .session(session)
    .lean()
  const notBefore = on ? {} : { notBefore: firstDay(actor ?? {}) }
  const said = { provisions, recordedOn: today, origin: 'starter' as const, ...(on && { on }) }
  await Effect.updateOne(
    { target, kind: change, source },
    { $setOnInsert: { ...said, starter: { support, sources, print, ...notBefore } } },
    { upsert: true, session },
  )
}
