import type { ClientSession, Types } from 'mongoose'
import { Citation, type CitationRecord } from '../../models/Citation.ts'
import { LegalDocument, type LegalDocumentRecord } from '../../models/LegalDocument.ts'
import { aliasKeys } from '../learned/aliasKeys.ts'
import { bodyMeant, type LearnedBodies } from '../learned/learnedBodies.ts'
import { holdsPlanName, isPlanType, keysAnsweredBy } from './citationKeys.ts'
import { citingContexts, type CitingContext } from './citingContext.ts'
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
  const named = isPlanType(document.type)
    ? await planKeysNamedBy(document, session)
    : await aliasKeys(document, session)
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

/**
 * Citations are looked up once more. Their bodies stand as they were understood, unless `bodies` is given: then what people taught since
 * counts for them too.
 */
export async function resolveAgain(
  citations: CitationRecord[],
  session: ClientSession,
  bodies?: LearnedBodies,
): Promise<Revived> {
  const revived: Revived = { linked: 0, doubtful: 0, citations: [] }
  const contexts = await contextsOf(citations, session, bodies !== undefined)
  for (const citation of citations) {
    const from = contexts.get(String(citation.from)) ?? { id: citation.from }
    const asked = bodies
      ? { issuerKey: '', issuer: bodyMeant(citation.issuer, from.province, bodies) }
      : {}
    const resolution = await resolveCitation({ ...citation, ...asked, from }, session)
    if (await writeAnew(citation, resolution, session)) count(revived, citation, resolution)
  }
  const repeats = await linkRepeats([...new Set(citations.map(({ from }) => from))], session)
  for (const repeat of repeats) count(revived, { ...repeat, state: 'several' }, repeat)
  return revived
}

/** What was found for a citation, where it is anything new: whether its link is another now. */
async function writeAnew(
  citation: CitationRecord,
  resolution: Resolution,
  session: ClientSession,
): Promise<boolean> {
  const isSettled = isSame(citation, resolution) || isRepeat(citation, resolution)
  const { issuerKey, to } = resolution
  if (isSettled && citation.issuerKey === issuerKey) return false
  const change = isSettled ? { issuerKey } : resolution
  await Citation.updateOne({ _id: citation._id }, { $set: change }, { session })
  if (isSettled) return false
  if (citation.to && !citation.to.equals(to)) await dropEvidence(citation, session)
  return true
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

/**
 * What matters of the documents the citations stand in: their day, and how their text was read; where a body is to be told by where the text
 * stands (`isWhole`, or a plan named without its body), their province too.
 */
async function contextsOf(
  citations: CitationRecord[],
  session: ClientSession,
  isWhole: boolean,
): Promise<Map<string, CitingContext>> {
  const placed = citations.filter(one => isWhole || (one.form === 'plan' && one.issuerKey === ''))
  const whole = await citingContexts(idsOf(placed), session)
  const rest = idsOf(citations).filter(id => !whole.has(String(id)))
  const documents = await LegalDocument.find({ _id: { $in: rest } }, 'issuedOn textOrigin')
    .session(session)
    .lean()
  const contexts = documents.map(({ _id: id, issuedOn = null, textOrigin }) => {
    const context: CitingContext = { id, issuedOn, isOcr: textOrigin === 'ocr' }
    return [String(id), context] as const
  })
  return new Map([...whole, ...contexts])
}

function idsOf(citations: CitationRecord[]): Types.ObjectId[] {
  return [...new Map(citations.map(({ from }) => [String(from), from])).values()]
}

function isSame(citation: CitationRecord, { state, to, candidates }: Resolution): boolean {
  return (
    citation.state === state &&
    String(citation.to ?? '') === String(to ?? '') &&
    citation.candidates.map(String).sort().join() === candidates.map(String).sort().join()
  )
}
