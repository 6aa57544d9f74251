import type { StubList, StubRow } from '../catalogue/stubs/listStubs.ts'
import type { StubView } from '../catalogue/stubs/findStub.ts'
import { DOCUMENT_TYPES, labelOf, RELATION_KINDS } from '../legal/glossary.ts'
import { t } from '../lib/labels.ts'
import type { CitationRecord } from '../models/Citation.ts'
import { documentNumber, documentTags, exampleMark, issuerLabel } from './documentName.ts'
import { formatters } from './format.ts'
import { presentLamp } from './lamp.ts'
import { presentPager } from './pager.ts'
import { registerHref, type KnownOfDocument } from './registerHref.ts'

const SIZE = 20

/** The list of what is cited and not registered. */
export function presentStubList({ rows, total, page }: StubList) {
  return {
    page: {
      title: t('stubs.title'),
      crumbs: [{ href: '/documents', label: t('documents.title') }, { label: t('stubs.title') }],
    },
    title: t('stubs.count', { n: formatters.number(total) }),
    rows: rows.map(presentStubRow),
    pager: total > SIZE ? presentPager({ page, size: SIZE, total, path: '/stubs' }) : null,
  }
}

function presentStubRow(row: StubRow) {
  return {
    href: `/stubs/${encodeURIComponent(row.toKey)}`,
    name: stubName(row),
    type: row.number || isPlan(row) ? row.type : t('stubs.law'),
    citations: row.citations,
    documents: row.documents,
    several: row.several > 0 ? t('stubs.several', { n: row.several }) : '',
  }
}

/** `20/2019/QĐ-UBND`; a law by its name and year. */
function stubName({
  number,
  title,
  toKey,
}: {
  number: string
  title: string
  toKey: string
}): string {
  if (number) return number
  const [name = '', year = ''] = toKey.slice(2).split('|')
  const words = title || name
  if (!year) return words
  return isPlan({ toKey })
    ? t('stubs.periodOf', { name: words, period: year })
    : t('stubs.yearOf', { name: words, year })
}

/** A plan cited by its name. */
function isPlan({ toKey }: { toKey: string }): boolean {
  return toKey.startsWith('p:')
}

/** The page of one: what the citations say of it, who cites it with the sentence around, how to register it. */
export function presentStub(view: StubView, { mayRegister }: { mayRegister: boolean }) {
  const all = [...view.citations, ...view.drafts]
  const [first] = all
  const name = stubName({
    number: first?.number ?? '',
    title: first?.title ?? '',
    toKey: view.toKey,
  })
  const documents = new Set(view.citations.map(({ from }) => String(from))).size
  return {
    page: {
      title: name,
      crumbs: [
        { href: '/documents', label: t('documents.title') },
        { href: '/stubs', label: t('stubs.title') },
        { label: name },
      ],
    },
    name,
    registered: view.registered.map(presentRegistered),
    said: saidRows(all),
    times: t('stubs.citedTimes', { n: view.citations.length, documents }),
    citations: view.citations.flatMap(citation => presentCiting(citation, view)),
    drafts: view.drafts.flatMap(citation => presentCiting(citation, view)),
    ...(mayRegister && { registerHref: registerHref(agreed(all)) }),
  }
}

function presentRegistered(document: StubView['registered'][number]) {
  return {
    href: `/documents/${String(document._id)}`,
    number: documentNumber(document),
    example: exampleMark(document),
    title: document.title,
    meta: [formatters.date(document.issuedOn), issuerLabel(document)].filter(Boolean).join(' · '),
    lamp: presentLamp(document.forceStatus ?? 'undetermined'),
    tags: documentTags(document),
  }
}

/** Type, days, issuers and uses as the citations state them, each once with how often. */
function saidRows(citations: CitationRecord[]) {
  const said: [string, string[]][] = [
    [
      'type',
      citations.map(({ type, resolvedType }) => type || labelOf(DOCUMENT_TYPES, resolvedType)),
    ],
    [
      'dates',
      citations.map(({ issuedOn, issuedPartial }) =>
        issuedOn ? formatters.date(issuedOn) : issuedPartial,
      ),
    ],
    ['issuers', citations.map(({ issuer }) => issuer)],
    ['relations', citations.map(({ relation }) => labelOf(RELATION_KINDS, relation))],
  ]
  return said.map(([key, values]) => ({
    term: t(`stubs.${key}`),
    text: tally(values) || t('stubs.unsaid'),
  }))
}

function tally(values: string[]): string {
  const counts = new Map<string, number>()
  for (const value of values.filter(Boolean)) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].map(([value, n]) => (n > 1 ? `${value} (${n})` : value)).join('; ')
}

function presentCiting(citation: CitationRecord, { known }: StubView) {
  const from = known.get(String(citation.from))
  if (!from) return []
  const isDraft = from.state === 'draft'
  const id = String(from._id)
  return [
    {
      href: isDraft ? `/drafts/${id}` : `/documents/${id}#cite-${String(citation._id)}`,
      number: documentNumber(from),
      example: exampleMark(from),
      meta: [formatters.date(from.issuedOn), issuerLabel(from)].filter(Boolean).join(' · '),
      title: from.number ? from.title : '',
      quote: citation.sentence || citation.quote,
      relation: labelOf(RELATION_KINDS, citation.relation),
    },
  ]
}

/** What most of the citations say. */
function agreed(citations: CitationRecord[]): KnownOfDocument {
  const most = (values: (string | null | undefined)[]) => {
    const counts = new Map<string, number>()
    for (const value of values) if (value) counts.set(value, (counts.get(value) ?? 0) + 1)
    return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? ''
  }
  return {
    number: most(citations.map(({ number }) => number)),
    title: most(citations.map(({ title }) => title)),
    type: most(citations.map(({ resolvedType }) => resolvedType)),
    issuedOn: most(citations.map(({ issuedOn }) => issuedOn)),
    issuerName: most(citations.map(({ issuer }) => issuer)),
  }
}
