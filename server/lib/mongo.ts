import { setTimeout as wait } from 'node:timers/promises'
import mongoose, { type ClientSession, type Model } from 'mongoose'

/** A transaction that keeps losing against others is given up after this many tries or this long. */
const MAX_ATTEMPTS = 40
const MAX_RETRY_MS = 20_000

/**
 * Connects mongoose to a register.
 * @throws MongoServerSelectionError after five seconds without an answer
 */
export async function connectMongo(uri: string, database?: string): Promise<typeof mongoose> {
  return mongoose.connect(uri, {
    ...(database === undefined ? {} : { dbName: database }),
    serverSelectionTimeoutMS: 5_000,
    maxPoolSize: 20,
  })
}

export async function disconnectMongo(): Promise<void> {
  await mongoose.disconnect()
}

/** Waits until every index the models name stands. Transactions started during a build would fail. */
export async function buildIndexes(): Promise<void> {
  await Promise.all(Object.values(mongoose.models).map(buildIndexesOf))
}

async function buildIndexesOf(model: Model<unknown>): Promise<void> {
  await model.init()
  await dropRetired(model)
}

const INDEX_NOT_FOUND = 27

/** A unique index of an earlier version, whose fields no model names any more, would refuse what is right now. */
async function dropRetired(model: Model<unknown>): Promise<void> {
  const named = new Set(model.schema.indexes().map(([fields]) => JSON.stringify(fields)))
  const indexes = (await model.listIndexes()) as { name: string; key: object; unique?: boolean }[]
  const retired = indexes.filter(({ key, unique }) => unique && !named.has(JSON.stringify(key)))
  for (const { name } of retired) {
    try {
      await model.collection.dropIndex(name)
    } catch (error) {
      // Another process that starts was faster.
      if (codeOf(error) !== INDEX_NOT_FOUND) throw error
    }
  }
}

/**
 * Runs `work` in one transaction and commits it; whatever it throws undoes everything and is thrown on.
 * A conflict with another writer is tried again, so `work` must load what it changes inside and have no
 * effect outside the database. Not to be nested.
 */
export async function inTransaction<T>(work: (session: ClientSession) => Promise<T>): Promise<T> {
  const session = await mongoose.startSession()
  const giveUpAt = Date.now() + MAX_RETRY_MS
  try {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await attemptOnce(session, work)
      } catch (error) {
        if (!isTransient(error) || attempt >= MAX_ATTEMPTS || Date.now() > giveUpAt) throw error
        // Spread out, or two writers keep meeting.
        await wait(Math.random() * Math.min(500, 5 * 2 ** attempt))
      }
    }
  } finally {
    await session.endSession()
  }
}

async function attemptOnce<T>(
  session: ClientSession,
  work: (session: ClientSession) => Promise<T>,
): Promise<T> {
  session.startTransaction({ readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority' } })
  try {
    const result = await work(session)
    await commit(session)
    return result
  } catch (error) {
    if (session.inTransaction()) await session.abortTransaction().catch(() => undefined)
    throw error
  }
}

/** A commit whose answer was lost is asked for again: the server commits once. */
async function commit(session: ClientSession, triesLeft = 3): Promise<void> {
  try {
    await session.commitTransaction()
  } catch (error) {
    if (triesLeft === 0 || !hasLabel(error, 'UnknownTransactionCommitResult')) throw error
    await commit(session, triesLeft - 1)
  }
}

const WRITE_CONFLICT = 112

function isTransient(error: unknown): boolean {
  return hasLabel(error, 'TransientTransactionError') || codeOf(error) === WRITE_CONFLICT
}

function hasLabel(error: unknown, label: string): boolean {
  return error instanceof mongoose.mongo.MongoError && error.hasErrorLabel(label)
}

function codeOf(error: unknown): unknown {
  return error instanceof mongoose.mongo.MongoError ? error.code : undefined
}

/** Did the write fail on a unique index? */
export function isDuplicateKey(error: unknown): boolean {
  return codeOf(error) === 11000
}
