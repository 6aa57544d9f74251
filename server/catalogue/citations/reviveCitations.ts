import type { ClientSession, Types } from 'mongoose'
import { Citation, type CitationRecord } from '../../models/Citation.ts'
import { LegalDocument, type LegalDocumentRecord } from '../../models/LegalDocument.ts'
import { holdsPlanName, isPlanType, keysAnsweredBy } from './citationKeys.ts'
import { linkRepeats, REPEAT } from './linkRepeats.ts'
import { dropEvidence } from '../relations/dropEvidence.ts'
import { resolveCitation, type Resolution } from './resolveCitation.ts'

export interface Revived {
  /** Live citations that now lead to a document and did not before. */
  linked: number
  /** Machine links that turned to "several candidates". */
  doubtful: number
  /** Citations whose link changed: what relations are made from. */
  citations: Types.ObjectId[]
}

/** What a person decided stays. A citation a person added or corrected and nobody linked yet waits like the others. */
export const OPEN_TO_MACHINE = {
  state: { $ne: 'rejected' as const },
  $or: [
    { decision: '' as const },
    { decision: { $in: ['added', 'corrected'] as const }, state: { $ne: 'linked' as const } },
  ],
}

/** In the save that registers a document: every citation that waited for its number or name is resolved again. */
export async function reviveCitations(
  document: Pick<
    LegalDocumentRecord,
    '_id' | 'number' | 'type' | 'title' | 'issuedOn' | 'issuedPartial'
  >,
  session: ClientSession,
): Promise<Revived> {
  const keys = keysAnsweredBy(document)
  const named = isPlanType(document.type) ? await planKeysNamedBy(document, session) : []
  const waiting = await Citation.find({
    $and: [{ toKey: { $in: [...keys, ...named] } }, OPEN_TO_MACHINE],
  })
    .session(session)
    .lean()
  return resolveAgain(waiting, session)
}

/** Keys of plans cited by name whose name the title holds. */
async function planKeysNamedBy(
  { type, title }: Pick<LegalDocumentRecord, 'type' | 'title'>,
  session: ClientSession,
): Promise<string[]> {
  const keys = await Citation.distinct('toKey', { toKey: /^p:/u }).session(session)
  return keys.filter(key => holdsPlanName({ type, title }, key.slice(2).split('|')[0] ?? ''))
}

/** After a correction or withdrawal: everything that points at the document, or waits for what it now answers, is resolved again. */
export async function reresolvePointing(
  document: Pick<
    LegalDocumentRecord,
    '_id' | 'number' | 'type' | 'title' | 'issuedOn' | 'issuedPartial'
  >,
  session: ClientSession,
): Promise<Revived> {
  const pointing = await Citation.find({
    $and: [
      {
        $or: [
          { to: document._id },
          { candidates: document._id },
          { toKey: { $in: keysAnsweredBy(document) } },
        ],
      },
      OPEN_TO_MACHINE,
    ],
  })
    .session(session)
    .lean()
  return resolveAgain(pointing, session)
}

async function resolveAgain(citations: CitationRecord[], session: ClientSession): Promise<Revived> {
  const revived: Revived = { linked: 0, doubtful: 0, citations: [] }
  const origins = await originsOf(citations, session)
  for (const citation of citations) {
    const { issuedOn = null, textOrigin } = origins.get(String(citation.from)) ?? {}
    const from = { id: citation.from, issuedOn, isOcr: textOrigin === 'ocr' }
    const resolution = await resolveCitation({ ...citation, from }, session)
    if (isSame(citation, resolution) || isRepeat(citation, resolution)) continue
    await Citation.updateOne({ _id: citation._id }, { $set: resolution }, { session })
    if (citation.to) await dropEvidence(citation, session)
    count(revived, citation, resolution)
  }
  const repeats = await linkRepeats([...new Set(citations.map(({ from }) => from))], session)
  for (const repeat of repeats) count(revived, { ...repeat, state: 'several' }, repeat)
  return revived
}

/** A short mention linked through a full one in its text: `linkRepeats` looks after it. */
function isRepeat(citation: CitationRecord, { state, candidates }: Resolution): boolean {
  const { to, reason } = citation
  return reason === REPEAT && state === 'several' && candidates.some(one => to?.equals(one))
}

function count(
  revived: Revived,
  citation: CitationRecord,
  { state }: Pick<CitationRecord, 'state'>,
): void {
  if (state === 'linked') revived.citations.push(citation._id)
  if (state === 'linked' && citation.isLive) revived.linked += 1
  if (state === 'several' && citation.state === 'linked') revived.doubtful += 1
}

/** What matters of the documents the citations stand in: their day, and how their text was read. */
async function originsOf(
  citations: CitationRecord[],
  session: ClientSession,
): Promise<Map<string, Partial<Pick<LegalDocumentRecord, 'issuedOn' | 'textOrigin'>>>> {
  const ids = [...new Set(citations.map(({ from }) => String(from)))]
  const documents = await LegalDocument.find({ _id: { $in: ids } }, 'issuedOn textOrigin')
    .session(session)
    .lean()
  return new Map(documents.map(document => [String(document._id), document]))
}

function isSame(citation: CitationRecord, { state, to, candidates }: Resolution): boolean {
  return (
    citation.state === state &&
    String(citation.to ?? '') === String(to ?? '') &&
    citation.candidates.map(String).sort().join() === candidates.map(String).sort().join()
  )
}
