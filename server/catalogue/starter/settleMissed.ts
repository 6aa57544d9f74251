import type { ClientSession, Types } from 'mongoose'
import { inTransaction } from '../../lib/mongo.ts'
import { Effect } from '../../models/Effect.ts'
import { LegalDocument, type LegalDocumentRecord } from '../../models/LegalDocument.ts'
import { Relation } from '../../models/Relation.ts'
import { projectForceStatus } from '../effects/projectForceStatus.ts'
import { markProgress, type Claim } from './claimLoad.ts'
import { moveEdges, moveEffects } from './moveTraces.ts'
import { registeredFor } from './registeredFor.ts'
import { reviveSome } from './reviveWaiting.ts'
import { theSame } from './sameDocument.ts'
import { settleStarter, type Settling } from './settleStarter.ts'

export interface SettlingLoad extends Settling {
  claim: Claim
}

/**
 * The end of a load: what people registered or withdrew while it wrote is brought in order. A load reads the register once and writes for
 * seconds; a document confirmed meanwhile finds no row yet and then one beside it, or its row is given words after it gave way.
 * @param before the registered documents in the place of rows, as the load believed
 * @returns how many rows stand behind a registered document now
 */
export async function settleMissed(
  before: ReadonlyMap<string, Types.ObjectId>,
  settling: SettlingLoad,
): Promise<number> {
  const behind = await rowsBehind()
  for (const [row, document] of before) {
    if (!behind.get(row)?.supersededBy.equals(document))
      await moveAgain({ row, document, isBack: true }, settling)
  }
  const written = await rowsWithTraces([...behind.values()])
  for (const [row, { supersededBy: document }] of behind) {
    if (written.has(row) || !before.get(row)?.equals(document))
      await moveAgain({ row, document, isBack: false }, settling)
  }
  return behind.size + (await adoptTwins(settling))
}

type Behind = Pick<LegalDocumentRecord, '_id'> & { supersededBy: Types.ObjectId }

async function rowsBehind(): Promise<Map<string, Behind>> {
  const rows = await LegalDocument.find(
    { origin: 'starter', supersededBy: { $exists: true } },
    'supersededBy',
  ).lean<Behind[]>()
  return new Map(rows.map(row => [String(row._id), row]))
}

/** Rows behind a document that hold what should stand at the document: a load wrote it there and was cut off. */
async function rowsWithTraces(rows: Behind[]): Promise<Set<string>> {
  const ids = { $in: rows.map(({ _id }) => _id) }
  const found: Types.ObjectId[][] = await Promise.all([
    Relation.distinct('from', { from: ids }),
    Relation.distinct('to', { to: ids }),
    Effect.distinct('source', { source: ids }),
    Effect.distinct('target', { target: ids, source: { $ne: null } }),
  ])
  return new Set(found.flat().map(String))
}

interface Pair {
  row: string
  document: Types.ObjectId
  /** From the document to its row, which is a document of the catalogue again. */
  isBack: boolean
}

/** What a load wrote at the one end of a pair goes to the other, unless the pair changed once more. */
async function moveAgain({ row, document, isBack }: Pair, settling: SettlingLoad): Promise<void> {
  await inTransaction(async session => {
    await markProgress(settling.claim, {}, session)
    const own = await LegalDocument.findById(document).session(session).lean<LegalDocumentRecord>()
    const behind = await LegalDocument.findById(row, 'supersededBy').session(session).lean()
    const isBehind = behind?.supersededBy?.equals(document) ?? false
    if (!own || !behind || isBehind === isBack) return
    const move = isBack
      ? { from: document, to: behind._id, onlyStarter: true }
      : { from: behind._id, to: document, own }
    const targets = [...(await moveEdges(move, session)), ...(await moveEffects(move, session))]
    await projectForceStatus([document, behind._id, ...targets], settling.today, session)
  })
}

/** Rows that stand beside the registered document they speak of give way to it now. */
async function adoptTwins(settling: SettlingLoad): Promise<number> {
  const rows = await LegalDocument.find(
    { origin: 'starter', state: 'confirmed', numberKey: { $ne: '' } },
    'number numberKey type issuerKey issuedOn',
  ).lean()
  const standing = await registeredFor(rows)
  let adopted = 0
  for (const row of rows) {
    const twin = theSame(row, standing.get(row.numberKey) ?? [])
    if (twin) adopted += await inTransaction(session => adoptTwin(twin._id, settling, session))
  }
  return adopted
}

async function adoptTwin(
  id: Types.ObjectId,
  { claim, ...settling }: SettlingLoad,
  session: ClientSession,
): Promise<number> {
  await markProgress(claim, {}, session)
  const document = await LegalDocument.findById(id).session(session).lean<LegalDocumentRecord>()
  if (document?.state !== 'confirmed') return 0
  const { adopted } = await settleStarter(document, settling, session)
  // While both stood there, a number led to either.
  if (adopted.length > 0) await reviveSome([id], settling, session)
  return adopted.length
}
