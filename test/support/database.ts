import mongoose from 'mongoose'
import { connectMeili, disconnectMeili, indexName, withEngine } from '../../server/lib/meili.ts'
import { connectMongo } from '../../server/lib/mongo.ts'

/**
 * For a describe block that needs MongoDB: connects once per worker to a database of the worker's own, builds the
 * indexes of the models imported so far, and empties every collection before each test.
 */
export function useDatabase(): void {
  before(async () => {
    await connectTestDatabase()
    await buildIndexesOnce()
  })
  beforeEach(emptyDatabase)
}

/** The address of the run's MongoDB, for tests that start a program of their own. */
export function testMongoUri(): string {
  const uri = process.env.SOAT_TEST_MONGO_URI
  if (!uri) throw new Error('No test MongoDB: run with `npm test` or `npx mocha`')
  return uri
}

export function testDatabaseName(): string {
  return `soat_test_${process.pid}`
}

export async function connectTestDatabase(): Promise<void> {
  if (mongoose.connection.readyState === mongoose.ConnectionStates.connected) return
  await connectMongo(testMongoUri(), testDatabaseName())
}

const built = new Set<string>()

/** A name not yet seen is built; the same model is not asked twice. */
async function buildIndexesOnce(): Promise<void> {
  const missing = Object.values(mongoose.models).filter(({ modelName }) => !built.has(modelName))
  await Promise.all(missing.map(model => model.init()))
  for (const { modelName } of missing) built.add(modelName)
}

/** Empties all collections; the indexes stay. */
export async function emptyDatabase(): Promise<void> {
  const { db } = mongoose.connection
  if (!db) return
  const collections = await db.listCollections({}, { nameOnly: true }).toArray()
  await Promise.all(
    collections
      .filter(({ name }) => !name.startsWith('system.'))
      .map(({ name }) => db.collection(name).deleteMany({})),
  )
}

let prefixes = 0

/**
 * For a describe block that needs the search engine: every test gets indexes of its own, named by a fresh prefix.
 * Without it the engine is off and search uses MongoDB. Skipped where Meilisearch could not be obtained.
 */
export function useSearch(): void {
  beforeEach(async function () {
    const url = process.env.SOAT_TEST_MEILI_URL
    if (!url) return this.skip()
    const key = process.env.SOAT_TEST_MEILI_KEY ?? ''
    prefixes += 1
    const indexPrefix = `t${process.pid}_${prefixes}_`
    const { up, lastError } = await connectMeili({ url, key }, { indexPrefix })
    if (!up) throw new Error(`The test Meilisearch does not answer: ${lastError}`)
  })
  afterEach(async () => {
    await deleteIndexes()
    disconnectMeili()
  })
}

async function deleteIndexes(): Promise<void> {
  const own = indexName('')
  await withEngine(async client => {
    const { results } = await client.getIndexes({ limit: 1000 })
    const uids = results.map(({ uid }) => uid).filter(uid => uid.startsWith(own))
    await Promise.all(uids.map(uid => client.deleteIndex(uid)))
  })
}
