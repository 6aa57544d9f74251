import {
  MeilisearchApiError,
  type Meilisearch,
  type MultiSearchQuery,
  type SearchResponse,
} from 'meilisearch'
import { log } from '../lib/log.ts'
import { indexName, withEngine } from '../lib/meili.ts'
import { holds, type Actor } from '../people/actor.ts'
import { HIT_END, HIT_START } from './markHits.ts'
import { SECTIONS } from './indexSettings.ts'
import { rewriteQuery } from './rewriteQuery.ts'
import type { Section } from './sectionsOf.ts'
import { hasDiacritics, telex } from './telex.ts'
import { SEARCH_FACETS, type FacetCount, type SearchFilters, type SearchInput } from './types.ts'

/** Ids in order of relevance, with counts, as the engine gives them. */
export interface EngineAnswer {
  ids: string[]
  total: number
  isCapped: boolean
  facets: Record<keyof SearchFilters, FacetCount[]>
}

const MOST_IDS = 300
const CAP = 1000
type Response = SearchResponse<Section>

/** Asks the engine for the documents that match; null when it is off. Hits with the query's own diacritics come first. */
export async function searchEngine(input: SearchInput): Promise<EngineAnswer | null> {
  const { words, phrase } = rewriteQuery(input.q)
  if (phrase) {
    const exact = await ask(input, phrase)
    if (exact === null || exact.ids.length > 0) return exact
  }
  return ask(input, words)
}

async function ask(input: SearchInput, q: string): Promise<EngineAnswer | null> {
  const found = await orNull(
    withEngine(async client => {
      const { results } = await client.multiSearch<{ queries: MultiSearchQuery[] }, Section>({
        queries: queriesOf(input, q),
      })
      return results
    }),
  )
  return found ? answerOf(input, found) : null
}

/** A request the engine refuses (settings not yet there, index being made) is answered by the register, as when it is off. */
async function orNull<T>(answer: Promise<T | null>): Promise<T | null> {
  try {
    return await answer
  } catch (error) {
    if (!(error instanceof MeilisearchApiError)) throw error
    log.warn({ reason: error.message }, 'the search engine refused a request')
    return null
  }
}

function queriesOf({ q: typed, filters, actor }: SearchInput, q: string): MultiSearchQuery[] {
  const base = {
    indexUid: indexName(SECTIONS),
    q,
    matchingStrategy: 'frequency' as const,
  }
  const ids = { ...base, attributesToRetrieve: ['documentId'], limit: MOST_IDS }
  const filter = filterOf(filters, actor)
  const exact = {
    ...ids,
    q: telex(typed),
    filter,
    attributesToSearchOn: ['titleExact'],
  }
  return [
    { ...ids, filter },
    hasDiacritics(typed) ? exact : { ...exact, limit: 0 },
    ...SEARCH_FACETS.map(facet => ({
      ...base,
      hitsPerPage: 1,
      page: 1,
      attributesToRetrieve: ['documentId'],
      filter: filterOf(filters, actor, facet),
      facets: [facet],
    })),
  ]
}

function answerOf({ q }: SearchInput, [all, exact, ...counts]: Response[]): EngineAnswer {
  const ids = (all?.hits ?? []).map(hit => hit.documentId)
  const first = new Set(hasDiacritics(q) ? (exact?.hits ?? []).map(hit => hit.documentId) : [])
  const total = all?.estimatedTotalHits ?? ids.length
  const [origin, type, docClass, year] = counts
  return {
    ids: [...ids.filter(id => first.has(id)), ...ids.filter(id => !first.has(id))],
    total,
    isCapped: total >= CAP,
    facets: {
      origin: facetOf(origin, 'origin'),
      type: facetOf(type, 'type'),
      docClass: facetOf(docClass, 'docClass'),
      year: facetOf(year, 'year').sort((left, right) => right.value.localeCompare(left.value)),
    },
  }
}

function facetOf(response: Response | undefined, facet: string): FacetCount[] {
  const counts = response?.facetDistribution?.[facet] ?? {}
  return Object.entries(counts)
    .map(([value, count]) => ({ value, count }))
    .filter(({ value }) => value !== '')
    .sort((left, right) => right.count - left.count)
}

/** The engine's form of the ticked values and of who may see what. Values come from closed lists, never raw input. */
export function filterOf(
  filters: SearchFilters,
  actor: Actor,
  except?: keyof SearchFilters,
): string[] {
  const parts = SEARCH_FACETS.filter(facet => facet !== except && filters[facet].length > 0).map(
    facet => `${facet} IN [${filters[facet].map(value => JSON.stringify(value)).join(', ')}]`,
  )
  if (holds(actor, 'legalLead', 'admin')) return parts
  const seen = ['"all"', `"user:${String(actor.id)}"`]
  if (actor.unit) seen.push(`"unit:${String(actor.unit)}"`)
  return [...parts, `visibility IN [${seen.join(', ')}]`]
}

/** The best passages of the documents of one page, cropped and marked. */
export async function passagesOf(q: string, ids: string[]): Promise<Section[]> {
  if (ids.length === 0) return []
  const { words } = rewriteQuery(q)
  const found = await orNull(withEngine(client => passages(client, words, ids)))
  return found?.hits.map(hit => hit._formatted as unknown as Section) ?? []
}

async function passages(client: Meilisearch, q: string, ids: string[]): Promise<Response> {
  return client.index<Section>(indexName(SECTIONS)).search(q, {
    filter: `documentId IN [${ids.map(id => `"${id}"`).join(', ')}]`,
    limit: ids.length * 6,
    matchingStrategy: 'frequency',
    distinct: 'id',
    attributesToRetrieve: ['documentId', 'title', 'heading', 'body', 'number'],
    attributesToHighlight: ['title', 'heading', 'body', 'number'],
    attributesToCrop: ['body'],
    cropLength: 32,
    cropMarker: '…',
    highlightPreTag: HIT_START,
    highlightPostTag: HIT_END,
  })
}
