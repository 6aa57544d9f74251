import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import type { ClientSession } from 'mongoose'
import { isDuplicateKey } from '../../lib/mongo.ts'
import { CatalogueLoad, type CatalogueLoadRecord } from '../../models/CatalogueLoad.ts'
import type { Actor } from '../../people/actor.ts'

/** A load that gave no sign of life for this long was cut off: another may take over. */
const LEASE_MS = 30_000

/** Thrown when another machine took the load over meanwhile. */
export class LoadLost extends Error {
  override name = 'LoadLost'
}

/** A load this process holds. */
export interface Claim {
  owner: string
}

/**
 * Claims the load of the catalogue, a new one or one that was cut off; null while another holds it. The unique key and the lease let one in,
 * on however many machines it is asked for.
 */
export async function claimLoad(actor: Actor | null): Promise<Claim | null> {
  const at = new Date()
  const owner = `${hostname()}:${process.pid}:${randomUUID().slice(0, 8)}`
  const free = { $or: [{ state: { $ne: 'running' as const } }, { leaseUntil: { $lt: at } }] }
  const claim = {
    ...{ state: 'running' as const, claimedBy: owner, leaseUntil: leaseFrom(at), startedAt: at },
    ...{ stage: 'reading' as const, done: 0, total: 0, failure: '', counts: {} },
    ...{ by: actor?.id ?? null, byName: actor?.name ?? '' },
  }
  try {
    const record = await CatalogueLoad.findOneAndUpdate(
      { key: 'starter', ...free },
      { $set: claim, $unset: { finishedAt: 1 } },
      { upsert: true, returnDocument: 'after' },
    ).lean()
    return record ? { owner } : null
  } catch (error) {
    if (isDuplicateKey(error)) return null
    throw error
  }
}

function leaseFrom(at: Date): Date {
  return new Date(at.getTime() + LEASE_MS)
}

/**
 * Writes how far the load is and that it is alive, in the caller's transaction.
 * @throws LoadLost when another holds it now
 */
export async function markProgress(
  { owner }: Claim,
  progress: Partial<Pick<CatalogueLoadRecord, 'stage' | 'total'>> & { more?: number },
  session?: ClientSession,
): Promise<void> {
  const { more = 0, ...set } = progress
  const { matchedCount } = await CatalogueLoad.updateOne(
    { key: 'starter', claimedBy: owner, state: 'running' },
    { $set: { ...set, leaseUntil: leaseFrom(new Date()) }, $inc: { done: more } },
    session ? { session } : {},
  )
  if (matchedCount === 0) throw new LoadLost('another machine loads the catalogue now')
}

/** Writes why a load ended early; nothing when another took it over. */
export async function markFailed({ owner }: Claim, failure: string): Promise<void> {
  await CatalogueLoad.updateOne(
    { key: 'starter', claimedBy: owner, state: 'running' },
    { $set: { state: 'failed', failure, finishedAt: new Date() } },
  )
}

/** How the load of the catalogue stands. */
export interface LoadState {
  record: CatalogueLoadRecord | null
  /** Runs and gives signs of life. */
  isRunning: boolean
  /** Ran and was cut off: starting it again goes on. */
  isCutOff: boolean
}

export async function findLoad(): Promise<LoadState> {
  const record = await CatalogueLoad.findOne({ key: 'starter' }).lean<CatalogueLoadRecord>()
  const claimed = record?.state === 'running'
  const isAlive = claimed && record.leaseUntil > new Date()
  return { record, isRunning: isAlive, isCutOff: claimed && !isAlive }
}
