import { looksLikeNumber } from '../legal/looksLikeNumber.ts'
import { LegalDocument, type LegalDocumentRecord } from '../models/LegalDocument.ts'
import { visibleTo } from '../people/visibleTo.ts'
import { countBehind } from './repairIndex.ts'
import { findByNumber, findStubsByNumber } from './findByNumber.ts'
import { HIT_START, markWords, runsFromEngine } from './markHits.ts'
import { passagesOf, searchEngine } from './searchEngine.ts'
import { withoutTypeName } from './rewriteQuery.ts'
import { searchRegister } from './searchRegister.ts'
import type { Section } from './sectionsOf.ts'
import { yearOf } from './sectionsOf.ts'
import {
  PAGE_SIZE,
  type FacetCount,
  type SearchFilters,
  type SearchHit,
  type SearchInput,
  type SearchResult,
  type Snippet,
  type StubHit,
} from './types.ts'

const SNIPPETS = 2

/** Signs without a letter or digit ask for nothing, not for everything. */
const NOTHING: SearchResult = {
  mode: 'words',
  hits: [],
  stubs: [],
  total: 0,
  isApproximate: false,
  facets: { origin: [], type: [], docClass: [], year: [] },
  pages: 1,
}

/**
 * One search box: a number in any spelling is answered by the register, words by the engine, and by the register again
 * when the engine is off. Every document passes `visibleTo`.
 */
export async function searchDocuments(input: SearchInput): Promise<SearchResult> {
  if (input.q !== '' && !/[\p{L}\d]/u.test(input.q)) return NOTHING
  const typed = looksLikeNumber(withoutTypeName(input.q))
  if (typed) {
    const [documents, stubs] = await Promise.all([
      findByNumber(typed, input.actor),
      findStubsByNumber(typed, input.actor),
    ])
    if (documents.length + stubs.length > 0) return numberResult(input, documents, stubs)
  }
  return (await engineResult(input)) ?? registerResult(input)
}

function numberResult(
  { q, filters, page }: SearchInput,
  documents: LegalDocumentRecord[],
  stubs: StubHit[],
): SearchResult {
  const fitting = documents.filter(document => matches(document, filters))
  return {
    mode: 'number',
    hits: pageOf(fitting, page).map(document => plainHit(document, q)),
    stubs: page === 1 ? stubs : [],
    total: fitting.length,
    isApproximate: false,
    facets: {
      origin: count(documents, originOf),
      type: count(documents, document => document.type),
      docClass: count(documents, document => document.docClass),
      year: count(documents, document => String(yearOf(document) ?? '')),
    },
    pages: pagesOf(fitting.length),
  }
}

function matches(document: LegalDocumentRecord, filters: SearchFilters): boolean {
  const fits = (values: (string | number)[], value: string | number | null): boolean =>
    values.length === 0 || (value !== null && values.includes(value))
  return (
    fits(filters.origin, originOf(document)) &&
    fits(filters.type, document.type) &&
    fits(filters.docClass, document.docClass) &&
    fits(filters.year, yearOf(document))
  )
}

/** Rows of the starter catalogue and what was registered here are told apart. */
function originOf({ origin }: LegalDocumentRecord): string {
  return origin === 'starter' ? 'starter' : 'register'
}

function count(
  documents: LegalDocumentRecord[],
  valueOf: (document: LegalDocumentRecord) => string,
): FacetCount[] {
  const counts = new Map<string, number>()
  for (const value of documents.map(valueOf).filter(Boolean)) {
    counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return [...counts].map(([value, times]) => ({ value, count: times }))
}

async function engineResult(input: SearchInput): Promise<SearchResult | null> {
  const answer = await searchEngine(input)
  if (!answer) return null
  const ids = pageOf(answer.ids, input.page)
  const [documents, passages, behind] = await Promise.all([
    LegalDocument.find({
      $and: [{ _id: { $in: ids }, state: 'confirmed' }, visibleTo(input.actor)],
    }).lean(),
    passagesOf(input.q, ids),
    countBehind(),
  ])
  const hits = ids
    .map(id => documents.find(document => String(document._id) === id))
    .filter(document => document !== undefined)
    .map(document => engineHit(document, passages, input.q))
  return {
    mode: 'words',
    hits,
    stubs: [],
    total: answer.total,
    isApproximate: answer.isCapped || behind > 0,
    facets: answer.facets,
    pages: pagesOf(Math.min(answer.total, answer.ids.length)),
  }
}

function engineHit(document: LegalDocumentRecord, passages: Section[], q: string): SearchHit {
  const own = passages.filter(passage => passage.documentId === String(document._id))
  const title = own[0]?.title
  const snippets: Snippet[] = own
    .filter(passage => passage.body.includes(HIT_START))
    .slice(0, SNIPPETS)
    .map(passage => ({
      heading: runsFromEngine(passage.heading)
        .map(run => run.text)
        .join(''),
      runs: runsFromEngine(passage.body),
    }))
  return { ...plainHit(document, q), ...(title ? { title: runsFromEngine(title) } : {}), snippets }
}

function plainHit(document: LegalDocumentRecord, q: string): SearchHit {
  return {
    document,
    title: markWords(document.title, q),
    number: markWords(document.number, q),
    snippets: [],
  }
}

async function registerResult(input: SearchInput): Promise<SearchResult> {
  const { documents, total, facets } = await searchRegister(input)
  return {
    mode: 'register',
    hits: documents.map(document => plainHit(document, input.q)),
    stubs: [],
    total,
    isApproximate: false,
    facets,
    pages: pagesOf(total),
  }
}

function pageOf<T>(rows: T[], page: number): T[] {
  return rows.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)
}

function pagesOf(total: number): number {
  return Math.max(1, Math.ceil(total / PAGE_SIZE))
}
