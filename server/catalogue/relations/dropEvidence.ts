import type { ClientSession } from 'mongoose'
import type { CitationRecord } from '../../models/Citation.ts'
import { Relation } from '../../models/Relation.ts'

/**
 * A citation no longer leads where it led: it stops being evidence. A relation read by the machine alone goes when nothing
 * supports it any more; one a person confirmed stays.
 */
export async function dropEvidence(
  citation: Pick<CitationRecord, '_id' | 'from' | 'to'>,
  session: ClientSession,
): Promise<void> {
  const { _id, from, to } = citation
  await Relation.updateMany({ from, to, evidence: _id }, { $pull: { evidence: _id } }, { session })
  await Relation.deleteMany(
    { from, to, source: 'text', evidence: { $size: 0 }, confirmedBy: null },
    { session },
  )
}
