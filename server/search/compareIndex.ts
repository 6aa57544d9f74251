import { indexName, withEngine } from '../lib/meili.ts'
import { LegalDocument } from '../models/LegalDocument.ts'
import { SECTIONS } from './indexSettings.ts'
import type { Section } from './sectionsOf.ts'

export interface IndexComparison {
  registered: number
  indexed: number
  /** Registered documents the engine lacks or holds in an older state. */
  missing: string[]
  /** Documents the engine holds although the register does not (any more). */
  extra: string[]
}

/** Compares the engine with the register, document by document and revision by revision. Null when the engine is off. */
export async function compareIndex(): Promise<IndexComparison | null> {
  const indexed = await indexedRevisions()
  if (!indexed) return null
  const registered = new Map<string, number>()
  for await (const { _id, revision } of LegalDocument.find({ state: 'confirmed' })
    .select('revision')
    .lean()
    .cursor()) {
    registered.set(String(_id), revision)
  }
  return {
    registered: registered.size,
    indexed: indexed.size,
    missing: [...registered]
      .filter(([id, revision]) => indexed.get(id) !== revision)
      .map(([id]) => id),
    extra: [...indexed.keys()].filter(id => !registered.has(id)),
  }
}

async function indexedRevisions(): Promise<Map<string, number> | null> {
  return withEngine(
    async client => {
      const found = new Map<string, number>()
      const limit = 1000
      for (let offset = 0; ; offset += limit) {
        const { results } = await client
          .index<Section>(indexName(SECTIONS))
          .getDocuments({ limit, offset, fields: ['documentId', 'revision'] })
        for (const row of results as Section[]) found.set(row.documentId, row.revision)
        if (results.length < limit) return found
      }
    },
    { timeoutMs: 30_000 },
  )
}
