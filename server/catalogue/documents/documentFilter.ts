import { Types, type QueryFilter } from 'mongoose'
import type { LegalDocumentRecord } from '../../models/LegalDocument.ts'

export const FACETS = [
  'type',
  'class',
  'direction',
  'own',
  'unit',
  'issuer',
  'year',
  'force',
  'reviews',
] as const
export type Facet = (typeof FACETS)[number]

/** What the list shows: the register, the starter catalogue, both, or what was withdrawn. */
export const LIST_STATES = ['confirmed', 'starter', 'all', 'withdrawn'] as const
export type ListState = (typeof LIST_STATES)[number]

/** What the list is narrowed to: per facet the values chosen (any of them); nothing chosen narrows nothing. */
export interface DocumentFilters extends Partial<Record<Facet, string[]>> {
  state: ListState
}

type Condition = QueryFilter<LegalDocumentRecord>

/** One facet's condition; `open` are the documents with an open review. */
const CONDITIONS: Record<Facet, (values: string[], open: Types.ObjectId[]) => Condition> = {
  type: values => ({ type: { $in: values as LegalDocumentRecord['type'][] } }),
  class: values => ({ docClass: { $in: values as LegalDocumentRecord['docClass'][] } }),
  direction: values => ({ direction: { $in: values as LegalDocumentRecord['direction'][] } }),
  own: values => ({ own: { $in: values.map(value => value === 'yes') } }),
  unit: values => ({ responsibleUnit: { $in: values.map(unitOf) } }),
  issuer: values => ({ issuerKey: { $in: values } }),
  year: values => ({
    $or: values.map((year): Condition =>
      year ? { issuedOn: { $gte: `${year}-01-01`, $lte: `${year}-12-31` } } : { issuedOn: null },
    ),
  }),
  force: values => ({ forceStatus: { $in: values as LegalDocumentRecord['forceStatus'][] } }),
  reviews: (values, open) =>
    values.length > 1 ? {} : { _id: values[0] === 'open' ? { $in: open } : { $nin: open } },
}

function unitOf(value: string): Types.ObjectId | null {
  return Types.ObjectId.isValid(value) ? new Types.ObjectId(value) : null
}

/** Rows of the starter catalogue are listed where they are asked for; one a registered document stands for is not listed at all. */
export function stateFilter(state: ListState): Condition {
  const confirmed = { state: 'confirmed' as const }
  if (state === 'confirmed') return { ...confirmed, origin: { $ne: 'starter' } }
  if (state === 'starter') return { ...confirmed, origin: 'starter' }
  return state === 'all' ? confirmed : { state: 'withdrawn', supersededBy: null }
}

/** Query of the list, without one facet where that facet is being counted. */
export function documentFilter(
  filters: DocumentFilters,
  { visible, open, without }: { visible: Condition; open: Types.ObjectId[]; without?: Facet },
): Condition {
  const chosen = FACETS.filter(facet => facet !== without && filters[facet]?.length)
  const conditions = chosen.map(facet => CONDITIONS[facet](filters[facet] ?? [], open))
  return { $and: [stateFilter(filters.state), visible, ...conditions] }
}
