import type { ClientSession } from 'mongoose'
import { audit } from '../audit/audit.ts'
import { toKeyOf } from '../catalogue/citations/citationKeys.ts'
import { learnIssuer } from '../catalogue/learned/learnNames.ts'
import { dropEvidence } from '../catalogue/relations/dropEvidence.ts'
import { tidyNumber, typeFromSymbol } from '../legal/documentNumber.ts'
import { extract } from '../reading/index.ts'
import { Citation, type CitationRecord } from '../models/Citation.ts'
import type { LegalDocumentRecord } from '../models/LegalDocument.ts'
import type { Outside } from '../outside.ts'
import type { Actor } from '../people/actor.ts'
import type { CitationParts } from './citationForm.ts'
import { typeByName } from './fieldsFromHeader.ts'
import { asFound, resolver } from './resolveCitations.ts'

interface PartsInput {
  document: LegalDocumentRecord
  /** Parts as they stand on the form, by citation. */
  wanted: Map<string, CitationParts>
  by: { actor: Actor; outside: Outside }
}

/**
 * Writes what a person corrected in citations of a draft: what the words say, never where they stand. All mentions of the document that
 * was read alike follow (the pinpoint is each one's own). Looked up again, unless a person linked it; a corrected issuer is learned.
 */
export async function correctParts(input: PartsInput, session: ClientSession): Promise<void> {
  const rows = await Citation.find({ from: input.document._id })
    .session(session)
    .lean<CitationRecord[]>()
  const lessons: { read: string; typed: string }[] = []
  for (const row of rows) {
    const parts = input.wanted.get(String(row._id))
    if (!parts) continue
    const { pinpoint, ...shared } = parts
    if (pinpoint !== undefined && pinpoint !== row.pinpoint)
      await writePinpoint({ row, change: { pinpoint }, input }, session)
    const change = changed(row, shared)
    if (Object.keys(change).length === 0) continue
    const alike = rows.filter(one => isAlike(one, row))
    for (const one of alike) await write({ row: one, change, input }, session)
    if (change.issuer) lessons.push({ read: row.issuer, typed: change.issuer })
  }
  const { actor, outside } = input.by
  const teaching = { from: input.document._id, actor, now: outside.now() }
  // What is learned makes others look again: not before all of these are written.
  for (const lesson of lessons) await learnIssuer({ ...teaching, ...lesson }, session)
}

function isAlike(one: CitationRecord, row: CitationRecord): boolean {
  if (one._id.equals(row._id)) return true
  const same = one.toKey === row.toKey && one.issuerKey === row.issuerKey
  return same && (one.issuedOn ?? '') === (row.issuedOn ?? '') && one.state !== 'rejected'
}

type PartsChange = Partial<
  Pick<CitationRecord, 'number' | 'type' | 'issuedOn' | 'issuer' | 'title' | 'pinpoint'>
>

/** The parts that differ from what is kept. An empty day takes the day away. */
function changed(row: CitationRecord, parts: CitationParts): PartsChange {
  const wanted = { ...parts, ...(parts.number && { number: tidyNumber(parts.number) }) }
  const words = (['number', 'type', 'issuer', 'title'] as const).flatMap(name => {
    const value = wanted[name]
    return value === undefined || value === row[name].replace(/\s+/gu, ' ') ? [] : [[name, value]]
  })
  const day = parts.issuedOn ?? null
  const isOther = 'issuedOn' in parts && day !== (row.issuedOn ?? null)
  return { ...(Object.fromEntries(words) as PartsChange), ...(isOther && { issuedOn: day }) }
}

interface Writing {
  row: CitationRecord
  change: PartsChange
  input: PartsInput
}

/** The place inside the document meant: which document that is stays as it was found or decided. */
async function writePinpoint(writing: Writing, session: ClientSession): Promise<void> {
  const { row, change } = writing
  const decision = row.decision === '' ? ('corrected' as const) : row.decision
  const decided = { ...change, ...stamp(writing), decision }
  await Citation.updateOne({ _id: row._id }, { $set: decided }, { session })
  await note(writing, session)
}

async function write(writing: Writing, session: ClientSession): Promise<void> {
  const { row, change, input } = writing
  const corrected = { ...row, ...change, ...readAgain(row, change) }
  const { number, type } = corrected
  const decided = {
    ...readAgain(row, change),
    ...{ resolvedType: typeSaid(type, number), doubts: [] },
    ...{ issuerKey: '', toKey: toKeyOf(corrected) },
    ...stamp(writing),
    decision: decisionAfter(row),
  }
  const asked = { row: { ...corrected, ...decided }, document: input.document }
  const resolution = await lookUp(asked, session)
  await Citation.updateOne(
    { _id: row._id },
    { $set: { ...change, ...decided, ...resolution } },
    { session },
  )
  if (row.to && 'to' in resolution && !row.to.equals(resolution.to))
    await dropEvidence(row, session)
  await note(writing, session)
}

/** Words that say something else are no longer the ones a person said mean none here. */
function decisionAfter({ decision }: CitationRecord): CitationRecord['decision'] {
  return decision === '' || decision === 'none' ? 'corrected' : decision
}

type NameRead = Partial<Pick<CitationRecord, 'form' | 'title' | 'year' | 'period'>>

/** A number typed makes it a citation by number; the years of a typed name count, not those read before. */
function readAgain(row: CitationRecord, { number, title }: PartsChange): NameRead {
  if (number) return { form: 'number' }
  return row.number === '' && title ? readName(row, title) : {}
}

/** With its body behind it: a plan of one year is read as one only with its owner. */
function readName({ form, issuer }: CitationRecord, typed: string): NameRead {
  const words = issuer ? `${typed} của ${issuer}` : typed
  const found = extract(words).citations.find(one => one.start === 0 && one.form === form)
  const title = found?.title ?? typed
  if (found?.form === 'plan' && found.period) return { title, period: found.period }
  return found?.form === 'name' && found.year ? { title, year: found.year } : {}
}

function stamp({ input }: Writing) {
  const { actor, outside } = input.by
  return { decidedBy: actor.id, decidedAt: outside.now() }
}

async function note({ row, change, input }: Writing, session: ClientSession): Promise<void> {
  const { actor: by, outside } = input.by
  const entry = { action: 'citationCorrect' as const, by, at: outside.now() }
  const before = Object.fromEntries(
    Object.keys(change).map(name => [name, row[name as keyof PartsChange]]),
  )
  const after = { ...change, document: input.document._id }
  await audit({ ...entry, targetKind: 'Citation', target: row._id, before, after }, session)
}

function typeSaid(type: string, number: string): CitationRecord['resolvedType'] {
  const named = typeByName(type)
  return named === '' && number !== '' ? (typeFromSymbol(number) ?? '') : named
}

/** What a person linked or rejected stays; the key of the body meant is told anew in any case. */
async function lookUp(
  { row, document }: { row: CitationRecord; document: LegalDocumentRecord },
  session: ClientSession,
) {
  const resolve = await resolver(document, session)
  const { issuerKey, ...found } = await resolve(asFound(row))
  const isSettled = row.decision === 'linked' || row.decision === 'rejected'
  return isSettled ? { issuerKey } : { issuerKey, ...found }
}
