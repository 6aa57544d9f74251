import { DOCUMENT_CLASSES, DOCUMENT_TYPES, labelOf } from '../legal/glossary.ts'
import { printDate } from '../legal/dates.ts'
import { t } from '../lib/labels.ts'
import type {
  FacetCount,
  SearchFilters,
  SearchHit,
  SearchInput,
  SearchResult,
  StubHit,
} from '../search/types.ts'
import { exampleMark, issuerLabel } from './documentName.ts'
import { presentLamp } from './lamp.ts'
import type { PageHead, TagView } from './page.ts'
import { presentPager } from './pager.ts'

const PAGE_SIZE = 10

/** The search page: heading with the count, how the words were understood, facets, chips, hits. */
export function presentSearch(
  input: Pick<SearchInput, 'q' | 'filters' | 'page'>,
  result: SearchResult,
): { page: PageHead } & Record<string, unknown> {
  const { q, filters, page } = input
  const title = titleOf(result)
  const nothing = result.total === 0 && result.stubs.length === 0
  return {
    page: { title, keys: [{ keys: ['J', 'K'], text: t('search.keys.rows') }] },
    sub: t(`search.mode.${result.mode}`, { q }),
    q,
    facets: facetsOf(result, filters),
    chips: chipsOf(input),
    clearHref: hrefOf(q, { type: [], year: [], docClass: [], origin: [] }),
    hits: result.hits.map(presentHit),
    stubs: result.stubs.map(presentStub),
    nothing: nothing ? { title: t('search.nothing.title', { q }), text: nothingText(input) } : null,
    pager:
      result.total > PAGE_SIZE
        ? presentPager({
            page,
            size: PAGE_SIZE,
            total: result.total,
            path: '/search',
            query: queryOf(q, filters),
          })
        : null,
  }
}

function titleOf({ total, isApproximate, stubs, mode, hits }: SearchResult): string {
  if (total === 0 && stubs.length > 0) return t('search.title.stubs', { n: stubs.length })
  if (mode === 'number') return numberTitle(total, hits)
  return t(isApproximate ? 'search.title.about' : 'search.title.exact', { n: total })
}

/** `3 văn bản cùng số 20/2019/QĐ-UBND`, as printed; numbers that only begin alike are counted without one. */
function numberTitle(n: number, hits: SearchHit[]): string {
  const keys = new Set(hits.map(({ document }) => document.numberKey))
  const number = hits[0]?.document.number ?? ''
  return keys.size === 1 ? t('search.title.number', { n, number }) : t('search.title.exact', { n })
}

function nothingText({ filters }: Pick<SearchInput, 'filters'>): string {
  const ticked =
    filters.origin.length + filters.type.length + filters.year.length + filters.docClass.length
  return ticked > 0 ? t('search.nothing.filtered') : t('search.nothing.text')
}

function presentHit(hit: SearchHit): Record<string, unknown> {
  const { document } = hit
  const type = labelOf(DOCUMENT_TYPES, document.type)
  return {
    id: `d-${String(document._id)}`,
    href: `/documents/${String(document._id)}`,
    lead: type || t('search.untyped'),
    number: hit.number,
    title: hit.title,
    lamp: presentLamp(document.forceStatus),
    tags: tagsOf(hit),
    meta: metaOf(hit),
    example: exampleMark(document),
    snippets: hit.snippets,
    side: document.effectiveTo ? t('search.until', { day: printDate(document.effectiveTo) }) : '',
  }
}

function tagsOf({ document }: SearchHit): TagView[] {
  const tags: TagView[] = []
  if (document.docClass === 'qppl') tags.push({ label: DOCUMENT_CLASSES.qppl.vi, kind: 'strong' })
  if (document.origin === 'starter') tags.push({ label: t('catalogue.tag'), kind: 'warn' })
  if (!document.number) tags.push({ label: t('search.pendingNumber'), kind: 'quiet' })
  if (document.secrecy === 'restricted') tags.push({ label: t('search.restricted'), kind: 'warn' })
  return tags
}

function metaOf({ document }: SearchHit): string {
  const issued = document.issuedOn ? printDate(document.issuedOn) : document.issuedPartial
  return [issuerLabel(document), issued || t('search.undated')].filter(Boolean).join(' · ')
}

function presentStub(stub: StubHit): Record<string, unknown> {
  return {
    href: `/stubs/${encodeURIComponent(stub.toKey)}`,
    number: stub.number,
    meta: t('search.citedTimes', { n: stub.citations }),
  }
}

const FACETS = ['origin', 'type', 'docClass', 'year'] as const

function labelOfValue(facet: (typeof FACETS)[number], value: string): string {
  if (facet === 'origin') return t(`search.origin.${value}`)
  if (facet === 'type') return labelOf(DOCUMENT_TYPES, value)
  return facet === 'docClass' ? labelOf(DOCUMENT_CLASSES, value) : value
}

function facetsOf(result: SearchResult, filters: SearchFilters): unknown[] {
  return FACETS.map(facet => ({
    title: t(`search.facet.${facet}`),
    name: facet,
    rows: rowsOf(countsOf(result, facet), filters[facet].map(String)).map(row => ({
      ...row,
      label: labelOfValue(facet, row.value),
    })),
  })).filter(facet => facet.rows.length > 0)
}

/** Where everything found was registered here there is nothing to tell apart. */
function countsOf({ facets }: SearchResult, facet: (typeof FACETS)[number]): FacetCount[] {
  const counts = facets[facet]
  const isPlain = facet === 'origin' && counts.every(({ value }) => value === 'register')
  return isPlain ? [] : counts
}

/** Counted values, and ticked ones that count nothing now: a tick must not vanish. */
function rowsOf(counts: FacetCount[], ticked: string[]): (FacetCount & { checked: boolean })[] {
  const absent = ticked.filter(value => !counts.some(row => row.value === value))
  return [...counts, ...absent.map(value => ({ value, count: 0 }))].map(row => ({
    ...row,
    checked: ticked.includes(row.value),
  }))
}

function chipsOf({ q, filters }: Pick<SearchInput, 'q' | 'filters'>): unknown[] {
  return FACETS.flatMap(facet =>
    filters[facet].map(value => ({
      label: `${t(`search.facet.${facet}`)}: ${labelOfValue(facet, String(value))}`,
      removeHref: hrefOf(q, {
        ...filters,
        [facet]: (filters[facet] as (string | number)[]).filter(other => other !== value),
      }),
    })),
  )
}

/** Words and ticked values as an address query. */
function queryOf(q: string, filters: SearchFilters): URLSearchParams {
  const query = new URLSearchParams({ q })
  for (const facet of FACETS) for (const value of filters[facet]) query.append(facet, String(value))
  return query
}

function hrefOf(q: string, filters: SearchFilters): string {
  return `/search?${queryOf(q, filters).toString()}`
}
