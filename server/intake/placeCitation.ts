import type { ClientSession } from 'mongoose'
import { audit } from '../audit/audit.ts'
import { looksLikeNumber } from '../legal/looksLikeNumber.ts'
import { Citation, type CitationRecord } from '../models/Citation.ts'
import type { LegalDocumentRecord } from '../models/LegalDocument.ts'
import { rereadSpan, type CitationFound, type Span } from '../reading/index.ts'
import type { ChangeAnswer } from './answers.ts'
import { changeDocument, refuse, type FormOrigin } from './changeDraft.ts'
import type { Corrections } from './corrections.ts'
import { locateNumber, locateWords, overlap } from './locateWords.ts'
import { citationRow, resolver } from './resolveCitations.ts'
import { writeCorrections } from './saveCorrections.ts'

/** Where a person says a citation stands: selected in the text, or the words or number typed. */
export interface Placing {
  start?: number
  end?: number
  words: string
}

type PlacingForm = FormOrigin & { placing: Placing; corrections: Corrections }

const LONGEST = 1000

/** Adds a citation the reader missed. Words that are not in the text but read as a number are added as typed, without a place. */
export async function addCitation(form: PlacingForm): Promise<ChangeAnswer> {
  return changeDocument(form, async (draft, session) => {
    const document = await writeCorrections(draft, form, session)
    const found = readPlace(document, form.placing, { field: 'addWords' })
    await makeRoom({ document, span: found, field: 'addWords' }, session)
    const row = await citationRow({
      found,
      from: document,
      resolve: await resolver(document, session),
    })
    const by = { decidedBy: form.actor.id, decidedAt: form.outside.now() }
    const [saved] = await Citation.create(
      [{ ...row, ...by, origin: 'person', decision: 'added' }],
      { session },
    )
    const entry = {
      action: 'citationAdd' as const,
      by: form.actor,
      at: form.outside.now(),
      targetKind: 'Citation',
    }
    const after = { quote: row.quote, number: row.number, document: document._id }
    await audit({ ...entry, after, ...(saved && { target: saved._id }) }, session)
    return {}
  })
}

/** Moves the mark of a citation to other words; what a person linked or rejected stays linked or rejected. */
export async function moveCitation(
  form: PlacingForm & { citationId: string },
): Promise<ChangeAnswer> {
  return changeDocument(form, async (draft, session) => {
    const document = await writeCorrections(draft, form, session)
    const old = await Citation.findOne({ _id: form.citationId, from: document._id })
      .session(session)
      .lean<CitationRecord>()
    if (!old) refuse('citations', 'intake.errors.citationGone')
    const field = `move-${form.citationId}`
    const found = readPlace(document, form.placing, { field, old })
    await makeRoom({ document, span: found, field, moved: old }, session)
    const row = await citationRow({
      found,
      from: document,
      resolve: await resolver(document, session),
    })
    const by = { decidedBy: form.actor.id, decidedAt: form.outside.now() }
    const moved = isSettled(old)
      ? { ...row, ...by, ...linkOf(old) }
      : { ...row, ...by, decision: 'added' as const }
    await Citation.updateOne(
      { _id: old._id },
      { $set: { ...moved, ...relationOf(old, row) }, $unset: unreadIn(row) },
      { session },
    )
    const entry = {
      action: 'citationMove' as const,
      by: form.actor,
      at: form.outside.now(),
      targetKind: 'Citation',
    }
    const span = ({ start, end, quote }: Span & { quote: string }) => ({ start, end, quote })
    await audit({ ...entry, target: old._id, before: span(old), after: span(row) }, session)
    return {}
  })
}

/** The day or year of the words left behind is not that of the new ones. */
function unreadIn(row: { issuedOn?: string; year?: number }): Record<string, 1> {
  const fields = ['issuedOn', 'year'] as const
  return Object.fromEntries(fields.filter(field => !row[field]).map(field => [field, 1]))
}

function isSettled({ decision }: CitationRecord): boolean {
  return decision === 'linked' || decision === 'rejected'
}

/** Where a person said it leads. */
function linkOf({ state, to, candidates, reason }: CitationRecord) {
  return { state, to: to ?? null, candidates, reason }
}

/** Words alone do not say what a document does to another: what was read with the whole text, or decided, stays. */
function relationOf(old: CitationRecord, row: { relation: string }): Partial<CitationRecord> {
  return row.relation === '' || old.relationDecided
    ? { relation: old.relation, scope: old.scope }
    : {}
}

interface PlaceAsked {
  field: string
  /** The citation that is moved. */
  old?: CitationRecord
}

function readPlace(
  document: LegalDocumentRecord,
  placing: Placing,
  asked: PlaceAsked,
): CitationFound {
  const span = placeOf(document, placing, asked)
  if (!span) return readTyped(document, placing, asked)
  if (span.end - span.start > LONGEST)
    refuse(asked.field, 'intake.errors.selectionTooLong', { limit: LONGEST })
  const found = rereadSpan(document.text, span)
  const isNamed = found.number !== null || found.title !== null
  return isNamed ? found : { ...found, title: plain(found.quote) }
}

/** Selected words count unless other words were typed after selecting. */
function placeOf(
  document: LegalDocumentRecord,
  placing: Placing,
  { old }: PlaceAsked,
): Span | null {
  const words = plain(placing.words)
  const chosen = selected(document.text, placing)
  const isTyped = words !== plain(old?.quote ?? '') && words !== plain(textOf(document, chosen))
  return chosen && !isTyped ? chosen : located(document.text, words, old?.start ?? 0)
}

/** A number that stands nowhere in the text is kept as typed, behind its end, without a mark. */
function readTyped(
  { text }: LegalDocumentRecord,
  placing: Placing,
  { field }: PlaceAsked,
): CitationFound {
  const words = plain(placing.words)
  if (words === '') refuse(field, 'intake.errors.noWords')
  if (!looksLikeNumber(words))
    refuse(field, 'intake.errors.wordsNotInText', { words: words.slice(0, 80) })
  const written = rereadSpan(words, { start: 0, end: words.length })
  return {
    ...written,
    number: written.number ?? words.replace(/\s+/gu, ''),
    start: text.length,
    end: text.length,
  }
}

function plain(words: string): string {
  return words.normalize('NFC').replace(/\s+/gu, ' ').trim()
}

function textOf({ text }: LegalDocumentRecord, span: Span | null): string {
  return span ? text.slice(span.start, span.end) : ''
}

function selected(text: string, { start, end }: Placing): Span | null {
  if (start === undefined || end === undefined) return null
  const span = trimmed(text, { start: Math.max(0, start), end: Math.min(text.length, end) })
  return span.start < span.end ? span : null
}

/** A selection with a blank at its edge means the words. */
function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end)
  const before = words.length - words.trimStart().length
  return { start: start + before, end: start + words.trimEnd().length }
}

function located(text: string, words: string, near: number): Span | null {
  return words === '' ? null : (locateWords(text, words, near) ?? locateNumber(text, words, near))
}

interface Room {
  document: LegalDocumentRecord
  span: Span
  /** Where a refusal is shown. */
  field: string
  /** The citation whose mark is moved. */
  moved?: CitationRecord
}

/**
 * A machine finding nobody decided on gives way to one a person adds; a decided one does not. A mark that is moved pushes
 * nothing aside: what stands there already would be lost without a word.
 */
async function makeRoom(
  { document, span, field, moved }: Room,
  session: ClientSession,
): Promise<void> {
  const rows = await Citation.find({
    from: document._id,
    start: { $lt: span.end },
    end: { $gt: span.start },
  })
    .session(session)
    .lean<CitationRecord[]>()
  const inTheWay = rows.filter(row => overlap(row, span) && !moved?._id.equals(row._id))
  const stays = inTheWay.find(({ decision }) => moved !== undefined || decision !== '')
  if (stays) refuse(field, 'intake.errors.alreadyCited', { quote: stays.quote.slice(0, 80) })
  await Citation.deleteMany({ _id: { $in: inTheWay.map(({ _id }) => _id) } }, { session })
}
