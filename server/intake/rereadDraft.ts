import type { ClientSession } from 'mongoose'
import { loadKnowledge } from '../catalogue/learned/loadKnowledge.ts'
import { Citation, type CitationRecord } from '../models/Citation.ts'
import type { LegalDocumentRecord } from '../models/LegalDocument.ts'
import { DocumentFile } from '../models/DocumentFile.ts'
import { extract, type Span } from '../reading/index.ts'
import type { ChangeAnswer } from './answers.ts'
import { changeDocument, refuse, writeChange, type FormOrigin } from './changeDraft.ts'
import type { DocumentChange } from './applyCorrections.ts'
import type { Corrections } from './corrections.ts'
import { derivedFields } from './derivedFields.ts'
import { cleanPaste } from './draftFromText.ts'
import { fieldsFromHeader, type ReadFields } from './fieldsFromHeader.ts'
import { locateWords, overlap } from './locateWords.ts'
import { orderRows, rereadOrders } from './orderRows.ts'
import { citationRows, mentionsOf, resolveAgain } from './resolveCitations.ts'
import { writeCorrections } from './saveCorrections.ts'

interface NewText {
  document: LegalDocumentRecord
  text: string
  /** How its letters came about. */
  textOrigin: LegalDocumentRecord['textOrigin']
}

type RereadForm = FormOrigin & { corrections: Corrections }

/** Reads the text of a draft again. Fields a person decided and citations a person decided stay as they are. */
export async function rereadDraft(form: RereadForm): Promise<ChangeAnswer> {
  return changeDocument(form, async (draft, session) => {
    const saved = await writeCorrections(draft, form, session)
    const { text, textOrigin } = saved
    await reread({ document: saved, text, textOrigin, form }, session)
    return {}
  })
}

/** Puts a pasted text beside a file without one (or in place of the text read) and reads it. */
export async function replaceText(
  form: RereadForm & { text: string; limitBytes: number },
): Promise<ChangeAnswer> {
  const read = cleanPaste(form.text, form.limitBytes)
  if (!read.ok) return { ok: false, errors: { text: read.fault } }
  return changeDocument(form, async (draft, session) => {
    const saved = await writeCorrections(draft, form, session)
    // Pages of the file are offsets into the text that was read from it.
    if (saved.text !== read.text)
      await DocumentFile.updateMany(
        { document: saved._id },
        { $set: { pageStarts: [] } },
        { session },
      )
    await reread({ document: saved, text: read.text, textOrigin: '', form }, session)
    return {}
  })
}

/** Reads a text into a draft, in the caller's transaction: fields and citations a person decided stay. */
export async function reread(
  { document, text, textOrigin, form }: NewText & { form: FormOrigin },
  session: ClientSession,
): Promise<void> {
  if (text.trim() === '') refuse('text', 'intake.errors.noTextToRead')
  const extraction = extract(text, await loadKnowledge())
  const { fields, evidence } = fieldsFromHeader(extraction.header)
  const decided = new Set(document.decidedFields)
  const read = Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      decided.has(name) ? document[name as keyof ReadFields] : (value ?? null),
    ]),
  )
  const change: DocumentChange = {
    ...read,
    ...derivedFields({ ...document, ...read }),
    evidence: evidence.filter(({ field }) => !decided.has(field)),
    ...(fields.secrecyMark && !decided.has('secrecy') && { secrecy: 'restricted' }),
    orders: rereadOrders(document.orders, { text, found: orderRows(extraction) }),
    ...{ text, textOrigin, hasText: true },
  }
  await writeChange(
    document,
    { change, action: 'draftText', after: { characters: text.length }, ...form },
    session,
  )
  const after = { ...document, ...change } as LegalDocumentRecord
  const kept = await keepDecided({ document: after, previous: document.text }, session)
  const fresh = mentionsOf(extraction).filter(found => !kept.some(span => overlap(span, found)))
  await Citation.insertMany(await citationRows({ citations: fresh, from: after }, session), {
    session,
  })
  await resolveAgain(after, session)
}

/**
 * Undecided findings go; decided ones stay, moved to where their words stand in the new text. Spans of what stays: a machine
 * finding that overlaps one of them is dropped, so that nothing rejected comes back.
 */
async function keepDecided(
  { document, previous }: { document: LegalDocumentRecord; previous: string },
  session: ClientSession,
): Promise<Span[]> {
  const from = document._id
  const undecided = { from, decision: '' as const, relationDecided: false }
  await Citation.deleteMany(undecided, { session })
  const kept = await Citation.find({ from }).session(session).lean<CitationRecord[]>()
  const spans: Span[] = []
  for (const row of kept) {
    const span = document.text === previous ? row : moveWithText(row, document.text)
    spans.push(span)
    await Citation.updateOne(
      { _id: row._id },
      { $set: { start: span.start, end: span.end } },
      { session },
    )
  }
  return spans
}

/** Words that are gone leave the decision standing at the end of the text, without a mark. */
function moveWithText(row: CitationRecord, text: string): Span {
  return locateWords(text, row.quote, row.start) ?? { start: text.length, end: text.length }
}
