import type { Types } from 'mongoose'
import { Relation, type RelationRecord } from '../../models/Relation.ts'
import type { StarterEdge } from './relationRows.ts'
import { edgeKey } from './removedEdges.ts'
import { STARTER_SOURCE } from './starterSource.ts'
import { writeInBatches, type Planned, type Writing, type Written } from './writeInBatches.ts'

type Ends = Pick<StarterEdge, 'from' | 'to' | 'kind'>

/**
 * Writes the edges of the catalogue. One a text or a person states already keeps its words and gets the catalogue's beside them. Ends are
 * registered documents where a row stands behind one.
 */
export async function writeEdges(
  edges: StarterEdge[],
  registered: Map<string, Types.ObjectId>,
  writing: Writing,
): Promise<Written> {
  const kept = await keptEdges()
  const planned: Planned[] = []
  for (const edge of edges) {
    const ends = endsIn(edge, registered)
    const key = edgeKey(ends)
    const before = kept.get(key)
    if (ends.from.equals(ends.to)) continue
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

async function keptEdges(): Promise<Map<string, Pick<RelationRecord, 'starter'>>> {
  const edges = await Relation.find(
    { 'starter.print': { $exists: true } },
    'from to kind starter.print',
  ).lean<(Ends & Pick<RelationRecord, 'starter'>)[]>()
  return new Map(edges.map(edge => [edgeKey(edge), edge]))
}
