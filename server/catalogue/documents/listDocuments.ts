import type { QueryFilter, SortOrder, Types } from 'mongoose'
import { LegalDocument, type LegalDocumentRecord } from '../../models/LegalDocument.ts'
import { Review } from '../../models/Review.ts'
import { Unit } from '../../models/Unit.ts'
import type { Actor } from '../../people/actor.ts'
import { visibleTo } from '../../people/visibleTo.ts'
import {
  documentFilter,
  LIST_STATES,
  stateFilter,
  type DocumentFilters,
  type Facet,
  type ListState,
} from './documentFilter.ts'

export const DOCUMENTS_A_PAGE = 20
export const SORTS = {
  issued: { issuedOn: -1, _id: -1 },
  oldest: { issuedOn: 1, _id: 1 },
  registered: { updatedAt: -1, _id: -1 },
  number: { numberKey: 1, _id: 1 },
} as const satisfies Record<string, Record<string, SortOrder>>
export type DocumentSort = keyof typeof SORTS

export interface FacetCount {
  value: string
  count: number
  /** Printed where the value is no word (issuer, unit). */
  label?: string
}

export interface DocumentList {
  rows: LegalDocumentRecord[]
  total: number
  page: number
  /** Exact, each counted under all other filters. */
  facets: Record<Facet, FacetCount[]>
  states: Record<ListState, number>
  unitNames: Map<string, string>
}

export interface ListWanted {
  filters: DocumentFilters
  sort: DocumentSort
  page: number
  actor: Actor
}

interface Scope {
  filters: DocumentFilters
  visible: QueryFilter<LegalDocumentRecord>
  /** Documents with an open review. */
  open: Types.ObjectId[]
}

/** One page of the register with exact counts per filter value, as far as the actor may see it. */
export async function listDocuments(wanted: ListWanted): Promise<DocumentList> {
  const { filters, sort, actor } = wanted
  const open = await Review.distinct('document', { isOpen: true })
  const scope: Scope = { filters, visible: visibleTo(actor), open }
  const filter = documentFilter(filters, scope)
  const total = await LegalDocument.countDocuments(filter)
  const page = Math.min(Math.max(1, wanted.page), Math.max(1, Math.ceil(total / DOCUMENTS_A_PAGE)))
  const [rows, facets, states, units] = await Promise.all([
    LegalDocument.find(filter)
      .sort(SORTS[sort])
      .skip((page - 1) * DOCUMENTS_A_PAGE)
      .limit(DOCUMENTS_A_PAGE)
      .lean<LegalDocumentRecord[]>(),
    countFacets(scope),
    countStates(scope.visible),
    Unit.find({}, { name: 1 }).lean(),
  ])
  const unitNames = new Map(units.map(({ _id, name }) => [String(_id), name]))
  return { rows, total, page, facets, states, unitNames }
}

/** What each facet groups by. */
const GROUPS: Record<Exclude<Facet, 'reviews'>, unknown> = {
  type: '$type',
  class: '$docClass',
  direction: '$direction',
  own: { $cond: ['$own', 'yes', 'no'] },
  unit: { $ifNull: [{ $toString: '$responsibleUnit' }, 'none'] },
  issuer: '$issuerKey',
  year: { $substrBytes: [{ $ifNull: ['$issuedOn', ''] }, 0, 4] },
  force: '$forceStatus',
}

async function countFacets(scope: Scope): Promise<Record<Facet, FacetCount[]>> {
  const grouped = Object.keys(GROUPS) as (keyof typeof GROUPS)[]
  const counted = await Promise.all(
    grouped.map(async facet => [facet, await countFacet(facet, scope)] as const),
  )
  const facets = Object.fromEntries(counted) as Record<keyof typeof GROUPS, FacetCount[]>
  return { ...facets, reviews: await countReviews(scope) }
}

async function countFacet(facet: keyof typeof GROUPS, scope: Scope): Promise<FacetCount[]> {
  const rows = await LegalDocument.aggregate<{ _id: string | null; count: number; label: string }>([
    { $match: documentFilter(scope.filters, { ...scope, without: facet }) },
    { $group: { _id: GROUPS[facet], count: { $sum: 1 }, label: { $first: '$issuerName' } } },
    { $sort: { count: -1, _id: 1 } },
  ])
  return rows.map(({ _id, count, label }) => ({
    value: _id ?? '',
    count,
    ...(facet === 'issuer' && { label }),
  }))
}

async function countReviews(scope: Scope): Promise<FacetCount[]> {
  const rest = documentFilter(scope.filters, { ...scope, without: 'reviews' })
  const [all, open] = await Promise.all([
    LegalDocument.countDocuments(rest),
    LegalDocument.countDocuments({ $and: [rest, { _id: { $in: scope.open } }] }),
  ])
  return [
    { value: 'open', count: open },
    { value: 'none', count: all - open },
  ].filter(({ count }) => count > 0)
}

async function countStates(visible: Scope['visible']): Promise<DocumentList['states']> {
  const counted = LIST_STATES.map(async state => {
    const n = await LegalDocument.countDocuments({ $and: [stateFilter(state), visible] })
    return [state, n] as const
  })
  return Object.fromEntries(await Promise.all(counted)) as DocumentList['states']
}
