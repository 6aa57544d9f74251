import type { ClientSession, Types } from 'mongoose'
import { audit } from '../audit/audit.ts'
import { linkRepeats } from '../catalogue/citations/linkRepeats.ts'
import type { Direction } from '../legal/glossary.ts'
import { inTransaction } from '../lib/mongo.ts'
import { Citation } from '../models/Citation.ts'
import { DocumentFile } from '../models/DocumentFile.ts'
import { LegalDocument } from '../models/LegalDocument.ts'
import type { Outside } from '../outside.ts'
import type { Actor } from '../people/actor.ts'
import { findHomeBody } from '../people/homeBody.ts'
import type { Extraction } from '../reading/types.ts'
import { derivedFields } from './derivedFields.ts'
import { fieldsFromHeader, type ReadField, type ReadFields } from './fieldsFromHeader.ts'
import type { OldEncoding } from './readText/index.ts'
import { defaultDirection, recognizeOwn } from './recognizeOwn.ts'
import { orderRows } from './orderRows.ts'
import { citationRows, mentionsOf } from './resolveCitations.ts'

export interface KeptFile {
  sha256: string
  name: string
  kind: string
  size: number
  pageStarts: number[]
  hasText: boolean
  /** How it was read, when there is something to say of it. */
  encoding?: OldEncoding
  note?: string
  noteCount?: number
  /** A scan: OCR reads it when there is time. */
  ocr?: { state: 'waiting' }
}

export interface DraftInput {
  text: string | null
  extraction: Extraction
  file?: KeptFile
  /** Fields a person typed by hand: they win over what was read. */
  typed?: Partial<ReadFields>
  direction?: Direction | undefined
  /** Why it is registered although the same bytes are there. */
  duplicateReason?: string | undefined
  /** Null: the import command. */
  actor: Actor | null
  outside: Outside
}

/**
 * Writes one draft with its file, citations and audit entry, all or nothing.
 * @throws a duplicate key error when another intake put the same bytes first
 */
export async function saveDraft(input: DraftInput): Promise<Types.ObjectId> {
  const home = await findHomeBody()
  const { fields, evidence } = fieldsFromHeader(input.extraction.header)
  const stated = { ...fields, ...input.typed }
  const own = recognizeOwn(stated, home)
  const document = {
    ...stated,
    ...derivedFields({ ...stated, ...UNDECIDED_CLASS }),
    evidence: evidence.filter(({ field }) => !(input.typed && field in input.typed)),
    decidedFields: Object.keys(input.typed ?? {}) as ReadField[],
    orders: orderRows(input.extraction),
    text: input.text ?? '',
    hasText: Boolean(input.text?.trim()),
    // A stamped secret is kept from other eyes at once; the clerk may take the tick away.
    secrecy: stated.secrecyMark ? 'restricted' : '',
    own,
    direction: input.direction ?? defaultDirection(own),
    arrivedOn: input.outside.today(),
    duplicateReason: input.duplicateReason ?? '',
    ...(input.actor && { createdBy: input.actor.id }),
    source: input.actor ? 'person' : 'import',
  }
  return inTransaction(session => writeDraft({ document, input }, session))
}

const UNDECIDED_CLASS = { docClass: 'unknown', docClassReason: '', docClassOverruled: false }

async function writeDraft(
  { document, input }: { document: object; input: DraftInput },
  session: ClientSession,
): Promise<Types.ObjectId> {
  const [saved] = await LegalDocument.create([document], { session })
  if (!saved) throw new Error('the draft was not written')
  if (input.file) await keepFile({ document: saved._id, input }, session)
  const citations = mentionsOf(input.extraction)
  await Citation.insertMany(await citationRows({ citations, from: saved.toObject() }, session), {
    session,
  })
  await linkRepeats([saved._id], session)
  await audit(
    {
      action: 'draftCreate',
      by: input.actor,
      at: input.outside.now(),
      targetKind: 'LegalDocument',
      target: saved._id,
      after: { file: input.file?.name, sha256: input.file?.sha256, citations: citations.length },
      ...(input.duplicateReason && { reason: input.duplicateReason }),
    },
    session,
  )
  return saved._id
}

async function keepFile(
  { document, input }: { document: Types.ObjectId; input: DraftInput },
  session: ClientSession,
): Promise<void> {
  const isFirst = !input.duplicateReason
  const row = { ...input.file, document, isFirst, ...(input.actor && { addedBy: input.actor.id }) }
  await DocumentFile.create([row], { session })
}
