import type { Meilisearch } from 'meilisearch'
import type { Types } from 'mongoose'
import { log } from '../lib/log.ts'
import { indexName, withEngine } from '../lib/meili.ts'
import { LegalDocument, type LegalDocumentRecord } from '../models/LegalDocument.ts'
import { INDEX_SETTINGS, SECTIONS } from './indexSettings.ts'
import { sectionsOf } from './sectionsOf.ts'

const WAIT = { timeout: 5_000, interval: 250 }

/**
 * Puts one document's present state into the engine. A failure loses nothing: the document stays marked and a job
 * repairs it. Returns whether the engine holds the revision now.
 */
export async function indexDocument(id: Types.ObjectId): Promise<boolean> {
  return (await indexDocuments([id])) === 1
}

/** Several documents in one go; the number the engine holds now. */
export async function indexDocuments(ids: Types.ObjectId[]): Promise<number> {
  const documents = await LegalDocument.find({ _id: { $in: ids } })
    .select('+text')
    .lean()
  try {
    const done = await withEngine(client => replaceSections(client, documents), {
      timeoutMs: 10_000,
    })
    if (!done) return 0
    await markIndexed(documents)
    return documents.length
  } catch (error) {
    log.warn({ err: error, count: ids.length }, 'documents not indexed; the repair job will')
    return 0
  }
}

async function replaceSections(
  client: Meilisearch,
  documents: LegalDocumentRecord[],
): Promise<boolean> {
  const index = client.index(indexName(SECTIONS))
  const ids = documents.map(document => `"${String(document._id)}"`).join(', ')
  await index.deleteDocuments({ filter: `documentId IN [${ids}]` })
  const sections = documents
    .filter(document => document.state === 'confirmed')
    .flatMap(document => sectionsOf(document, document.text))
  const task = await client.tasks.waitForTask(await index.addDocuments(sections), WAIT)
  return task.status === 'succeeded'
}

/** A document changed meanwhile keeps its mark: the revision no longer matches. */
export async function markIndexed(documents: LegalDocumentRecord[]): Promise<void> {
  await LegalDocument.bulkWrite(
    documents.map(({ _id, revision }) => ({
      updateOne: {
        filter: { _id, revision },
        update: { $set: { indexedRevision: revision, needsIndexing: false } },
        timestamps: false,
      },
    })),
  )
}

/** Makes the index with its settings when the engine has none yet. True when it was made now. */
export async function prepareIndex(): Promise<boolean> {
  const made = await withEngine(
    async client => {
      const { results } = await client.getIndexes({ limit: 1000 })
      if (results.some(index => index.uid === indexName(SECTIONS))) return renewSettings(client)
      await createIndex(client, indexName(SECTIONS))
      return true
    },
    { timeoutMs: 10_000 },
  )
  return made ?? false
}

/** Gives an index of an earlier version the settings of this one; true when it did: its documents lack what they name. */
async function renewSettings(client: Meilisearch): Promise<boolean> {
  const index = client.index(indexName(SECTIONS))
  const known = await index.getFilterableAttributes()
  if (known?.some(attribute => attribute === 'origin')) return false
  await client.tasks.waitForTask(await index.updateSettings(INDEX_SETTINGS), WAIT)
  return true
}

/** A new, empty index with our settings, ready when this returns. */
export async function createIndex(client: Meilisearch, uid: string): Promise<void> {
  await client.tasks.waitForTask(await client.createIndex(uid, { primaryKey: 'id' }), WAIT)
  await client.tasks.waitForTask(await client.index(uid).updateSettings(INDEX_SETTINGS), WAIT)
}
