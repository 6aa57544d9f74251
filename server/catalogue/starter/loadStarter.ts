import type { Types } from 'mongoose'
import { audit } from '../../audit/audit.ts'
import { log } from '../../lib/log.ts'
import { inTransaction } from '../../lib/mongo.ts'
import { CatalogueLoad, type CatalogueLoadRecord } from '../../models/CatalogueLoad.ts'
import type { Outside } from '../../outside.ts'
import type { Actor } from '../../people/actor.ts'
import { projectForceStatus } from '../effects/projectForceStatus.ts'
import { claimLoad, findLoad, LoadLost, markFailed, markProgress } from './claimLoad.ts'
import type { Claim } from './claimLoad.ts'
import { documentRows } from './documentRows.ts'
import { relationRows } from './relationRows.ts'
import { withoutRemoved } from './removedEdges.ts'
import { reviveWaiting } from './reviveWaiting.ts'
import { settleMissed } from './settleMissed.ts'
import { shippedTables, type StarterTables } from './starterTables.ts'
import { writeDocuments } from './writeDocuments.ts'
import { writeEdges } from './writeEdges.ts'
import { writeEvents } from './writeEvents.ts'
import { writeIssuers } from './writeIssuers.ts'

/** What a load did, part by part. */
export interface LoadCounts extends Record<string, number> {
  documents: number
  documentsAdded: number
  documentsChanged: number
  /** Rows whose document is registered: kept behind it. */
  registered: number
  relations: number
  relationsAdded: number
  effects: number
  effectsAdded: number
  issuers: number
  /** Relations of which an end is no row. */
  lost: number
  /** Citations of the register that have a link now and had none. */
  linked: number
}

export interface LoadWanted {
  actor: Actor | null
  outside: Outside
  onProgress?: (record: CatalogueLoadRecord) => void
  /** Other facts than the shipped ones. */
  tables?: StarterTables
}

type LoadWantedHere = LoadWanted & { claim: Claim }

/**
 * Loads the shipped catalogue into the register: documents, laws, relations, events, bodies, "chưa đối chiếu". Safe to run again, to cut off
 * and to run on two machines: it writes what is missing or changed, and only one runs at a time (null: another does).
 */
export async function loadStarter(wanted: LoadWanted): Promise<LoadCounts | null> {
  const claim = await claimLoad(wanted.actor)
  return claim && runLoad({ ...wanted, claim })
}

/** For a click: claims at once, then loads in the background. False: another load is running. */
export async function startLoad(
  wanted: LoadWanted,
  after: () => Promise<unknown>,
): Promise<boolean> {
  const claim = await claimLoad(wanted.actor)
  if (!claim) return false
  void runLoad({ ...wanted, claim })
    .then(after)
    .catch((error: unknown) => log.error({ error }, 'the catalogue was not loaded'))
  return true
}

async function runLoad(wanted: LoadWantedHere): Promise<LoadCounts | null> {
  try {
    return await load(wanted)
  } catch (error) {
    if (error instanceof LoadLost) return null
    const reason = error instanceof Error ? error.message : String(error)
    await markFailed(wanted.claim, reason).catch(() => undefined)
    throw error
  }
}

async function load(wanted: LoadWantedHere): Promise<LoadCounts> {
  const { claim, outside } = wanted
  const today = outside.today()
  const tables = wanted.tables ?? (await shippedTables())
  const rows = await documentRows(tables)
  const stated = await relationRows(tables.relations, rows)
  const { edges, events, lost } = await withoutRemoved(stated)
  const writing = { claim, today, onProgress: () => report(wanted) }
  const total = rows.length + edges.length + events.length
  await markProgress(claim, { stage: 'documents', total })
  const documents = await writeDocuments(rows, events, writing)
  const issuers = await writeIssuers(tables.issuers)
  await markProgress(claim, { stage: 'relations' })
  const relations = await writeEdges(edges, documents.registered, writing)
  await markProgress(claim, { stage: 'effects' })
  const effects = await writeEvents(events, documents, writing)
  await project([...documents.changed, ...documents.registered.values()], writing)
  await markProgress(claim, { stage: 'links' })
  const settling = { claim, actor: wanted.actor, today, now: outside.now() }
  const registered = await settleMissed(documents.registered, settling)
  const linked = await reviveWaiting(rows, { ...writing, ...settling })
  const counts: LoadCounts = {
    documents: rows.length,
    documentsAdded: documents.written.added,
    documentsChanged: documents.written.changed,
    registered,
    relations: edges.length,
    relationsAdded: relations.added,
    effects: events.length,
    effectsAdded: effects.added,
    ...{ issuers, lost, linked },
  }
  await finish(counts, wanted)
  return counts
}

async function report({ onProgress }: LoadWanted): Promise<void> {
  const { record } = onProgress ? await findLoad() : { record: null }
  if (record) onProgress?.(record)
}

const AT_ONCE = 500

async function project(
  ids: Types.ObjectId[],
  { claim, today }: { claim: Claim; today: string },
): Promise<void> {
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    await markProgress(claim, {})
    await projectForceStatus(ids.slice(at, at + AT_ONCE), today)
  }
}

/** The load is over, and the log says who asked for it and what it did, in one transaction. */
async function finish(counts: LoadCounts, { claim, actor, outside }: LoadWantedHere) {
  await inTransaction(async session => {
    const record = await CatalogueLoad.findOneAndUpdate(
      { key: 'starter', claimedBy: claim.owner, state: 'running' },
      { $set: { state: 'done', counts, finishedAt: new Date() } },
      { session, returnDocument: 'after' },
    )
    if (!record) throw new LoadLost('another machine loads the catalogue now')
    const entry = { action: 'catalogueLoad' as const, by: actor, at: outside.now() }
    const target = { targetKind: 'CatalogueLoad', target: record._id }
    await audit({ ...entry, ...target, after: counts }, session)
  })
}
