import type { ClientSession, Types } from 'mongoose'
import { audit } from '../audit/audit.ts'
import { learnIssuer } from '../catalogue/learned/learnNames.ts'
import { isChanging } from '../catalogue/relations/relationsFromCitations.ts'
import { Citation, type CitationRecord } from '../models/Citation.ts'
import type { LegalDocumentRecord } from '../models/LegalDocument.ts'
import type { Outside } from '../outside.ts'
import type { Actor } from '../people/actor.ts'
import type { ChangeAnswer } from './answers.ts'
import { applyCorrections, type DocumentChange } from './applyCorrections.ts'
import { changeDocument, writeChange, type FormOrigin } from './changeDraft.ts'
import type { CitationCorrection } from './citationForm.ts'
import type { Corrections } from './corrections.ts'
import { correctParts } from './correctParts.ts'
import { typedOrders } from './orderCorrections.ts'
import { resolveAgain } from './resolveCitations.ts'

interface By {
  actor: Actor
  outside: Outside
}

/** Saves the form of a draft as it stands: nothing is demanded of it. */
export async function saveCorrections(
  origin: FormOrigin & { corrections: Corrections },
): Promise<ChangeAnswer> {
  return changeDocument(origin, async (document, session) => {
    await writeCorrections(document, origin, session)
    return {}
  })
}

/**
 * The corrections of one form in the caller's transaction: fields, then what was said of the citations. Citations nobody decided
 * are looked up again when the document's own body changed, for "UBND tỉnh" means another province then.
 */
export async function writeCorrections(
  document: LegalDocumentRecord,
  { corrections, actor, outside }: By & { corrections: Corrections },
  session: ClientSession,
): Promise<LegalDocumentRecord> {
  const { change: fields, changed } = applyCorrections(document, corrections)
  const change = { ...fields, ...(await typedOrders(document, corrections, session)) }
  await writeChange(
    document,
    {
      change,
      action: 'draftSave',
      before: pick(document, changed),
      after: pick(change, changed),
      actor,
      outside,
    },
    session,
  )
  const after = { ...document, ...change, revision: document.revision + 1 } as LegalDocumentRecord
  const by = { actor, outside }
  await correctCitations({ document, corrections, by }, session)
  const said = Object.entries(corrections.citations ?? {})
  const wanted = new Map(said.flatMap(([id, { parts }]) => (parts ? [[id, parts] as const] : [])))
  if (wanted.size > 0) await correctParts({ document: after, wanted, by }, session)
  await learnOwnIssuer({ document, after, by }, session)
  if ('issuerKey' in change && change.issuerKey !== document.issuerKey)
    await resolveAgain(after, session)
  return after
}

/** The body of the letterhead, corrected by a person, is a name worth knowing. */
async function learnOwnIssuer(
  { document, after, by }: { document: LegalDocumentRecord; after: LegalDocumentRecord; by: By },
  session: ClientSession,
): Promise<void> {
  const [read, typed] = [document.issuerName, after.issuerName]
  if (read === typed) return
  const teaching = { from: document._id, actor: by.actor, now: by.outside.now() }
  await learnIssuer({ ...teaching, read, typed }, session)
}

function pick(record: object, names: string[]): DocumentChange {
  const values = record as Record<string, unknown>
  return Object.fromEntries(names.map(name => [name, values[name]]))
}

async function correctCitations(
  {
    document,
    corrections,
    by,
  }: { document: LegalDocumentRecord; corrections: Corrections; by: By },
  session: ClientSession,
): Promise<void> {
  const wanted = corrections.citations ?? {}
  const rows = await Citation.find({ from: document._id, _id: { $in: Object.keys(wanted) } })
    .session(session)
    .lean<CitationRecord[]>()
  for (const row of rows) {
    const change = citationChange(row, wanted[String(row._id)] ?? {})
    if (change) await writeRelation({ row, change, document: document._id, by }, session)
  }
}

type RelationChange = Pick<CitationRecord, 'relation' | 'relationDecided' | 'relationRefused'>

/** What a person says of the relation: another one is their decision; a change read from the text is theirs when ticked. */
function citationChange(
  row: CitationRecord,
  { relation = row.relation, confirmed }: CitationCorrection,
): RelationChange | null {
  const moved = relation !== row.relation
  const relationDecided = moved || (confirmed ?? row.relationDecided)
  const relationRefused = !moved && (confirmed === undefined ? row.relationRefused : !confirmed)
  const same =
    !moved && relationDecided === row.relationDecided && relationRefused === row.relationRefused
  return same ? null : { relation, relationDecided, relationRefused }
}

async function writeRelation(
  {
    row,
    change,
    document,
    by,
  }: {
    row: CitationRecord
    change: RelationChange
    document: Types.ObjectId
    by: By
  },
  session: ClientSession,
): Promise<void> {
  const at = by.outside.now()
  await Citation.updateOne(
    { _id: row._id },
    { $set: { ...change, decidedBy: by.actor.id, decidedAt: at } },
    { session },
  )
  if (change.relation === row.relation && !isChanging(row.relation)) return
  await audit(
    {
      action: 'citationResolve',
      by: by.actor,
      at,
      targetKind: 'Citation',
      target: row._id,
      before: { relation: row.relation, relationDecided: row.relationDecided },
      after: { ...change, document },
    },
    session,
  )
}
