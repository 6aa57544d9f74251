import type { Meilisearch } from 'meilisearch'
import { indexName, withEngine } from '../lib/meili.ts'
import { LegalDocument, type LegalDocumentRecord } from '../models/LegalDocument.ts'
import { createIndex, indexDocuments, markIndexed, prepareIndex } from './indexDocument.ts'
import { SECTIONS } from './indexSettings.ts'
import { sectionsOf } from './sectionsOf.ts'

const BATCH = 100
const WAIT = { timeout: 600_000, interval: 250 }

/**
 * Builds the whole index anew beside the living one and swaps them: searching goes on meanwhile. Documents changed
 * while it ran are indexed again after the swap. Null when the engine is off.
 */
export async function rebuildIndex(now: Date): Promise<{ documents: number } | null> {
  await prepareIndex()
  const documents = await withEngine(buildAndSwap, { timeoutMs: 60_000 })
  if (documents === null) return null
  const changed = await LegalDocument.find({ updatedAt: { $gte: now } })
    .select('_id')
    .lean()
  for (let at = 0; at < changed.length; at += BATCH) {
    await indexDocuments(changed.slice(at, at + BATCH).map(({ _id }) => _id))
  }
  return { documents }
}

async function buildAndSwap(client: Meilisearch): Promise<number> {
  const aside = indexName(`${SECTIONS}_aside`)
  await client.tasks.waitForTask(await client.deleteIndex(aside), WAIT)
  await createIndex(client, aside)
  let documents = 0
  let batch: LegalDocumentRecord[] = []
  const flush = async (): Promise<void> => {
    const sections = batch.flatMap(document => sectionsOf(document, document.text))
    await client.tasks.waitForTask(await client.index(aside).addDocuments(sections), WAIT)
    await markIndexed(batch)
    documents += batch.length
    batch = []
  }
  for await (const document of LegalDocument.find({ state: 'confirmed' })
    .select('+text')
    .lean()
    .cursor()) {
    batch.push(document)
    if (batch.length >= BATCH) await flush()
  }
  if (batch.length > 0) await flush()
  const swap = await client.swapIndexes([{ indexes: [indexName(SECTIONS), aside], rename: false }])
  await client.tasks.waitForTask(swap, WAIT)
  await client.deleteIndex(aside)
  return documents
}
