import type { DocumentFilters, Facet, ListState } from '../catalogue/documents/documentFilter.ts'
import type {
  DocumentList,
  DocumentSort,
  FacetCount,
} from '../catalogue/documents/listDocuments.ts'
import {
  DIRECTIONS,
  DOCUMENT_CLASSES,
  DOCUMENT_TYPES,
  FORCE_STATUSES,
  labelOf,
  type ForceStatus,
} from '../legal/glossary.ts'
import { nameOfKey } from '../legal/nameOfKey.ts'
import { t } from '../lib/labels.ts'
import type { LegalDocumentRecord } from '../models/LegalDocument.ts'
import { documentNumber, documentTags, exampleMark, issuerLabel } from './documentName.ts'
import { formatters } from './format.ts'
import { presentLamp } from './lamp.ts'
import { presentPager } from './pager.ts'

const SIZE = 20
/** Values shown of a long facet; chosen ones always stand. */
const SHOWN = 8
const SORTS: DocumentSort[] = ['issued', 'oldest', 'registered', 'number']
const FACET_ORDER: Facet[] = [
  'force',
  'type',
  'class',
  'own',
  'reviews',
  'unit',
  'direction',
  'year',
  'issuer',
]

interface Asked {
  filters: DocumentFilters
  sort: DocumentSort
}

/** The list of documents: facets with exact counts, chips, rows, pages. */
export function presentDocumentList(list: DocumentList, { filters, sort }: Asked) {
  const query = queryOf({ filters, sort })
  const isWithdrawn = filters.state === 'withdrawn'
  const chips = chipsOf(list, { filters, sort })
  return {
    page: {
      title: t('documents.title'),
      keys: [{ keys: ['J', 'K'], text: t('documents.list.keys') }],
    },
    title: t('documents.list.count', { n: formatters.number(list.total) }),
    sub: t(`documents.list.subs.${filters.state}`),
    state: filters.state === 'confirmed' ? '' : filters.state,
    states: statesOf(list, filters),
    facets: FACET_ORDER.map(facet => presentFacet(facet, list, filters)).filter(
      ({ rows }) => rows.length > 0,
    ),
    sorts: SORTS.map(value => ({
      value,
      label: t(`documents.list.sorts.${value}`),
      selected: value === sort,
    })),
    chips,
    clearHref: hrefOf({ filters: { state: filters.state }, sort }),
    rows: list.rows.map(row => presentRow(row, list.unitNames)),
    empty: list.total === 0 ? emptyOf(chips.length > 0 || isWithdrawn) : null,
    pager:
      list.total > SIZE
        ? presentPager({
            page: list.page,
            size: SIZE,
            total: list.total,
            path: '/documents',
            query,
          })
        : null,
  }
}

function presentRow(document: LegalDocumentRecord, unitNames: Map<string, string>) {
  const issued = document.issuedOn ? formatters.date(document.issuedOn) : document.issuedPartial
  return {
    id: `d-${String(document._id)}`,
    href: `/documents/${String(document._id)}`,
    number: documentNumber(document),
    example: exampleMark(document),
    title: document.number ? document.title || t('documents.noTitle') : '',
    type: labelOf(DOCUMENT_TYPES, document.type) || t('documents.untyped'),
    tags: documentTags(document),
    issued: issued || t('documents.head.undated'),
    issuer: issuerLabel(document),
    lamp: presentLamp(document.forceStatus ?? 'undetermined'),
    unit: unitNames.get(String(document.responsibleUnit)) ?? '–',
  }
}

function emptyOf(isNarrowed: boolean) {
  return isNarrowed
    ? { title: t('documents.list.nothing'), text: t('documents.list.nothingText') }
    : {
        title: t('documents.list.empty'),
        text: t('documents.list.emptyText'),
        href: '/intake',
        linkLabel: t('documents.list.intake'),
      }
}

const STATES: ListState[] = ['confirmed', 'starter', 'all', 'withdrawn']
const OF_CATALOGUE: ListState[] = ['starter', 'all']

function statesOf({ states }: DocumentList, filters: DocumentFilters) {
  const hasCatalogue = states.starter > 0
  const shown = STATES.filter(state => hasCatalogue || !OF_CATALOGUE.includes(state))
  return shown.map(state => ({
    href: hrefOf({ filters: { state }, sort: 'issued' }),
    label: t(`documents.list.states.${state}`),
    count: states[state],
    current: filters.state === state,
  }))
}

function presentFacet(facet: Facet, list: DocumentList, filters: DocumentFilters) {
  const chosen = filters[facet] ?? []
  const counts = list.facets[facet]
  const absent = chosen.filter(value => !counts.some(row => row.value === value))
  const all = [...sorted(facet, counts), ...absent.map(value => ({ value, count: 0 }))]
  const rows = all
    .filter((row, index) => index < SHOWN || chosen.includes(row.value))
    .map(row => ({
      value: row.value,
      count: row.count,
      label: valueLabel(facet, row, list),
      checked: chosen.includes(row.value),
      ...(facet === 'force' && { lamp: presentLamp(row.value as ForceStatus) }),
    }))
  return { title: t(`documents.list.facets.${facet}`), name: facet, rows }
}

/** Years run backwards; everything else by count. */
function sorted(facet: Facet, counts: FacetCount[]): FacetCount[] {
  return facet === 'year' ? [...counts].sort((a, b) => (a.value < b.value ? 1 : -1)) : counts
}

const WORDS: Partial<Record<Facet, Record<string, { vi: string; en: string }>>> = {
  type: DOCUMENT_TYPES,
  class: DOCUMENT_CLASSES,
  direction: DIRECTIONS,
  force: FORCE_STATUSES,
}

const KEYS: Record<string, string> = {
  'own yes': 'ownYes',
  'own no': 'ownNo',
  'unit none': 'noUnit',
  'reviews open': 'reviewsOpen',
  'reviews none': 'reviewsNone',
}

function valueLabel(
  facet: Facet,
  { value, label }: { value: string; label?: string },
  list: DocumentList,
) {
  const terms = WORDS[facet]
  if (terms && value) return labelOf(terms, value)
  const key = KEYS[`${facet} ${value}`]
  if (key) return t(`documents.list.values.${key}`)
  if (facet === 'unit') return list.unitNames.get(value) ?? value
  const shown = facet === 'issuer' ? bodyLabel(value, label) : value
  return shown || t('documents.list.values.none')
}

/** The body as a document names it; where none does, as the tables name its key. */
function bodyLabel(key: string, label = ''): string {
  return issuerLabel({ issuerName: label === '' ? nameOfKey(key) : label, issuerKey: key })
}

function chipsOf(list: DocumentList, { filters, sort }: Asked) {
  return FACET_ORDER.flatMap(facet =>
    (filters[facet] ?? []).map(value => {
      const row = list.facets[facet].find(one => one.value === value) ?? { value }
      const rest = (filters[facet] ?? []).filter(other => other !== value)
      return {
        label: `${t(`documents.list.facets.${facet}`)}: ${valueLabel(facet, row, list)}`,
        removeHref: hrefOf({ filters: { ...filters, [facet]: rest }, sort }),
      }
    }),
  )
}

function queryOf({ filters, sort }: Asked): URLSearchParams {
  const query = new URLSearchParams()
  if (filters.state !== 'confirmed') query.set('state', filters.state)
  if (sort !== 'issued') query.set('sort', sort)
  for (const facet of FACET_ORDER) {
    for (const value of filters[facet] ?? []) query.append(facet, value)
  }
  return query
}

function hrefOf(asked: Asked): string {
  const query = queryOf(asked).toString()
  return query ? `/documents?${query}` : '/documents'
}
