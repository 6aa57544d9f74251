import type { QueryFilter } from 'mongoose'
import { LegalDocument, type LegalDocumentRecord } from '../models/LegalDocument.ts'
import { foldText } from '../legal/foldText.ts'
import type { Actor } from '../people/actor.ts'
import { visibleTo } from '../people/visibleTo.ts'
import { PAGE_SIZE, type FacetCount, type SearchFilters, type SearchInput } from './types.ts'

/** What the register itself answers: one page of documents, the exact total and the counts. */
export interface RegisterAnswer {
  documents: LegalDocumentRecord[]
  total: number
  facets: Record<keyof SearchFilters, FacetCount[]>
}

/**
 * The filter words become when the engine is off: every word folded must stand among the document's search words, the
 * last one as a beginning. Answered from the index on `searchWords`.
 */
export function wordsFilter(q: string): QueryFilter<LegalDocumentRecord> {
  const words = [
    ...new Set(
      foldText(q)
        .split(/[^\p{L}\d]+/u)
        .filter(Boolean),
    ),
  ]
  const last = words.pop()
  if (last === undefined) return {}
  const beginning = { searchWords: { $regex: `^${last}` } }
  return words.length > 0 ? { $and: [{ searchWords: { $all: words } }, beginning] } : beginning
}

/** Filter of ticked values, but for one facet: its own counts must show what else could be ticked. */
export function facetFilter(
  filters: SearchFilters,
  except?: keyof SearchFilters,
): QueryFilter<LegalDocumentRecord> {
  const all: QueryFilter<LegalDocumentRecord>[] = []
  if (filters.type.length > 0 && except !== 'type')
    all.push({ type: { $in: filters.type } as never })
  if (filters.docClass.length > 0 && except !== 'docClass') {
    all.push({ docClass: { $in: filters.docClass } as never })
  }
  if (filters.origin.length > 0 && except !== 'origin') all.push(originFilter(filters.origin))
  if (filters.year.length > 0 && except !== 'year') all.push({ $or: filters.year.map(yearFilter) })
  return all.length > 0 ? { $and: all } : {}
}

function originFilter(origins: string[]): QueryFilter<LegalDocumentRecord> {
  const [only, ...more] = origins
  if (only === undefined || more.length > 0) return {}
  return only === 'starter' ? { origin: 'starter' } : { origin: { $ne: 'starter' } }
}

function yearFilter(year: number): QueryFilter<LegalDocumentRecord> {
  return {
    $or: [
      { issuedOn: { $gte: `${year}-01-01`, $lte: `${year}-12-31` } },
      { issuedOn: null, issuedPartial: { $regex: `^${year}` } },
    ],
  }
}

/** Searches the register by folded words of number, title, issuer and signer. Exact, without texts of Điều. */
export async function searchRegister({
  q,
  filters,
  page,
  actor,
}: SearchInput): Promise<RegisterAnswer> {
  const base = baseFilter(q, actor)
  const filter = { $and: [base, facetFilter(filters)] }
  const [documents, total, origin, type, docClass, year] = await Promise.all([
    LegalDocument.find(filter)
      .sort({ issuedOn: -1, _id: -1 })
      .skip((page - 1) * PAGE_SIZE)
      .limit(PAGE_SIZE)
      .lean(),
    LegalDocument.countDocuments(filter),
    countBy({ $and: [base, facetFilter(filters, 'origin')] }, ORIGIN),
    countBy({ $and: [base, facetFilter(filters, 'type')] }, '$type'),
    countBy({ $and: [base, facetFilter(filters, 'docClass')] }, '$docClass'),
    countBy({ $and: [base, facetFilter(filters, 'year')] }, YEAR),
  ])
  return { documents, total, facets: { origin, type, docClass, year } }
}

export function baseFilter(q: string, actor: Actor): QueryFilter<LegalDocumentRecord> {
  return { $and: [{ state: 'confirmed' }, wordsFilter(q), visibleTo(actor)] }
}

const ORIGIN = { $ifNull: ['$origin', 'register'] }
const YEAR = { $substrCP: [{ $ifNull: ['$issuedOn', '$issuedPartial'] }, 0, 4] }

async function countBy(
  filter: QueryFilter<LegalDocumentRecord>,
  value: string | object,
): Promise<FacetCount[]> {
  const rows = await LegalDocument.aggregate<{ _id: string; count: number }>([
    { $match: filter },
    { $group: { _id: value, count: { $sum: 1 } } },
    { $sort: { count: -1, _id: 1 } },
  ])
  return rows.filter(row => row._id).map(row => ({ value: row._id, count: row.count }))
}
