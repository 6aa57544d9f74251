import { Types, type ClientSession } from 'mongoose'
import { audit } from '../audit/audit.ts'
import type { AuditAction } from '../audit/actions.ts'
import { dropEvidence } from '../catalogue/relations/dropEvidence.ts'
import { learnDocument } from '../catalogue/learned/learnNames.ts'
import { Citation, type CitationRecord } from '../models/Citation.ts'
import { LegalDocument, type LegalDocumentRecord } from '../models/LegalDocument.ts'
import type { Outside } from '../outside.ts'
import type { Actor } from '../people/actor.ts'
import { visibleTo } from '../people/visibleTo.ts'
import { extract } from '../reading/index.ts'
import { refuse } from './changeDraft.ts'
import { asFound, resolver } from './resolveCitations.ts'

/** What a person decides about a citation: it means this document, it is none, it means none of those here, or back to the machine. */
export type Decision =
  { kind: 'link'; to: string } | { kind: 'reject' } | { kind: 'none' } | { kind: 'restore' }

export interface DecisionInput {
  document: LegalDocumentRecord
  citationId: string
  decision: Decision
  /** Also on the other mentions of the same document in this text. */
  alike: boolean
  actor: Actor
  outside: Outside
}

const ACTION = {
  link: 'citationLink',
  reject: 'citationReject',
  none: 'citationResolve',
  restore: 'citationRestore',
} as const satisfies Record<Decision['kind'], AuditAction>

/** Writes a decision on a citation, and on its like when asked, with one audit entry each. Ids of what was decided. */
export async function applyDecision(
  input: DecisionInput,
  session: ClientSession,
): Promise<Types.ObjectId[]> {
  const rows = await rowsOf(input, session)
  for (const row of rows) {
    const change = await changeFor({ row, input }, session)
    await Citation.updateOne({ _id: row._id }, { $set: change }, { session })
    if (row.to && !sameTarget(row, change)) await dropEvidence(row, session)
    await audit(entryOf({ row, input, change }), session)
  }
  // What is learned makes others look again: not before all of these are decided.
  for (const row of rows) await learnFrom({ row, input }, session)
  return rows.map(({ _id }) => _id)
}

/**
 * A law or plan cited by name that a person links: its name is learned, unless it led there by itself or the citation says which version it
 * means.
 */
async function learnFrom(
  { row, input }: { row: CitationRecord; input: DecisionInput },
  session: ClientSession,
): Promise<void> {
  const { decision, document, actor, outside } = input
  if (decision.kind !== 'link' || !isByName(row) || saysWhich(row)) return
  if (row.state === 'linked' && String(row.to) === decision.to) return
  const plan = row.form === 'plan' ? row : await readPlan({ row, document }, session)
  const named = plan ? { title: plan.title, plan } : { title: row.title }
  const teaching = { from: document._id, actor, now: outside.now() }
  await learnDocument({ ...teaching, ...named, document: new Types.ObjectId(decision.to) }, session)
}

function isByName({ number, title }: CitationRecord): boolean {
  return number === '' && title !== ''
}

function saysWhich({ year, issuedOn, issuedPartial, candidates }: CitationRecord): boolean {
  return Boolean(year) || Boolean(issuedOn) || issuedPartial !== '' || candidates.length > 1
}

/** Words a person marked are one title, years and body and all: a plan is learned as the reader will find it. */
async function readPlan(
  { row, document }: { row: CitationRecord; document: LegalDocumentRecord },
  session: ClientSession,
) {
  const { citations } = extract(row.title)
  const found = citations.find(({ form, start }) => form === 'plan' && start === 0)
  if (!found?.title) return null
  const resolve = await resolver(document, session)
  const { issuerKey } = await resolve({ ...found, issuer: found.issuer ?? (row.issuer || null) })
  return { title: found.title, period: found.period ?? '', issuerKey }
}

function sameTarget(row: CitationRecord, change: CitationChange): boolean {
  return change.state !== 'rejected' && String(row.to) === String(change.to ?? '')
}

async function rowsOf(
  { document, citationId, decision, alike }: DecisionInput,
  session: ClientSession,
) {
  const row = await Citation.findOne({ _id: citationId, from: document._id })
    .session(session)
    .lean<CitationRecord>()
  if (!row) refuse('citations', 'intake.errors.citationGone')
  if (!alike || decision.kind === 'restore') return [row]
  const like = {
    from: document._id,
    toKey: row.toKey,
    state: { $ne: 'rejected' as const },
    _id: { $ne: row._id },
  }
  return [row, ...(await Citation.find(like).session(session).lean<CitationRecord[]>())]
}

type CitationChange = Partial<Omit<CitationRecord, '_id' | 'to'>> & { to?: Types.ObjectId | null }

async function changeFor(
  { row, input }: { row: CitationRecord; input: DecisionInput },
  session: ClientSession,
): Promise<CitationChange> {
  const by = { decidedBy: input.actor.id, decidedAt: input.outside.now() }
  const { decision, document } = input
  if (decision.kind === 'reject')
    return { ...by, state: 'rejected', decision: 'rejected', isLive: false }
  const isLive = document.state === 'confirmed'
  if (decision.kind === 'none') {
    return { ...by, state: 'missing', to: null, decision: 'none', reason: 'person', isLive }
  }
  if (decision.kind === 'link') {
    const to = await targetOf({ id: decision.to, input }, session)
    return { ...by, state: 'linked', to, decision: 'linked', reason: 'person', isLive }
  }
  const resolve = await resolver(document, session)
  const resolution = await resolve(asFound(row))
  if (row.origin === 'person') return { ...by, ...resolution, decision: 'added', isLive }
  // The machine's again: nobody has decided anything on it.
  return { ...resolution, decision: '', decidedBy: null, decidedAt: null, isLive }
}

async function targetOf(
  { id, input }: { id: string; input: DecisionInput },
  session: ClientSession,
): Promise<Types.ObjectId> {
  const wanted = { _id: id, state: 'confirmed' as const }
  const target = await LegalDocument.findOne({ $and: [wanted, visibleTo(input.actor)] })
    .select({ _id: 1 })
    .session(session)
    .lean()
  if (!target || target._id.equals(input.document._id))
    refuse('citations', 'intake.errors.targetGone')
  return target._id
}

function entryOf({
  row,
  input,
  change,
}: {
  row: CitationRecord
  input: DecisionInput
  change: CitationChange
}) {
  return {
    action: ACTION[input.decision.kind],
    by: input.actor,
    at: input.outside.now(),
    targetKind: 'Citation',
    target: row._id,
    before: { state: row.state, to: row.to, decision: row.decision },
    after: { state: change.state, to: change.to, document: input.document._id, quote: row.quote },
  }
}
