import { setImmediate as breathe } from 'node:timers/promises'
import type { AnyBulkWriteOperation, ClientSession, Types } from 'mongoose'
import { inTransaction } from '../../lib/mongo.ts'
import { markProgress, type Claim } from './claimLoad.ts'

/** Operations of one transaction: short enough to give way to people's saves. */
const BATCH = 500

export interface Writing {
  claim: Claim
  /** Called after each batch, for a bar in a terminal. */
  onProgress?: (() => Promise<void> | void) | undefined
}

/** One operation, and whether it adds a record. */
export interface Planned {
  op: AnyBulkWriteOperation
  isNew: boolean
  /** The document whose force it may change. */
  touches?: Types.ObjectId
}

/** What writing a part of the catalogue did. */
export interface Written {
  added: number
  changed: number
  /** Records that were there already and say the same. */
  same: number
}

type BulkWrite = (
  ops: AnyBulkWriteOperation[],
  session: ClientSession,
  batch: Planned[],
) => Promise<unknown>

/**
 * Writes operations in batches, each with its progress in one transaction: cut off anywhere, the next load goes on from there. `all`: how many
 * records were looked at.
 */
export async function writeInBatches(
  write: BulkWrite,
  { planned, all }: { planned: Planned[]; all: number },
  { claim, onProgress }: Writing,
): Promise<Written> {
  await markProgress(claim, { more: all - planned.length })
  for (let at = 0; at < planned.length; at += BATCH) {
    const batch = planned.slice(at, at + BATCH)
    await inTransaction(async session => {
      await write(
        batch.map(({ op }) => op),
        session,
        batch,
      )
      await markProgress(claim, { more: batch.length }, session)
    })
    await onProgress?.()
    await breathe()
  }
  const added = planned.filter(({ isNew }) => isNew).length
  return { added, changed: planned.length - added, same: all - planned.length }
}
