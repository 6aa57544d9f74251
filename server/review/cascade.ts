import type { ClientSession, Types } from 'mongoose'
import { CARRYING_RELATIONS, type EffectKind } from '../legal/glossary.ts'
import type { IsoDate } from '../legal/dates.ts'
import { Effect } from '../models/Effect.ts'
import { LegalDocument, type LegalDocumentRecord } from '../models/LegalDocument.ts'
import { Relation, type RelationRecord } from '../models/Relation.ts'
import { ENDING_EFFECTS, type Ground } from '../legal/reviewGrounds.ts'

/** One step from the changed document to the reached one: who stands on whom, and the line that says so. */
export interface ChainLink {
  document: Types.ObjectId
  relation: string
  quote: string
}

export interface Reached {
  document: LegalDocumentRecord
  ground: Extract<Ground, 'basisChanged' | 'selfChanged'>
  /** 0: the changed document itself; 1: stands on it; 2: stands on one of those … */
  depth: number
  /** The changed document first, the reached one last. */
  chain: ChainLink[]
}

/** What one change touches, each document once. */
export interface Cascade {
  toOpen: Reached[]
  others: Reached[]
  /** Already wholly ended when the change works: nothing to review, and nothing carried further. */
  expired: Reached[]
}

export interface Change {
  target: Types.ObjectId
  kind: EffectKind
  /** The document that makes the change; it is never touched by itself. */
  source?: Types.ObjectId | null
  /** Day the change works from. */
  on?: IsoDate | null
  quote?: string
  depthLimit: number
}

/**
 * All documents a change touches: breadth first over `căn cứ`, `quy định chi tiết` and `hướng dẫn` edges that point at
 * the changed document, then at what stands on it, down to `depthLimit` (Nghị định 79/2025 Điều 39). Each document is
 * reached once, by its shortest chain. The changed document itself while part of it stays in force.
 */
export async function cascade(change: Change, session?: ClientSession): Promise<Cascade> {
  const result: Cascade = { toOpen: [], others: [], expired: [] }
  const [self] = await documentsOf([change.target], session)
  if (!self) return result
  const start: ChainLink = {
    document: self._id,
    relation: change.kind,
    quote: change.quote ?? '',
  }
  const seen = new Set([String(self._id), String(change.source ?? '')])
  await addSelf(change, { self, start, result, session })
  let level = new Map<string, ChainLink[]>([[String(self._id), [start]]])
  for (let depth = 1; depth <= change.depthLimit && level.size > 0; depth += 1) {
    const found = await nextLevel(level, { change, depth, seen, session })
    for (const [reached, isEnded] of found) place(result, reached, isEnded)
    const carried = found.filter(([, isEnded]) => !isEnded).map(([reached]) => reached)
    level = new Map(carried.map(({ document, chain }) => [String(document._id), chain]))
  }
  return result
}

interface Self {
  self: LegalDocumentRecord
  start: ChainLink
  result: Cascade
  session: ClientSession | undefined
}

async function addSelf(change: Change, { self, start, result, session }: Self): Promise<void> {
  if (!self.own || ENDING_EFFECTS.includes(change.kind)) return
  const ended = await endedOn([self], change, session)
  const reached: Reached = { document: self, ground: 'selfChanged', depth: 0, chain: [start] }
  place(result, reached, ended.has(String(self._id)))
}

interface Walk {
  change: Change
  depth: number
  seen: Set<string>
  session: ClientSession | undefined
}

async function nextLevel(
  level: Map<string, ChainLink[]>,
  { change, depth, seen, session }: Walk,
): Promise<[Reached, boolean][]> {
  const edges = await edgesTo([...level.keys()], session)
  const firstEdge = new Map<string, RelationRecord>()
  for (const edge of edges) {
    const from = String(edge.from)
    if (!seen.has(from) && !firstEdge.has(from)) firstEdge.set(from, edge)
  }
  const documents = await documentsOf(
    [...firstEdge.values()].map(edge => edge.from),
    session,
  )
  const ended = await endedOn(documents, change, session)
  return documents.map(document => {
    const id = String(document._id)
    seen.add(id)
    const edge = firstEdge.get(id)
    const before = level.get(String(edge?.to)) ?? []
    const link = { document: document._id, relation: edge?.kind ?? '', quote: edge?.quote ?? '' }
    const reached: Reached = { document, ground: 'basisChanged', depth, chain: [...before, link] }
    return [reached, ended.has(id)]
  })
}

/** Edges into a level; `căn cứ` first, so that a document that stands on another twice shows its legal basis. */
async function edgesTo(ids: string[], session?: ClientSession): Promise<RelationRecord[]> {
  const edges = await Relation.find({ to: { $in: ids }, kind: { $in: [...CARRYING_RELATIONS] } })
    .session(session ?? null)
    .lean<RelationRecord[]>()
  const order: readonly string[] = CARRYING_RELATIONS
  return edges.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
}

async function documentsOf(
  ids: Types.ObjectId[],
  session?: ClientSession,
): Promise<LegalDocumentRecord[]> {
  return LegalDocument.find({ _id: { $in: ids }, state: 'confirmed' })
    .sort({ issuedOn: 1, _id: 1 })
    .session(session ?? null)
    .lean<LegalDocumentRecord[]>()
}

/** Which of these have wholly ended by the day the change works: from their effects, and from today's projection. */
async function endedOn(
  documents: LegalDocumentRecord[],
  change: Change,
  session?: ClientSession,
): Promise<Set<string>> {
  const ended = new Set<string>()
  for (const { _id, forceStatus } of documents)
    if (forceStatus === 'expired') ended.add(String(_id))
  if (!change.on) return ended
  const ids = await Effect.distinct('target', {
    target: { $in: documents.map(({ _id }) => _id) },
    kind: { $in: [...ENDING_EFFECTS] },
    on: { $lte: change.on },
    withdrawnReason: '',
  }).session(session ?? null)
  for (const id of ids) ended.add(String(id))
  return ended
}

function place(result: Cascade, reached: Reached, isEnded: boolean): void {
  if (isEnded) result.expired.push(reached)
  else if (reached.document.own) result.toOpen.push(reached)
  else result.others.push(reached)
}
