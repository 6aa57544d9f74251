import { setTimeout as wait } from 'node:timers/promises'
import mongoose from 'mongoose'

export interface MongoState {
  up: boolean
  version?: string
}

const PATIENCE_MS = 1_500

/** Asks the database for its version, not longer than a monitor waits. Never throws. */
export async function mongoState(): Promise<MongoState> {
  const limit = new AbortController()
  try {
    const { db } = mongoose.connection
    if (!db || mongoose.connection.readyState !== mongoose.ConnectionStates.connected) {
      return { up: false }
    }
    const info = await Promise.race([
      db.admin().command({ buildInfo: 1 }),
      wait(PATIENCE_MS, null, { signal: limit.signal }),
    ])
    return info ? { up: true, version: String(info.version) } : { up: false }
  } catch {
    return { up: false }
  } finally {
    limit.abort()
  }
}
