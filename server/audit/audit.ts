import { createHash } from 'node:crypto'
import type { ClientSession, Types } from 'mongoose'
import { AuditEntry, type AuditEntryRecord } from '../models/AuditEntry.ts'
import { Counter } from '../models/Counter.ts'
import type { Actor } from '../people/actor.ts'
import type { AuditAction } from './actions.ts'

export interface AuditInput {
  action: AuditAction
  /** Null when the machine acts. */
  by: Actor | null
  at: Date
  targetKind: string
  target?: Types.ObjectId
  before?: unknown
  after?: unknown
  reason?: string
}

const SEQUENCE = 'audit'

/** What the hash of an entry covers: everything but the hash itself, in a fixed order. */
function digest(entry: Omit<AuditEntryRecord, '_id' | 'hash'>): string {
  const { sequence, at, by, byName, action, targetKind, target, reason } = entry
  const [before, after] = [entry.before as unknown, entry.after as unknown]
  const covered = [
    entry.previousHash,
    sequence,
    at.toISOString(),
    by ? String(by) : '',
    byName,
    action,
    targetKind,
    target ? String(target) : '',
    JSON.stringify(before ?? null),
    JSON.stringify(after ?? null),
    reason,
  ]
  return createHash('sha256').update(JSON.stringify(covered)).digest('hex')
}

/** Plain JSON of a value, as it will stand in the log: ids and instants become strings, so that the hash can be checked. */
function plain(value: unknown): unknown {
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown)
}

/** Appends one entry to the log, in the transaction of the write it tells about. Each carries the hash of the one before. */
export async function audit(input: AuditInput, session: ClientSession): Promise<void> {
  const counter = await Counter.findOneAndUpdate(
    { name: SEQUENCE },
    { $inc: { value: 1 } },
    { upsert: true, returnDocument: 'after', session },
  )
  const entry = {
    sequence: counter.value,
    at: input.at,
    by: input.by?.id ?? null,
    byName: input.by?.name ?? '',
    action: input.action,
    targetKind: input.targetKind,
    target: input.target ?? null,
    before: plain(input.before),
    after: plain(input.after),
    reason: input.reason ?? '',
    previousHash: counter.lastHash,
  }
  const hash = digest(entry)
  await AuditEntry.create([{ ...entry, hash }], { session })
  await Counter.updateOne({ name: SEQUENCE }, { lastHash: hash }, { session })
}

/** Checks the whole chain; the sequence number of the first entry that does not fit, or null. */
export async function firstBrokenEntry(): Promise<number | null> {
  let previousHash = ''
  let sequence = 0
  for await (const entry of AuditEntry.find().sort({ sequence: 1 }).lean().cursor()) {
    sequence += 1
    const fits = entry.sequence === sequence && entry.previousHash === previousHash
    if (!fits || digest(entry) !== entry.hash) return sequence
    previousHash = entry.hash
  }
  return null
}
