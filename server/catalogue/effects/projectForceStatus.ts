import type { ClientSession, Types } from 'mongoose'
import type { IsoDate } from '../../legal/dates.ts'
import { forceFacts, forceStatus } from '../../legal/forceStatus.ts'
import { Effect, type EffectRecord } from '../../models/Effect.ts'
import { LegalDocument } from '../../models/LegalDocument.ts'

const FIELDS =
  'issuedOn effectiveFrom effectiveTo forceStatus forceStatusOn origin starter.doubtFrom'

/**
 * Writes today's force status on documents, for lists and filters: a copy of what the function says, refreshed by every new effect and
 * each night. The revision stays: nobody's open form grows stale by the turn of a day.
 * @returns how many changed their status
 */
export async function projectForceStatus(
  ids: Types.ObjectId[],
  today: IsoDate,
  session?: ClientSession,
): Promise<number> {
  const distinct = [...new Map(ids.map(id => [String(id), id])).values()]
  const [documents, effects] = [
    await LegalDocument.find({ _id: { $in: distinct } }, FIELDS)
      .session(session ?? null)
      .lean(),
    await effectsByTarget(distinct, session),
  ]
  const writes = []
  let changed = 0
  for (const { _id, forceStatus: before, forceStatusOn, ...facts } of documents) {
    const { status } = forceStatus(effects.get(String(_id)) ?? [], forceFacts(facts, today))
    if (status === before && forceStatusOn === today) continue
    const set = { forceStatus: status, forceStatusOn: today }
    const stale = status === before ? {} : { needsIndexing: true }
    const update = { $set: { ...set, ...stale } }
    writes.push({ updateOne: { filter: { _id }, update, timestamps: false } })
    if (status !== before) changed += 1
  }
  if (writes.length > 0) await LegalDocument.bulkWrite(writes, session ? { session } : {})
  return changed
}

/** All effects of some documents, by target. */
export async function effectsByTarget(
  ids: Types.ObjectId[],
  session?: ClientSession,
): Promise<Map<string, EffectRecord[]>> {
  const effects = await Effect.find({ target: { $in: ids } })
    .sort({ on: 1, _id: 1 })
    .session(session ?? null)
    .lean<EffectRecord[]>()
  const byTarget = new Map<string, EffectRecord[]>()
  for (const effect of effects) {
    const key = String(effect.target)
    byTarget.set(key, [...(byTarget.get(key) ?? []), effect])
  }
  return byTarget
}
