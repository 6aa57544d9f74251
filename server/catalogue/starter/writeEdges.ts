import type { Types } from 'mongoose'
import { AuditEntry } from '../../models/AuditEntry.ts'
import { Relation, type RelationRecord } from '../../models/Relation.ts'
import type { StarterEdge } from './relationRows.ts'
import { STARTER_SOURCE } from './starterSource.ts'
import { writeInBatches, type Planned, type Writing, type Written } from './writeInBatches.ts'

type Ends = Pick<StarterEdge, 'from' | 'to' | 'kind'>

/**
 * Writes the edges of the catalogue. One a text or a person states already keeps its words and gets the catalogue's beside them; one a
 * person took back does not return. Ends are registered documents where a row stands behind one.
 */
export async function writeEdges(
  edges: StarterEdge[],
  registered: Map<string, Types.ObjectId>,
  writing: Writing,
): Promise<Written> {
  const [kept, removed] = await Promise.all([keptEdges(), removedEdges()])
  const planned: Planned[] = []
  for (const edge of edges) {
    const ends = endsIn(edge, registered)
    const key = keyOf(ends)
    const before = kept.get(key)
    if (removed.has(key) || removed.has(keyOf(edge)) || ends.from.equals(ends.to)) continue
    if (before?.starter?.print === edge.starter.print) continue
    planned.push(...operations(edge, ends, Boolean(before)))
  }
  return writeInBatches(
    (ops, session) => Relation.bulkWrite(ops as never[], { session }),
    { planned, all: edges.length },
    writing,
  )
}

function endsIn({ from, to, kind }: Ends, registered: Map<string, Types.ObjectId>): Ends {
  return {
    from: registered.get(String(from)) ?? from,
    to: registered.get(String(to)) ?? to,
    kind,
  }
}

function operations(edge: StarterEdge, ends: Ends, isKnown: boolean): Planned[] {
  const { scope, provisions, effectiveOn, starter } = edge
  const values = { scope, provisions, ...(effectiveOn && { effectiveOn }) }
  const insert = {
    updateOne: {
      filter: { ...ends },
      update: { $set: { starter }, $setOnInsert: { ...values, source: STARTER_SOURCE } },
      upsert: true,
    },
  }
  const onlyOurs = { ...ends, source: STARTER_SOURCE, confirmedBy: null }
  const change = { updateOne: { filter: onlyOurs, update: { $set: values } } }
  return isKnown
    ? [
        { op: insert, isNew: false },
        { op: change, isNew: false },
      ]
    : [{ op: insert, isNew: true }]
}

function keyOf({ from, to, kind }: Ends): string {
  return `${String(from)}|${String(to)}|${kind}`
}

async function keptEdges(): Promise<Map<string, Pick<RelationRecord, 'starter'>>> {
  const edges = await Relation.find(
    { 'starter.print': { $exists: true } },
    'from to kind starter.print',
  ).lean<(Ends & Pick<RelationRecord, 'starter'>)[]>()
  return new Map(edges.map(edge => [keyOf(edge), edge]))
}

/** Edges of the catalogue a person took back: the log keeps them. */
async function removedEdges(): Promise<Set<string>> {
  const entries = await AuditEntry.find({
    action: 'relationRemove',
    'before.isStarter': true,
  }).lean()
  return new Set(entries.map(({ before }) => keyOf(before as Ends)))
}
