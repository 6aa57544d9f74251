import type { ClientSession, Types } from 'mongoose'
import { Citation, type CitationRecord } from '../../models/Citation.ts'

/**
 * A short mention ("Quyết định số 20/2019/QĐ-UBND", no day, no body) means the document its number was linked to elsewhere
 * in the same text, when all full mentions there lead to one document and it is among the candidates. Only machine findings are touched.
 * One whose full mention leads there no more is open again.
 * @returns the citations linked now
 */
export async function linkRepeats(
  from: Types.ObjectId[],
  session: ClientSession,
): Promise<CitationRecord[]> {
  const rows = await Citation.find({ from: { $in: from }, state: { $in: ['several', 'linked'] } })
    .session(session)
    .lean<CitationRecord[]>()
  const meant = linkedTo(rows.filter(row => row.reason !== REPEAT))
  const linked: CitationRecord[] = []
  for (const row of rows.filter(one => one.reason === REPEAT && one.decision === '')) {
    if (meant.get(keyOf(row))) continue
    const change = { state: 'several', to: null, reason: 'several' }
    await Citation.updateOne({ _id: row._id }, { $set: change }, { session })
  }
  for (const row of rows.filter(isShort)) {
    const to = meant.get(keyOf(row))
    if (!to || !row.candidates.some(candidate => candidate.equals(to))) continue
    const change = { state: 'linked' as const, to, candidates: [to], reason: REPEAT }
    await Citation.updateOne({ _id: row._id }, { $set: change }, { session })
    linked.push({ ...row, ...change })
  }
  return linked
}

/** Label key under `citations.reasons`. */
export const REPEAT = 'repeat'

function keyOf({ from, toKey }: CitationRecord): string {
  return `${String(from)} ${toKey}`
}

function isShort(row: CitationRecord): boolean {
  return row.state === 'several' && row.decision === '' && !row.issuedOn && row.issuer === ''
}

/** By document and key: where all linked mentions lead, if to one document. */
function linkedTo(rows: CitationRecord[]): Map<string, Types.ObjectId | null> {
  const meant = new Map<string, Types.ObjectId | null>()
  for (const row of rows) {
    if (row.state !== 'linked' || !row.to) continue
    const before = meant.get(keyOf(row))
    const agrees = before === undefined || before?.equals(row.to)
    meant.set(keyOf(row), agrees ? row.to : null)
  }
  return meant
}
