import { LegalDocument } from '../models/LegalDocument.ts'
import { engineState } from '../lib/meili.ts'
import { indexDocuments, prepareIndex } from './indexDocument.ts'

/** A document without text is one small row: many go at once. */
const BATCHES = [
  { which: { hasText: false }, most: 500 },
  { which: {}, most: 50 },
] as const

/** Brings what the engine is behind on up to date: late, lost and withdrawn documents. Safe at any time, any number of times. */
export async function repairIndex(): Promise<{ repaired: number; waiting: number }> {
  const counts = { repaired: 0, waiting: 0 }
  if (!engineState().up) return { repaired: 0, waiting: await countBehind() }
  if (await prepareIndex()) await markAllBehind()
  for (const batch of BATCHES) {
    const isUp = await repairSome(batch, counts)
    if (!isUp) break
  }
  return { ...counts, waiting: await countBehind() }
}

/** One kind of documents, batch by batch; false when the engine did not take one. */
async function repairSome(
  { which, most }: (typeof BATCHES)[number],
  counts: { repaired: number },
): Promise<boolean> {
  for (;;) {
    const behind = await LegalDocument.find({
      ...which,
      needsIndexing: true,
      state: { $in: ['confirmed', 'withdrawn'] },
    })
      .limit(most)
      .select('_id')
      .lean()
    if (behind.length === 0) return true
    const done = await indexDocuments(behind.map(({ _id }) => _id))
    counts.repaired += done
    if (done < behind.length) return false
  }
}

/** How many registered documents the engine does not hold in their present state. */
export async function countBehind(): Promise<number> {
  return LegalDocument.countDocuments({
    needsIndexing: true,
    state: { $in: ['confirmed', 'withdrawn'] },
  })
}

/** The engine lost everything: all documents wait again. */
async function markAllBehind(): Promise<void> {
  await LegalDocument.updateMany(
    { state: 'confirmed' },
    { $set: { needsIndexing: true, indexedRevision: -1 } },
    { timestamps: false },
  )
}
