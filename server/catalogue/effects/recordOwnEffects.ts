import type { Types } from 'mongoose'
import { addDays, type IsoDate } from '../../legal/dates.ts'
import type { EffectKind } from '../../legal/glossary.ts'
import { Effect } from '../../models/Effect.ts'
import type { Recording } from './recordEffects.ts'

/**
 * The events a document's own dates make: issued, took effect, and expired on the day after the last day of its stated term. A corrected
 * date moves its event; a date taken away takes its event away (the correction stands in the audit log).
 */
export async function recordOwnEffects({
  document,
  actor,
  today,
  session,
}: {
  document: {
    _id: Types.ObjectId
    issuedOn?: IsoDate | null
    effectiveFrom?: IsoDate | null
    effectiveTo?: IsoDate | null
  }
} & Recording): Promise<void> {
  const { issuedOn, effectiveFrom, effectiveTo } = document
  const days: [EffectKind, IsoDate | null | undefined][] = [
    ['issued', issuedOn],
    ['tookEffect', effectiveFrom],
    ['expired', effectiveTo ? addDays(effectiveTo, 1) : null],
  ]
  for (const [kind, on] of days) {
    const own = { target: document._id, kind, source: null }
    // What the starter catalogue states stands until a person states a day.
    if (!on) await Effect.deleteMany({ ...own, origin: { $ne: 'starter' } }, { session })
    else {
      await Effect.updateOne(
        own,
        {
          $set: { on, origin: 'register' },
          $setOnInsert: { recordedOn: today, recordedBy: actor?.id },
        },
        { upsert: true, session },
      )
    }
  }
}
