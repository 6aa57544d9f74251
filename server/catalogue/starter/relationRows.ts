import type { Types } from 'mongoose'
import { numberKey } from '../../legal/documentNumber.ts'
import type { EffectKind, RelationKind } from '../../legal/glossary.ts'
import { t } from '../../lib/labels.ts'
import { EFFECT_OF } from '../effects/recordEffects.ts'
import { TYPE_OF, type StarterRow } from './documentRows.ts'
import { inPieces } from './inPieces.ts'
import { endsOf } from './saidDocuments.ts'
import { starterPrint, type StarterKey } from './starterId.ts'
import { sourceIds, type StarterFact } from './starterTables.ts'

/** One edge of the catalogue, between rows of it. */
export interface StarterEdge {
  from: Types.ObjectId
  to: Types.ObjectId
  kind: RelationKind
  scope: 'whole' | 'part'
  provisions: string
  effectiveOn: string
  starter: {
    support: number
    sources: string[]
    scope: string
    pinpointFrom: string
    pinpointTo: string
    effectiveOn: string
    print: string
  }
}

/** One dated event of the catalogue; without a source document where the document's own dates or an editor's note state it. */
export interface StarterEvent {
  target: Types.ObjectId
  kind: EffectKind
  source: Types.ObjectId | null
  on: string
  provisions: string
  /** `notBefore`: the day its act was issued, or the first of that year; where the day it works from is not stated. */
  starter: { support: number; sources: string[]; notBefore?: string; print: string }
}

const KIND_OF: Record<string, RelationKind> = {
  amends: 'amends',
  replaces: 'replaces',
  repeals: 'repeals',
  details: 'details',
  based_on: 'basedOn',
  consolidates: 'consolidates',
  suspends_force: 'suspendsForce',
}

/** Edges and events of the facts, those between rows of the catalogue; `lost`: facts of which an end is no row. Pure. */
export async function relationRows(
  facts: StarterFact<'relations'>[],
  rows: StarterRow[],
): Promise<{ edges: StarterEdge[]; events: StarterEvent[]; lost: number }> {
  const find = finder(rows)
  const issued = new Map(rows.map(row => [String(row._id), firstDay(row)]))
  const edges: StarterEdge[] = []
  const events = (await inPieces(rows, ownEvents)).flat()
  await inPieces(facts, fact => {
    const [from, to] = endsOf(fact).map(end => find(end))
    const kind = KIND_OF[fact.kind]
    if (to && fact.kind === 'expires') events.push(eventOf(fact, { to, kind: 'expired' }))
    if (!from || !to || !kind || from.equals(to)) return
    const edge = edgeOf(fact, { from, to, kind })
    edges.push(edge)
    events.push(...changeOf(fact, edge, issued))
  })
  const told = facts.filter(({ kind }) => kind !== 'expires').length
  return { edges, events, lost: told - edges.length }
}

/** The event an edge makes in the life of the touched document; of unknown day, not before its act was issued. */
function changeOf(
  fact: StarterFact<'relations'>,
  { from, to, kind, scope }: StarterEdge,
  issued: Map<string, string>,
): StarterEvent[] {
  const change = EFFECT_OF[kind]?.[scope]
  if (!change) return []
  const event = eventOf(fact, { from, to, kind: change })
  if (!event.on) event.starter.notBefore = issued.get(String(from)) ?? ''
  return [event]
}

/** The day a document was issued, or the first of the year when no more is known; nothing else. */
export function firstDay({
  issuedOn,
  issuedPartial,
}: {
  issuedOn?: string | null
  issuedPartial?: string
}): string {
  if (issuedOn) return issuedOn
  return /^\d{4}$/u.test(issuedPartial ?? '') ? `${issuedPartial}-01-01` : ''
}

/** A row by type, number and day; by type and number where the day is not known and only one row has them. */
function finder(rows: StarterRow[]): (end: StarterKey) => Types.ObjectId | undefined {
  const byDay = new Map<string, Types.ObjectId>()
  const byNumber = new Map<string, Types.ObjectId | null>()
  for (const { _id, type, numberKey: number, issuedOn } of rows) {
    const key = `${type} ${number}`
    byDay.set(`${key} ${issuedOn}`, _id)
    byNumber.set(key, byNumber.has(key) ? null : _id)
  }
  return ({ type, number, issuedOn }) => {
    const key = `${TYPE_OF.get(type) ?? ''} ${number ? numberKey(number) : ''}`
    return (
      byDay.get(`${key} ${issuedOn}`) ?? (issuedOn ? undefined : (byNumber.get(key) ?? undefined))
    )
  }
}

function ownEvents({ _id, issuedOn, effectiveFrom, starter }: StarterRow): StarterEvent[] {
  const days: [EffectKind, string][] = [
    ['issued', issuedOn],
    ['tookEffect', effectiveFrom],
  ]
  const { support, sources } = starter
  return days
    .filter(([, on]) => on)
    .map(([kind, on]) => ({
      ...{ target: _id, kind, source: null, on, provisions: '' },
      starter: { support, sources, print: starterPrint([on, support, sources]) },
    }))
}

function edgeOf(
  fact: StarterFact<'relations'>,
  ends: Pick<StarterEdge, 'from' | 'to' | 'kind'>,
): StarterEdge {
  return {
    ...ends,
    ...wordsOf({ scope: fact.scope, pinpointTo: fact.pinpoint_to }),
    effectiveOn: fact.effective_from,
    starter: {
      ...{ support: Number(fact.support), sources: sourceIds(fact.sources), scope: fact.scope },
      ...{ pinpointFrom: fact.pinpoint_from, pinpointTo: fact.pinpoint_to },
      ...{ effectiveOn: fact.effective_from, print: starterPrint(fact) },
    },
  }
}

function eventOf(
  fact: StarterFact<'relations'>,
  { from = null, to, kind }: { from?: Types.ObjectId | null; to: Types.ObjectId; kind: EffectKind },
): StarterEvent {
  const [support, sources] = [Number(fact.support), sourceIds(fact.sources)]
  return {
    ...{ target: to, kind, source: from, on: fact.effective_from },
    provisions: wordsOf({ scope: fact.scope, pinpointTo: fact.pinpoint_to }).provisions,
    starter: { support, sources, print: starterPrint(fact) },
  }
}

/** An edge in the words of the register. What is ended with exceptions is ended in part: something of it stays. */
export function wordsOf({
  scope,
  pinpointTo,
}: Pick<StarterEdge['starter'], 'scope' | 'pinpointTo'>): Pick<
  StarterEdge,
  'scope' | 'provisions'
> {
  if (scope === 'whole-with-exceptions')
    return { scope: 'part', provisions: t('catalogue.withExceptions') }
  return scope === 'part'
    ? { scope, provisions: pinpointTo || t('catalogue.somePart') }
    : { scope: 'whole', provisions: '' }
}
