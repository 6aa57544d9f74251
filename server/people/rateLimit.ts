import mongoose from 'mongoose'
import { RateLimiterMongo, RateLimiterRes } from 'rate-limiter-flexible'

const WINDOW_S = 15 * 60
/** Wrong passwords for one name from one address. */
const TRIES_PER_NAME = 10
/** And for all names from one address: an office behind one address must not lock itself out on a Monday. */
const TRIES_PER_ADDRESS = 50

interface Limits {
  database: string
  byName: RateLimiterMongo
  byAddress: RateLimiterMongo
}

let limits: Limits | null = null

/** Made at first use: the connection must be open, and tests move between databases. */
function current(): Limits {
  const database = mongoose.connection.name
  if (limits?.database === database) return limits
  const limiter = (keyPrefix: string, points: number) =>
    new RateLimiterMongo({
      storeClient: mongoose.connection.getClient(),
      dbName: database,
      tableName: 'signintries',
      keyPrefix,
      points,
      duration: WINDOW_S,
    })
  limits = {
    database,
    byName: limiter('name', TRIES_PER_NAME),
    byAddress: limiter('address', TRIES_PER_ADDRESS),
  }
  return limits
}

export interface Try {
  username: string
  ip: string
}

const nameKey = ({ username, ip }: Try) => `${ip} ${username}`

/**
 * Counts one try before the password is looked at, so that many at once are counted too.
 * @returns 0, or the minutes to wait when there were too many
 */
export async function countTry(attempt: Try): Promise<number> {
  const { byName, byAddress } = current()
  const results = await Promise.allSettled([
    byName.consume(nameKey(attempt)),
    byAddress.consume(attempt.ip),
  ])
  const waits = results.map(result => {
    if (result.status === 'fulfilled') return 0
    if (result.reason instanceof RateLimiterRes) return result.reason.msBeforeNext
    throw result.reason
  })
  return Math.ceil(Math.max(...waits) / 60_000)
}

/** The password was right: the tries of this name are forgotten, and this one is not held against the address. */
export async function forgiveTries(attempt: Try): Promise<void> {
  const { byName, byAddress } = current()
  await Promise.all([byName.delete(nameKey(attempt)), byAddress.reward(attempt.ip, 1)])
}
