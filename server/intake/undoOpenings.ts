import { Types } from 'mongoose'
import { inTransaction } from '../lib/mongo.ts'
import { Review } from '../models/Review.ts'
import type { Outside } from '../outside.ts'
import type { Actor } from '../people/actor.ts'
import { undoOpening, type Undone } from '../review/undoOpening.ts'

/** "Hoàn tác" after registering: takes back the reviews this person's act opened, as far as nobody has worked on them. */
export async function undoOpenings({
  reviews,
  actor,
  outside,
}: {
  reviews: string[]
  actor: Actor
  outside: Outside
}): Promise<Undone> {
  const ids = reviews.filter(id => Types.ObjectId.isValid(id)).map(id => new Types.ObjectId(id))
  return inTransaction(async session => {
    const own = await Review.find({ _id: { $in: ids }, openedBy: actor.id }, { _id: 1 })
      .session(session)
      .lean()
    const wanted = { reviews: own.map(({ _id }) => _id), actor, now: outside.now(), session }
    return undoOpening(wanted)
  })
}
