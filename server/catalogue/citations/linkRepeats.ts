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
  const rows = await Citation.find({ from: { $in: from }, state: { $ne: 'rejected' } })
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

/** Label key under `documents.citationReasons`. */
export const REPEAT = 'repeat'

function keyOf({ from, toKey }: CitationRecord): string {
  return `${String(from)} ${toKey}`
}

function isShort(row: CitationRecord): boolean {
  return row.state !== 'linked' && row.decision === '' && !row.issuedOn && row.issuer === ''
}

/** By document and key: where all full mentions lead, if to one document. One that leads nowhere may mean another. */
function linkedTo(rows: CitationRecord[]): Map<string, Types.ObjectId | null> {
  const meant = new Map<string, Types.ObjectId | null>()
  for (const row of rows.filter(one => one.state === 'linked' || !isShort(one))) {
    const to = row.state === 'linked' ? (row.to ?? null) : null
    const before = meant.get(keyOf(row))
    const agrees = before === undefined || (to !== null && before?.equals(to))
    meant.set(keyOf(row), agrees ? to : null)
  }
  return meant
}
