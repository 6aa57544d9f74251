import { Types } from 'mongoose'
import { inTransaction } from '../lib/mongo.ts'
import { Review } from '../models/Review.ts'
import type { Outside } from '../outside.ts'
import type { Actor } from '../people/actor.ts'
import { undoTasks } from '../review/tasks/undoTasks.ts'
import { undoOpening, type Undone } from '../review/undoOpening.ts'

/** "Hoàn tác" after registering: takes back the reviews and tasks this person's act opened, as far as nobody has worked on them. */
export async function undoOpenings({
  reviews,
  tasks,
  actor,
  outside,
}: {
  reviews: string[]
  tasks: string[]
  actor: Actor
  outside: Outside
}): Promise<{ reviews: Undone; tasks: Undone }> {
  const now = outside.now()
  return inTransaction(async session => {
    const own = await Review.find({ _id: { $in: idsOf(reviews) }, openedBy: actor.id }, { _id: 1 })
      .session(session)
      .lean()
    const wanted = { reviews: own.map(({ _id }) => _id), actor, now, session }
    return {
      reviews: await undoOpening(wanted),
      tasks: await undoTasks(idsOf(tasks), { actor, now, session }),
    }
  })
}

function idsOf(sent: string[]): Types.ObjectId[] {
  return sent.filter(id => Types.ObjectId.isValid(id)).map(id => new Types.ObjectId(id))
}
