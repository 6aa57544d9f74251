import type { LegalDocumentRecord } from '../models/LegalDocument.ts'
import type { Actor } from '../people/actor.ts'
import type { Marked } from './markHits.ts'

export interface SearchFilters {
  type: string[]
  year: number[]
  docClass: string[]
  /** `register` or `starter`: registered here, or of the starter catalogue. */
  origin: string[]
}

/** Facets of a search, in the order they are shown. */
export const SEARCH_FACETS = [
  'origin',
  'type',
  'docClass',
  'year',
] as const satisfies (keyof SearchFilters)[]

export interface SearchInput {
  q: string
  filters: SearchFilters
  /** From 1. */
  page: number
  actor: Actor
}

export interface Snippet {
  heading: string
  runs: Marked[]
}

export interface SearchHit {
  document: LegalDocumentRecord
  title: Marked[]
  number: Marked[]
  snippets: Snippet[]
}

export interface FacetCount {
  value: string
  count: number
}

/** A document that is cited but not registered, found by its number. */
export interface StubHit {
  toKey: string
  number: string
  citations: number
}

export interface SearchResult {
  /** `number`: read as a number and answered by the register; `words`: by the engine; `register`: by words, without the engine. */
  mode: 'number' | 'words' | 'register'
  hits: SearchHit[]
  stubs: StubHit[]
  total: number
  /** The total is a lower bound or an estimate. */
  isApproximate: boolean
  facets: Record<keyof SearchFilters, FacetCount[]>
  pages: number
}

export const PAGE_SIZE = 10
