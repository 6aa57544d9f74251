import type { ClientSession, Types } from 'mongoose'
import { audit } from '../../server/audit/audit.ts'
import { inTransaction } from '../../server/lib/mongo.ts'
import { HomeBody } from '../../server/models/HomeBody.ts'
import { Unit } from '../../server/models/Unit.ts'
import { User } from '../../server/models/User.ts'
import type { Actor } from '../../server/people/actor.ts'
import { hashPassword } from '../../server/people/passwords.ts'
import { DEMO_HOME, DEMO_PASSWORD, DEMO_PEOPLE, DEMO_UNITS } from './people.ts'

/** People and units of the demo, by user name and by key. */
export interface DemoPeople {
  actors: Map<string, Actor>
  units: Map<string, Types.ObjectId>
}

/** Creates the home body, its units and its people, all or nothing. */
export async function layPeople(now: Date): Promise<DemoPeople> {
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  return inTransaction(async session => {
    const units = await layUnits(session)
    const actors = await layUsers({ units, passwordHash }, session)
    const director = DEMO_PEOPLE.find(person => person.isDirector)?.username ?? ''
    const home = { ...DEMO_HOME, kind: 'demo' as const, director: actors.get(director)?.id }
    await HomeBody.create([home], { session })
    const by = actors.get('quantri') ?? null
    await audit({ action: 'demoLoad', by, at: now, targetKind: 'HomeBody' }, session)
    return { actors, units }
  })
}

async function layUnits(session: ClientSession): Promise<DemoPeople['units']> {
  const units: DemoPeople['units'] = new Map()
  for (const { key, ...unit } of DEMO_UNITS) {
    const [saved] = await Unit.create([unit], { session })
    if (saved) units.set(key, saved._id)
  }
  return units
}

async function layUsers(
  { units, passwordHash }: { units: DemoPeople['units']; passwordHash: string },
  session: ClientSession,
): Promise<DemoPeople['actors']> {
  const actors: DemoPeople['actors'] = new Map()
  for (const { username, name, roles, unit: unitKey, isHead } of DEMO_PEOPLE) {
    const unit = units.get(unitKey) ?? null
    const [user] = await User.create([{ username, name, roles, unit, passwordHash }], { session })
    if (!user) continue
    actors.set(username, { id: user._id, username, name, roles, unit })
    if (isHead) await Unit.updateOne({ _id: unit }, { head: user._id }, { session })
  }
  return actors
}
