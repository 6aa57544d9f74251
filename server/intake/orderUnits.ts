import type { Types } from 'mongoose'
import type { LegalDocumentRecord } from '../models/LegalDocument.ts'
import type { UnitRecord } from '../models/Unit.ts'
import { User } from '../models/User.ts'
import { whoMaySee } from '../review/whoMaySee.ts'

/** Units none of whose people may see a document: an order put to one of them is told to the legal leads alone. */
export async function blindUnits(
  { _id, secrecy }: Pick<LegalDocumentRecord, '_id' | 'secrecy'>,
  units: Pick<UnitRecord, '_id'>[],
): Promise<Set<string>> {
  if (secrecy === '') return new Set()
  const unit = { $in: units.map(one => one._id) }
  const users = await User.find({ unit, isActive: true }, { unit: 1 }).lean()
  const people = users.map(user => user._id)
  const able = await whoMaySee({ people, documents: [_id] })
  const isAble = (id: Types.ObjectId) => able.some(one => one.equals(id))
  const seeing = new Set(users.filter(user => isAble(user._id)).map(user => String(user.unit)))
  return new Set(units.map(one => String(one._id)).filter(id => !seeing.has(id)))
}
