import type { Types } from 'mongoose'
import { LegalDocument, type LegalDocumentRecord } from '../../models/LegalDocument.ts'
import { starterSources } from './starterTables.ts'

/** A text the facts were read from. */
export interface StarterSource {
  what: string
  /** Public collection it was read in. */
  path: string
}

/** What the starter catalogue says of a document, and on what ground. */
export interface StarterWhy {
  /** The row: the document itself, or the one that stands behind a registered document. */
  row: LegalDocumentRecord
  sources: StarterSource[]
  /** The registered document in the place of the row. */
  successor: Types.ObjectId | null
}

/** Null for a document the catalogue does not know. */
export async function whyStarter(document: LegalDocumentRecord): Promise<StarterWhy | null> {
  const row =
    document.origin === 'starter'
      ? document
      : await LegalDocument.findOne({ supersededBy: document._id }).lean<LegalDocumentRecord>()
  if (!row?.starter) return null
  return {
    row,
    sources: sourcesNamed(row.starter.sources),
    successor: row.supersededBy ?? null,
  }
}

/** The texts behind some ids of the table of sources. */
export function sourcesNamed(ids: readonly string[]): StarterSource[] {
  const known = ids.length > 0 ? starterSources() : new Map<string, never>()
  return ids.flatMap(id => {
    const source = known.get(id)
    return source ? [{ what: source.what, path: source.collection_path }] : []
  })
}
