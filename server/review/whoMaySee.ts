import type { ClientSession, Types } from 'mongoose'
import { LegalDocument } from '../models/LegalDocument.ts'
import { User, type UserRecord } from '../models/User.ts'
import { actorFrom } from '../people/sessionActor.ts'
import { visibleTo } from '../people/visibleTo.ts'

/** Those of these people who may open every one of the documents; nobody is told of work they cannot open. */
export async function whoMaySee(
  { people, documents }: { people: Types.ObjectId[]; documents: Types.ObjectId[] },
  session?: ClientSession,
): Promise<Types.ObjectId[]> {
  const restricted = { _id: { $in: documents }, secrecy: 'restricted' as const }
  const within = session ?? null
  const secrets = await LegalDocument.countDocuments(restricted).session(within)
  if (secrets === 0 || people.length === 0) return people
  const users = await User.find({ _id: { $in: people } })
    .session(within)
    .lean<UserRecord[]>()
  const able: Types.ObjectId[] = []
  for (const user of users) {
    const open = { $and: [restricted, visibleTo(actorFrom(user))] }
    if ((await LegalDocument.countDocuments(open).session(within)) === secrets) able.push(user._id)
  }
  return able
}
