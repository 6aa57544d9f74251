import { Citation, type CitationRecord } from '../../models/Citation.ts'
import { LegalDocument, type LegalDocumentRecord } from '../../models/LegalDocument.ts'
import type { Actor } from '../../people/actor.ts'
import { hiddenFrom, visibleTo } from '../../people/visibleTo.ts'
import type { CitedDocument } from '../citations/explainCandidate.ts'
import { findCandidates } from '../citations/findCandidates.ts'
import { knownDocuments, type Known } from '../documents/findDocument.ts'

export interface StubView {
  toKey: string
  /** Citations of registered documents that wait for it. */
  citations: CitationRecord[]
  /** Citations in drafts, told apart. */
  drafts: CitationRecord[]
  /** The documents the citations stand in. */
  known: Known
  /** Registered documents that answer the key, if any by now. */
  registered: LegalDocumentRecord[]
}

const MOST = 500

/** Who cites a document that is not registered under its key; null when nobody does and nothing answers the key. */
export async function findStub(toKey: string, actor: Actor): Promise<StubView | null> {
  const all = await Citation.find({
    toKey,
    state: { $ne: 'rejected' },
    from: { $nin: await hiddenFrom(actor) },
  })
    .sort({ from: -1, start: 1 })
    .limit(MOST)
    .lean<CitationRecord[]>()
  const known = await knownDocuments(
    all.map(({ from }) => from),
    actor,
  )
  const stateOf = ({ from }: CitationRecord) => known.get(String(from))?.state
  const registered = await registeredUnder(toKey, all, actor)
  const citations = all.filter(
    citation => stateOf(citation) === 'confirmed' && citation.state !== 'linked',
  )
  const drafts = all.filter(citation => stateOf(citation) === 'draft')
  if (citations.length + drafts.length + registered.length === 0) return null
  return { toKey, citations, drafts, known, registered }
}

/** What a key itself says: `n:20/2019/QD-UBND`, `t:luat dien luc|2024`. */
function askedByKey(toKey: string): CitedDocument {
  if (toKey.startsWith('n:')) return { number: toKey.slice(2) }
  const [title = '', year = ''] = toKey.slice(2).split('|')
  if (toKey.startsWith('p:')) return { form: 'plan', title, period: year }
  return { title, year: year ? Number(year) : null }
}

async function registeredUnder(
  toKey: string,
  citations: CitationRecord[],
  actor: Actor,
): Promise<LegalDocumentRecord[]> {
  const asked = citations[0] ?? askedByKey(toKey)
  const ids = (await findCandidates(asked)).map(({ _id }) => _id)
  return LegalDocument.find({
    $and: [{ _id: { $in: ids } }, visibleTo(actor)],
  }).lean<LegalDocumentRecord[]>()
}
