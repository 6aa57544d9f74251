import mongoose from 'mongoose'
import { emptyDatabase } from './database.ts'

/** Keeps what the database holds now; the returned function brings exactly that back, faster than building it again. */
export async function takeSnapshot(): Promise<() => Promise<void>> {
  const { db } = mongoose.connection
  if (!db) throw new Error('no database to keep')
  const collections = await db.listCollections({}, { nameOnly: true }).toArray()
  const kept = await Promise.all(
    collections
      .filter(({ name }) => !name.startsWith('system.'))
      .map(async ({ name }) => ({ name, rows: await db.collection(name).find().toArray() })),
  )
  return async () => {
    await emptyDatabase()
    for (const { name, rows } of kept)
      if (rows.length > 0) await db.collection(name).insertMany(rows)
  }
}
