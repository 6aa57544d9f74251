import type { ClientSession, Types } from 'mongoose'
import { t } from '../../lib/labels.ts'
import { Citation } from '../../models/Citation.ts'
import { Effect, type EffectRecord } from '../../models/Effect.ts'
import { LearnedName } from '../../models/LearnedName.ts'
import { Relation, type RelationRecord } from '../../models/Relation.ts'
import { Review } from '../../models/Review.ts'
import { STARTER_SOURCE } from './starterSource.ts'
import { isSilent } from './writeEvents.ts'

/** From which document to which; back to a row of the catalogue only what the catalogue states moves. */
export interface Move {
  from: Types.ObjectId
  to: Types.ObjectId
  onlyStarter?: boolean
}

/** Citations, learned names and chains of reviews that lead to the one lead to the other, people's decisions among them. */
export async function moveMentions({ from, to }: Move, session: ClientSession): Promise<void> {
  await Citation.updateMany({ to: from }, { $set: { to } }, { session })
  const both = { candidates: { $all: [from, to] } }
  await Citation.updateMany(both, { $pull: { candidates: from } }, { session })
  await Citation.updateMany({ candidates: from }, { $set: { 'candidates.$': to } }, { session })
  await LearnedName.updateMany({ document: from }, { $set: { document: to } }, { session })
  await Review.updateMany({ triggerDocument: from }, { $set: { triggerDocument: to } }, { session })
  await Review.updateMany(
    { 'chain.document': from },
    { $set: { 'chain.$[link].document': to } },
    { session, arrayFilters: [{ 'link.document': from }] },
  )
}

/**
 * Edges of the one become edges of the other. Where that has the same edge already, its words stay and the catalogue's stand beside them.
 * @returns the documents at the other ends of edges that change a life
 */
export async function moveEdges(
  { from, to, onlyStarter = false }: Move,
  session: ClientSession,
): Promise<Types.ObjectId[]> {
  const edges = await Relation.find({
    $or: [{ from }, { to: from }],
    ...(onlyStarter && { source: STARTER_SOURCE, confirmedBy: null }),
  })
    .session(session)
    .lean<RelationRecord[]>()
  for (const edge of edges) await moveEdge(edge, { from, to }, session)
  return edges.filter(edge => edge.from.equals(from)).map(edge => edge.to)
}

/** The ends of an edge when the one document stands for the other. */
export function endsMoved(
  edge: Pick<RelationRecord, 'from' | 'to'>,
  { from, to }: Move,
): Pick<RelationRecord, 'from' | 'to'> {
  return {
    from: edge.from.equals(from) ? to : edge.from,
    to: edge.to.equals(from) ? to : edge.to,
  }
}

async function moveEdge(
  edge: RelationRecord,
  { from, to }: Move,
  session: ClientSession,
): Promise<void> {
  const ends = endsMoved(edge, { from, to })
  const { _id, kind, starter } = edge
  const there = await Relation.findOne({ ...ends, kind }, '_id')
    .session(session)
    .lean()
  if (there && starter)
    await Relation.updateOne({ _id: there._id }, { $set: { starter } }, { session })
  if (there || ends.from.equals(ends.to)) await Relation.deleteOne({ _id }, { session })
  else await Relation.updateOne({ _id }, { $set: ends }, { session })
}

/**
 * What others did to the one and what the one did to others is moved. The row's own days stay with it; where the registered document
 * (`own`) is silent they stand there as well, and go when the row comes back.
 * @returns the documents whose lives are touched
 */
export async function moveEffects(
  { from, to, own, onlyStarter = false }: Move & { own?: OwnDays },
  session: ClientSession,
): Promise<Types.ObjectId[]> {
  const ofCatalogue = onlyStarter ? { origin: 'starter' as const } : {}
  const effects = await Effect.find({ $or: [{ target: from }, { source: from }], ...ofCatalogue })
    .session(session)
    .lean<EffectRecord[]>()
  for (const effect of effects) {
    if (effect.source) await moveEffect(effect, { from, to, onlyStarter }, session)
    else if (onlyStarter) await Effect.deleteOne({ _id: effect._id }, { session })
    else if (own && effect.origin === 'starter' && isSilent(effect, own))
      await copyEffect(effect, to, session)
  }
  return effects.map(({ target }) => (target.equals(from) ? to : target))
}

interface OwnDays {
  effectiveFrom?: string | null
  effectiveTo?: string | null
}

async function moveEffect(
  effect: EffectRecord,
  { from, to, onlyStarter = false }: Move,
  session: ClientSession,
): Promise<void> {
  const ends = {
    target: effect.target.equals(from) ? to : effect.target,
    source: effect.source?.equals(from) ? to : effect.source,
  }
  // At the row nobody else states it.
  const gaveWay = onlyStarter && effect.withdrawnReason === t('catalogue.givesWay')
  const again = gaveWay ? { withdrawnReason: '' } : {}
  const { kind, on = null } = effect
  const there = await Effect.exists({ ...ends, kind, on }).session(session)
  if (there) await Effect.deleteOne({ _id: effect._id }, { session })
  else await Effect.updateOne({ _id: effect._id }, { $set: { ...ends, ...again } }, { session })
}

async function copyEffect(
  { kind, on, provisions, starter, recordedOn }: EffectRecord,
  target: Types.ObjectId,
  session: ClientSession,
): Promise<void> {
  const said = { provisions, recordedOn, origin: 'starter' as const, ...(on && { on }) }
  await Effect.updateOne(
    { target, kind, source: null },
    { $setOnInsert: { ...said, ...(starter && { starter }) } },
    { upsert: true, session },
  )
}
