import type { Types } from 'mongoose'
import { readBytes } from '../../catalogue/files/storeBytes.ts'
import { DocumentFile, type DocumentFileRecord } from '../../models/DocumentFile.ts'
import { LegalDocument } from '../../models/LegalDocument.ts'
import { findOcr, type OcrEngine, type OcrPrograms } from '../readText/ocr/findOcr.ts'
import { readScan, type ScanAnswer } from '../readText/ocr/readScan.ts'

/** A page takes three seconds; one that takes this long is hostile. */
const PAGE_MS = 60_000
const MOST_PAGES = 200
/** Longer than a page may take: a reader that says nothing for so long has died. */
const LEASE_MS = 3 * PAGE_MS
const MOST_ATTEMPTS = 3

export interface ScansRead {
  read: number
  failed: number
  /** Kept for a machine that can read them. */
  unavailable: number
}

/**
 * Reads the scans that are due and not yet done, oldest first: each is claimed by one reader, and claimed again when that one died. What is
 * read is offered on the check page; nothing of the document changes.
 * @throws when this machine cannot read (a full disk, a database that is away): the scan it held stays claimed for the rest of its lease and
 * has used up an attempt, the others wait for the next call
 */
export async function readScans({
  programs,
  signal,
}: {
  programs: OcrPrograms
  signal: AbortSignal
}): Promise<ScansRead> {
  const engine = await findOcr(programs)
  const counts: ScansRead = { read: 0, failed: 0, unavailable: 0 }
  if (engine) await setStates('unavailable', { 'ocr.state': 'waiting' })
  else counts.unavailable = await setStates('waiting', { 'ocr.state': 'unavailable' })
  while (engine && !signal.aborted) {
    const file = await claim()
    if (!file) break
    const answer = await readOne(file, engine, signal)
    if (answer) counts[answer.ok ? 'read' : 'failed'] += 1
  }
  return counts
}

async function setStates(
  from: 'waiting' | 'unavailable',
  change: Record<string, string>,
): Promise<number> {
  const { modifiedCount } = await DocumentFile.updateMany({ 'ocr.state': from }, { $set: change })
  return modifiedCount
}

function claim(): Promise<DocumentFileRecord | null> {
  const now = new Date()
  return DocumentFile.findOneAndUpdate(
    {
      $or: [{ 'ocr.state': 'waiting' }, { 'ocr.state': 'reading', 'ocr.leaseUntil': { $lt: now } }],
    },
    {
      $set: { 'ocr.state': 'reading', 'ocr.leaseUntil': leaseFrom(now), 'ocr.pagesDone': 0 },
      $inc: { 'ocr.attempts': 1 },
    },
    { sort: { _id: 1 }, returnDocument: 'after' },
  ).lean<DocumentFileRecord>()
}

function leaseFrom(now: Date): Date {
  return new Date(now.getTime() + LEASE_MS)
}

/** Null: nobody waits for it any more, or the reading was stopped and is taken up again later. */
async function readOne(
  file: DocumentFileRecord,
  engine: OcrEngine,
  signal: AbortSignal,
): Promise<ScanAnswer | null> {
  const { _id, document } = file
  if (!(await LegalDocument.exists({ _id: document, state: 'draft', hasText: false }))) {
    await DocumentFile.updateOne({ _id }, { $unset: { ocr: 1 } })
    return null
  }
  const answer = await recognise(file, engine, signal)
  if (!answer.ok && answer.reason === 'stopped') {
    await finish(_id, { 'ocr.state': 'waiting' }, -1)
    return null
  }
  await finish(_id, answer.ok ? readFields(answer) : failedFields(answer))
  return answer
}

async function recognise(
  { _id, sha256, kind, ocr }: DocumentFileRecord,
  engine: OcrEngine,
  signal: AbortSignal,
): Promise<ScanAnswer> {
  if ((ocr?.attempts ?? 0) > MOST_ATTEMPTS) return { ok: false, reason: 'tooOften' }
  const bytes = await readBytes(sha256)
  if (!bytes) return { ok: false, reason: 'bytesGone' }
  const onPage = async (done: number) => {
    const change = { 'ocr.pagesDone': done, 'ocr.leaseUntil': leaseFrom(new Date()) }
    await DocumentFile.updateOne({ _id, 'ocr.state': 'reading' }, { $set: change })
  }
  const limits = { milliseconds: PAGE_MS, pages: MOST_PAGES, signal, onPage }
  try {
    return await readScan({ kind: kind === 'pdf' ? 'pdf' : 'image', bytes }, engine, limits)
  } catch (cause) {
    // Given back at once, it would be the oldest that waits, and be claimed again without end.
    if (!signal.aborted) throw new Error(`scan ${String(_id)} not read`, { cause })
    return { ok: false, reason: 'stopped' }
  }
}

function readFields({ text, pages, engine }: ScanAnswer & { ok: true }) {
  return {
    'ocr.state': 'read',
    'ocr.engine': engine,
    'ocr.confidences': pages.map(({ confidence }) => confidence),
    'ocr.pageStarts': pages.map(({ start }) => start),
    'ocr.pagesDone': pages.length,
    ocrText: text,
  }
}

function failedFields({ reason }: ScanAnswer & { ok: false }) {
  return { 'ocr.state': 'failed', 'ocr.reason': reason }
}

/** Writes the end of a reading, unless a person gave the document a text meanwhile and took the scan off the list. */
async function finish(
  _id: Types.ObjectId,
  change: Record<string, unknown>,
  attempts = 0,
): Promise<void> {
  await DocumentFile.updateOne(
    { _id, 'ocr.state': 'reading' },
    { $set: change, $unset: { 'ocr.leaseUntil': 1 }, $inc: { 'ocr.attempts': attempts } },
  )
}
