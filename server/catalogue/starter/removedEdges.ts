import { Types } from 'mongoose'
import { AuditEntry } from '../../models/AuditEntry.ts'
import { LegalDocument } from '../../models/LegalDocument.ts'
import { EFFECT_OF } from '../effects/recordEffects.ts'
import type { StarterEdge, StarterEvent } from './relationRows.ts'

type Ends = Pick<StarterEdge, 'from' | 'to' | 'kind'>

interface Removal {
  before: { from: string; to: string; kind: Ends['kind'] }
}

/** What the catalogue states, without what people took back of it, and without what that did. */
export async function withoutRemoved<T extends { edges: StarterEdge[]; events: StarterEvent[] }>(
  stated: T,
): Promise<T> {
  const removed = await removedEdges()
  const edges = new Set(removed.map(edgeKey))
  const changes = new Set(
    removed.flatMap(({ from: source, to: target, kind }) =>
      Object.values(EFFECT_OF[kind] ?? {}).map(change =>
        changeKey({ source, target, kind: change }),
      ),
    ),
  )
  return {
    ...stated,
    edges: stated.edges.filter(edge => !edges.has(edgeKey(edge))),
    events: stated.events.filter(event => !changes.has(changeKey(event))),
  }
}

/** What tells one edge from another. */
export function edgeKey({ from, to, kind }: Record<keyof Ends, unknown>): string {
  return `${String(from)}|${String(to)}|${String(kind)}`
}

function changeKey({ source, target, kind }: Record<'source' | 'target' | 'kind', unknown>) {
  return edgeKey({ from: source, to: target, kind })
}

/**
 * Edges of the catalogue a person took back, between rows of it: the log keeps them. An end may be a document that stood in the place of a
 * row then, and does no longer: the edge is taken back of that row as well.
 */
async function removedEdges(): Promise<Removal['before'][]> {
  const entries = await AuditEntry.find(
    { action: 'relationRemove', 'before.isStarter': true },
    'before',
  ).lean<Removal[]>()
  const rows = await rowsEverBehind(entries.flatMap(({ before: { from, to } }) => [from, to]))
  return entries.flatMap(({ before: { kind, ...ends } }) =>
    (rows.get(ends.from) ?? []).flatMap(from =>
      (rows.get(ends.to) ?? []).map(to => ({ from, to, kind })),
    ),
  )
}

/** Each document with itself and the rows that stand behind it or once did. */
async function rowsEverBehind(ids: string[]): Promise<Map<string, string[]>> {
  const documents = ids.map(id => new Types.ObjectId(id))
  const behind = await LegalDocument.find(
    { supersededBy: { $in: documents } },
    'supersededBy',
  ).lean()
  const settled = await AuditEntry.find(
    { action: { $in: ['catalogueAdopt', 'catalogueRelease'] }, target: { $in: documents } },
    'target after.row',
  ).lean<{ target: Types.ObjectId; after: { row: string } }[]>()
  const pairs = [
    ...behind.map(({ _id, supersededBy }) => [String(supersededBy), String(_id)] as const),
    ...settled.map(({ target, after }) => [String(target), after.row] as const),
  ]
  const rows = new Map(ids.map(id => [id, new Set([id])]))
  for (const [document, row] of pairs) rows.get(document)?.add(row)
  return new Map([...rows].map(([id, found]) => [id, [...found]]))
}
