import type { ClientSession } from 'mongoose'
import { audit } from '../audit/audit.ts'
import { toKeyOf } from '../catalogue/citations/citationKeys.ts'
import { learnIssuer } from '../catalogue/learned/learnNames.ts'
import { dropEvidence } from '../catalogue/relations/dropEvidence.ts'
import { tidyNumber, typeFromSymbol } from '../legal/documentNumber.ts'
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
  for (const row of rows) {
    const parts = input.wanted.get(String(row._id))
    if (!parts) continue
    const { pinpoint, ...shared } = parts
    if (pinpoint !== undefined && pinpoint !== row.pinpoint)
      await write({ row, change: { pinpoint }, input }, session)
    const change = changed(row, shared)
    if (Object.keys(change).length === 0) continue
    const alike = rows.filter(one => isAlike(one, row))
    for (const one of alike) await write({ row: one, change, input }, session)
    if (change.issuer) {
      const { actor, outside } = input.by
      const teaching = { from: input.document._id, actor, now: outside.now() }
      await learnIssuer({ ...teaching, read: row.issuer, typed: change.issuer }, session)
    }
  }
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

async function write(
  { row, change, input }: { row: CitationRecord; change: PartsChange; input: PartsInput },
  session: ClientSession,
): Promise<void> {
  const { document, by } = input
  const corrected = { ...row, ...change }
  const { number, title, type } = corrected
  const at = by.outside.now()
  const decided = {
    ...{ resolvedType: typeSaid(type, number), doubts: [] },
    ...{ issuerKey: '', toKey: toKeyOf({ number, title, year: row.year ?? null }) },
    ...{ decidedBy: by.actor.id, decidedAt: at },
    decision: row.decision === '' ? ('corrected' as const) : row.decision,
  }
  const resolution = await lookUp({ row: { ...corrected, ...decided }, document }, session)
  await Citation.updateOne(
    { _id: row._id },
    { $set: { ...change, ...decided, ...resolution } },
    { session },
  )
  if (row.to && 'to' in resolution && !row.to.equals(resolution.to))
    await dropEvidence(row, session)
  const entry = { action: 'citationCorrect' as const, by: by.actor, at, targetKind: 'Citation' }
  const before = Object.fromEntries(
    Object.keys(change).map(name => [name, row[name as keyof PartsChange]]),
  )
  await audit(
    { ...entry, target: row._id, before, after: { ...change, document: document._id } },
    session,
  )
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
