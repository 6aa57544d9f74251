import type { Types } from 'mongoose'
import type { IsoDate } from '../../legal/dates.ts'
import { forceFacts, forceStatus } from '../../legal/forceStatus.ts'
import { LegalDocument, type LegalDocumentRecord } from '../../models/LegalDocument.ts'
import type { StarterRow } from './documentRows.ts'
import { groupBy } from './groupBy.ts'
import { registeredFor, type Registered } from './registeredFor.ts'
import type { StarterEvent } from './relationRows.ts'
import { theSame } from './sameDocument.ts'
import { STARTER_SOURCE } from './starterSource.ts'
import { writeInBatches, type Planned, type Writing, type Written } from './writeInBatches.ts'

type Kept = Pick<LegalDocumentRecord, '_id' | 'decidedFields' | 'supersededBy' | 'starter'>

/** Rows as they stand after the load. */
export interface DocumentsWritten {
  written: Written
  /** The registered document in the place of a row, by the id of the row. */
  registered: Map<string, Types.ObjectId>
  /** Rows that were not there before. */
  added: Set<string>
  /** Rows whose facts are other than before. */
  changed: Types.ObjectId[]
}

/**
 * Writes the rows of the catalogue: new ones whole, those that changed but for what a person decided, the others not at all. A row of a
 * document that is registered already stands behind it from the start.
 */
export async function writeDocuments(
  rows: StarterRow[],
  events: StarterEvent[],
  writing: Writing & { today: IsoDate },
): Promise<DocumentsWritten> {
  const kept = await keptRows()
  const fresh = rows.filter(({ _id }) => !kept.has(String(_id)))
  const standing = await registeredFor(fresh)
  const byTarget = groupBy(events, ({ target }) => String(target))
  const registered = new Map(
    [...kept].flatMap(([id, { supersededBy }]) => (supersededBy ? [[id, supersededBy]] : [])),
  )
  const planned: Planned[] = []
  const changed: Types.ObjectId[] = []
  for (const row of rows) {
    const id = String(row._id)
    const before = kept.get(id)
    if (before?.starter?.print === row.starter.print) continue
    if (before) {
      changed.push(row._id)
      planned.push({ op: changeOf(row, before), isNew: false })
      continue
    }
    const same = theSame(row, standing.get(row.numberKey) ?? [])
    if (same) registered.set(id, same._id)
    const status = forceStatus(byTarget.get(id) ?? [], forceFacts(asStarter(row), writing.today))
    planned.push({ op: insertOf(row, same, { ...writing, status: status.status }), isNew: true })
  }
  const written = await writeInBatches(
    (ops, session) => LegalDocument.bulkWrite(ops as never[], { session }),
    { planned, all: rows.length },
    writing,
  )
  const added = new Set(fresh.map(({ _id }) => String(_id)))
  return { written, registered, added, changed }
}

async function keptRows(): Promise<Map<string, Kept>> {
  const rows = await LegalDocument.find(
    { origin: 'starter' },
    'decidedFields supersededBy starter.print',
  ).lean<Kept[]>()
  return new Map(rows.map(row => [String(row._id), row]))
}

function asStarter(row: StarterRow) {
  return { ...valuesOf(row), origin: 'starter', starter: row.starter }
}

/** The fields of the record a row fills; nothing where the facts are silent. */
function valuesOf(row: StarterRow) {
  const { number, numberKey, type, issuerName, issuerKey, issuedPartial, title } = row
  const { issuedOn, effectiveFrom, docClass, docClassReason, searchWords } = row
  return {
    ...{ number, numberKey, type, issuerName, issuerKey, issuedPartial, title, searchWords },
    ...{ docClass, docClassReason },
    ...(issuedOn && { issuedOn }),
    ...(effectiveFrom && { effectiveFrom }),
  }
}

function starterOf({ starter: { doubtFrom, ...starter } }: StarterRow) {
  return { ...starter, ...(doubtFrom && { doubtFrom }) }
}

function insertOf(
  row: StarterRow,
  same: Registered | null,
  { today, status }: { today: IsoDate; status: string },
): Planned['op'] {
  const fields = {
    ...valuesOf(row),
    ...{ starter: starterOf(row), origin: 'starter', source: STARTER_SOURCE },
    ...{ direction: 'reference', own: false, forceStatus: status, forceStatusOn: today },
    ...(same
      ? { state: 'withdrawn', supersededBy: same._id, needsIndexing: false }
      : { state: 'confirmed' }),
  }
  const filter = { _id: row._id }
  return { updateOne: { filter, update: { $setOnInsert: fields }, upsert: true } }
}

/** What a person decided stays, and what is computed from it. */
function changeOf(row: StarterRow, { decidedFields }: Kept): Planned['op'] {
  const values = Object.entries(valuesOf(row))
  const free =
    decidedFields.length > 0 ? values.filter(([name]) => isFree(name, decidedFields)) : values
  const $set = { ...Object.fromEntries(free), starter: starterOf(row), needsIndexing: true }
  return { updateOne: { filter: { _id: row._id }, update: { $set, $inc: { revision: 1 } } } }
}

const COMPUTED = ['numberKey', 'issuerKey', 'searchWords', 'docClass', 'docClassReason']

function isFree(name: string, decided: string[]): boolean {
  return !decided.includes(name) && !COMPUTED.includes(name)
}
