import type { ClientSession, Types } from 'mongoose'
import { CHANGING_RELATIONS, type RelationKind } from '../../legal/glossary.ts'
import { Citation, type CitationRecord } from '../../models/Citation.ts'
import { Relation, type RelationRecord } from '../../models/Relation.ts'
import type { Actor } from '../../people/actor.ts'
import { STARTER_SOURCE } from '../starter/starterSource.ts'

/** The live citations of some documents, or some citations. */
export type WhichCitations = { from: Types.ObjectId[] } | { citations: Types.ObjectId[] }

/** Whether a relation changes the life of the document it points at. */
export function isChanging(kind: string): boolean {
  return (CHANGING_RELATIONS as readonly string[]).includes(kind)
}

/**
 * Live linked citations that carry a relation become edges, each with its sentence as quote. An amendment, replacement, repeal or
 * suspension becomes one only when a person confirmed it. Doing it again adds evidence and changes nothing else.
 * @returns the edges, new and old, in the order of the text
 */
export async function relationsFromCitations(
  which: WhichCitations,
  actor: Actor | null,
  session: ClientSession,
): Promise<RelationRecord[]> {
  const chosen = 'from' in which ? { from: { $in: which.from } } : { _id: { $in: which.citations } }
  const citations = await Citation.find({
    ...chosen,
    isLive: true,
    state: 'linked',
    relation: { $ne: '' },
  })
    .sort({ from: 1, start: 1 })
    .session(session)
    .lean()
  const relations = new Map<string, RelationRecord>()
  for (const citation of citations.filter(isEdge)) {
    const relation = await addEdge(citation, actor, session)
    relations.set(String(relation._id), relation)
  }
  return [...relations.values()]
}

function isEdge(citation: CitationRecord): boolean {
  if (!citation.to || citation.to.equals(citation.from)) return false
  return !isChanging(citation.relation) || citation.relationDecided
}

async function addEdge(
  citation: CitationRecord,
  actor: Actor | null,
  session: ClientSession,
): Promise<RelationRecord> {
  const { from, to, relation, sentence, quote } = citation
  const confirmed = citation.relationDecided
    ? { confirmedBy: citation.decidedBy ?? actor?.id, confirmedAt: citation.decidedAt }
    : {}
  const said = {
    scope: citation.scope === 'part' ? ('part' as const) : ('whole' as const),
    provisions: citation.scope === 'part' ? citation.pinpoint : '',
    quote: sentence || quote,
    source: 'text',
    ...confirmed,
  }
  // The text speaks before the starter catalogue, whose words stand beside it.
  await Relation.updateOne(
    { from, to, kind: relation as RelationKind, source: STARTER_SOURCE, confirmedBy: null },
    { $set: said, $unset: { effectiveOn: 1 } },
    { session },
  )
  return Relation.findOneAndUpdate(
    { from, to, kind: relation as RelationKind },
    {
      $setOnInsert: said,
      $addToSet: { evidence: citation._id },
    },
    { upsert: true, returnDocument: 'after', session, lean: true },
  ) as unknown as Promise<RelationRecord>
}
