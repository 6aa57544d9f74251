import { audit } from '../audit/audit.ts'
import { inTransaction, isDuplicateKey } from '../lib/mongo.ts'
import { Setting } from '../models/Setting.ts'
import type { Outside } from '../outside.ts'
import type { Actor } from '../people/actor.ts'

export interface SettingChange {
  name: string
  /** The year of a calendar; empty for the rules. */
  regime?: string
  value: unknown
  /** What holds before the first save, for the log. */
  before: unknown
  source: string
  isChecked: boolean
  /** 0: nobody has saved it yet. */
  revision: number
  actor: Actor
  outside: Outside
}

/** Saves a rule or a calendar made from `revision`; false when somebody was faster: then nothing changes. */
export async function saveSetting(change: SettingChange): Promise<boolean> {
  const { name, regime = '', value, source, isChecked, revision } = change
  const key = { name, regime, province: '' }
  try {
    return await inTransaction(async session => {
      if (revision === 0) {
        await Setting.create([{ ...key, value, source, isChecked, revision: 1 }], { session })
      } else {
        const set = { $set: { value, source, isChecked }, $inc: { revision: 1 } }
        const { matchedCount } = await Setting.updateOne({ ...key, revision }, set, { session })
        if (matchedCount === 0) return false
      }
      await audit(
        {
          ...{ action: 'settingChange', by: change.actor, at: change.outside.now() },
          targetKind: 'Setting',
          before: { ...key, value: change.before },
          after: { ...key, value, source, isChecked },
        },
        session,
      )
      return true
    })
  } catch (error) {
    // Two first saves at once: the unique key lets one through.
    if (isDuplicateKey(error)) return false
    throw error
  }
}
