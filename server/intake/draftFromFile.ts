import type { Types } from 'mongoose'
import { storeBytes } from '../catalogue/files/storeBytes.ts'
import type { Config } from '../config.ts'
import type { Direction } from '../legal/glossary.ts'
import { isDuplicateKey } from '../lib/mongo.ts'
import type { Outside } from '../outside.ts'
import type { Actor } from '../people/actor.ts'
import { loadKnowledge } from '../catalogue/learned/loadKnowledge.ts'
import { extract } from '../reading/index.ts'
import { fault, type DraftAnswer } from './answers.ts'
import { findSameBytes } from './findDuplicate.ts'
import { readText, type ReadOk } from './readText/index.ts'
import { scanWaits } from './scans/scanReader.ts'
import { saveDraft, type DraftInput, type KeptFile } from './saveDraft.ts'

export interface IntakeSetting {
  direction?: Direction | undefined
  /** A person saw the side-by-side sheet and registers it all the same. */
  duplicate?: { decision: 'registerAnyway'; reason: string } | undefined
  /** Null: the import command. */
  actor: Actor | null
  outside: Outside
  config: Pick<Config, 'uploadLimitBytes' | 'textLimitBytes'>
}

/**
 * First half of the path: a file becomes a draft for a person to check. A file without text, or of a kind not read, is
 * kept whole. Refused files and known bytes leave no draft; what to do about them is in the answer.
 */
export async function draftFromFile(
  input: IntakeSetting & { file: { name: string; bytes: Buffer } },
): Promise<DraftAnswer> {
  const { file, config } = input
  const limits = { fileBytes: config.uploadLimitBytes, textBytes: config.textLimitBytes }
  const read = await readText(file, limits)
  if (!read.ok) return { ok: false, errors: { file: fault(read.error, read.params) } }
  const kept = {
    sha256: await storeBytes(file.bytes),
    name: file.name.normalize('NFC'),
    kind: read.kind,
    size: file.bytes.length,
    pageStarts: read.pages.map(({ start }) => start),
    hasText: Boolean(read.text?.trim()),
    ...howRead(read),
    ...(isScan(read) && { ocr: { state: 'waiting' as const } }),
  }
  const answer = await draftFromKept({ ...input, file: kept, text: read.text })
  if (answer.ok && isScan(read)) scanWaits()
  return answer
}

/** A picture, or pages without words that can be read. */
function isScan({ kind, text }: ReadOk): boolean {
  return text === null && (kind === 'pdf' || kind === 'image')
}

/** What the check page says of the reading: letters brought over, pages left out. */
function howRead({ encoding, note, params }: ReadOk): Partial<KeptFile> {
  return {
    ...(encoding && { encoding }),
    ...(note && { note, noteCount: Number(params?.n ?? 0) }),
  }
}

/** The draft of bytes that are kept and read; the answer "known" when another document came first with them. */
export async function draftFromKept(
  input: IntakeSetting & { file: KeptFile; text: string | null },
): Promise<DraftAnswer> {
  const { file, duplicate } = input
  const reason = duplicate?.reason.trim()
  if (reason === '') return { ok: false, errors: { reason: fault('intake.errors.reason') } }
  const existing = await findSameBytes(file.sha256)
  if (existing && !reason) return known(file, existing)
  return saveOnce({ ...input, existing, duplicateReason: existing ? reason : undefined })
}

/** Saves the draft, unless another intake with the same bytes came first in the meantime. */
async function saveOnce(
  input: Omit<DraftInput, 'extraction'> & { file: KeptFile; existing: Types.ObjectId | null },
): Promise<DraftAnswer> {
  const { existing, file } = input
  try {
    const id = await saveDraft({
      ...input,
      extraction: extract(input.text ?? '', await loadKnowledge()),
    })
    return existing ? { ok: true, id, duplicateOf: existing } : { ok: true, id }
  } catch (error) {
    const first = isDuplicateKey(error) ? await findSameBytes(file.sha256) : null
    if (!first) throw error
    return known(file, first)
  }
}

function known({ sha256, name }: KeptFile, existing: Types.ObjectId): DraftAnswer {
  return { ok: false, duplicate: { sha256, name, existing } }
}
