import type { DocumentView } from '../catalogue/documents/findDocument.ts'
import { daysBetween, printLegalDate, type IsoDate } from '../legal/dates.ts'
import { FORCE_STATUSES, type ForceStatus, labelOf, DOCUMENT_TYPES } from '../legal/glossary.ts'
import { findProvince } from '../legal/provinces.ts'
import { t } from '../lib/labels.ts'
import type { LegalDocumentRecord } from '../models/LegalDocument.ts'
import { forceOn, nameOf, presentForce } from './documentForce.ts'
import { documentName, documentTags, exampleMark, issuerLabel } from './documentName.ts'
import { presentStarter } from './documentStarter.ts'
import { formatters } from './format.ts'
import { registerHref } from './registerHref.ts'

export const TABS = ['content', 'properties', 'related', 'files', 'reviews', 'history'] as const
export type DocumentTab = (typeof TABS)[number]

export interface HeadAsked {
  tab: DocumentTab
  /** Day viewed. */
  day: IsoDate
  today: IsoDate
  /** What was typed when it was no day. */
  badDay?: string
  mayEdit: boolean
}

/** What stands over every tab of a document: name, status on a day, banners, tabs. */
export function presentDocumentHead(view: DocumentView, asked: HeadAsked) {
  const { document } = view
  const path = `/documents/${String(document._id)}`
  const name = documentName(document)
  const isRow = document.origin === 'starter' && document.state === 'confirmed'
  return {
    page: { title: name, crumbs: crumbsOf(document, name) },
    path,
    id: String(document._id),
    revision: document.revision,
    name,
    example: exampleMark(document),
    typeLabel: document.type ? labelOf(DOCUMENT_TYPES, document.type) : t('documents.untyped'),
    tags: documentTags(document),
    issued: issuedWords(document),
    title: document.title || t('documents.noTitle'),
    asOf: {
      tab: asked.tab,
      day: formatters.date(asked.day),
      ...(asked.badDay && {
        bad: t('documents.head.badDay', { typed: asked.badDay.slice(0, 40) }),
      }),
    },
    force: presentForce(view, { ...asked, known: view.known }),
    foot: footOf(document),
    mayEdit: asked.mayEdit && document.state === 'confirmed',
    starter: presentStarter(view),
    ...(isRow && asked.mayEdit && { registerHref: registerHref(document) }),
    copy: copyWords(document, name),
    banners: bannersOf(view, { ...asked, path }),
    tabs: tabsOf(view, { ...asked, path }),
  }
}

function crumbsOf(document: LegalDocumentRecord, name: string) {
  const { issuerKey, issuedOn, issuedPartial, origin } = document
  const state = origin === 'starter' ? 'state=starter&' : ''
  const issuer = issuerLabel(document)
  const year = (issuedOn ?? issuedPartial).slice(0, 4)
  return [
    { href: '/documents', label: t('documents.title') },
    ...(issuer && issuerKey
      ? [{ href: `/documents?${state}issuer=${encodeURIComponent(issuerKey)}`, label: issuer }]
      : []),
    { label: year || name },
  ]
}

function issuedWords({ issuedOn, issuedPartial }: LegalDocumentRecord): string {
  if (issuedOn) return t('documents.head.issued', { date: formatters.date(issuedOn) })
  if (issuedPartial) {
    return t('documents.head.issued', { date: issuedPartial.split('-').reverse().join('/') })
  }
  return t('documents.head.undated')
}

function footOf({ registeredOn, issuerKey }: LegalDocumentRecord): string {
  const [, province, period] = issuerKey.split('/')
  const former = period === 'former' ? findProvince(province)?.name : undefined
  const territory = former ? t('documents.head.territory', { name: former }) : ''
  const registered = registeredOn
    ? t('documents.head.registered', { date: formatters.date(registeredOn) })
    : ''
  return [territory, registered].filter(Boolean).join(' ')
}

/** As a new text would cite it: type, number, day, body. */
function copyWords(document: LegalDocumentRecord, name: string): string {
  const { issuedOn, issuerName } = document
  if (!document.number || !issuedOn || !issuerName) return name
  const date = printLegalDate(issuedOn)
  return t('documents.head.citationOf', { name, date, issuer: issuerName })
}

interface Banner {
  tone: 'bad' | 'warn' | 'info'
  rows: { icon: string; strong: string; text: string; href?: string; linkLabel?: string }[]
}
type At = HeadAsked & { path: string }

function bannersOf(view: DocumentView, at: At): Banner[] {
  const { document } = view
  const successor = view.starter?.successor
  if (successor) return [successorBanner(String(successor))]
  if (document.state === 'withdrawn') {
    const row = {
      icon: 'warning',
      strong: t('documents.banner.withdrawn'),
      text: document.withdrawnReason,
    }
    return [{ tone: 'warn', rows: [row] }]
  }
  const bases = basesRow(view, at)
  const rows = [...bases, ...endRow(view, at), ...numberRow(document, at)]
  const tone = bases.length > 0 ? 'bad' : 'info'
  return rows.length > 0 ? [{ tone, rows }] : []
}

/** A row of the starter catalogue leads on to the registered document in its place. */
function successorBanner(id: string): Banner {
  const strong = t('catalogue.why.successor')
  const link = { href: `/documents/${id}`, linkLabel: t('catalogue.why.successorLink') }
  return { tone: 'info', rows: [{ icon: 'check', strong, text: '', ...link }] }
}

/** «2 trong 3 căn cứ đã hết hiệu lực từ 01/4/2025: …» while the document itself still stands. */
function basesRow(view: DocumentView, { day, path }: At): Banner['rows'] {
  const ended = view.bases
    .map(life => ({ name: nameOf(life), answer: forceOn(life, day) }))
    .filter(({ answer }) => answer.status === 'expired')
  const [first] = ended
  if (!first || forceOn(view, day).status === 'expired') return []
  const total = view.bases.length
  const key = ended.length === total && total > 1 ? 'allBases' : 'bases'
  const same = ended.every(({ answer }) => answer.since === first.answer.since)
  const since = same
    ? t('documents.banner.basesSince', { date: formatters.date(first.answer.since) })
    : ''
  const names = t('documents.banner.basesList', { names: ended.map(({ name }) => name).join(', ') })
  return [
    {
      icon: 'warning',
      strong: `${t(`documents.banner.${key}`, { n: ended.length, total })}${since}:`,
      text: `${names} ${t('documents.banner.basesRule')}`,
      ...(view.counts.reviews > 0 && {
        href: `${path}?tab=reviews`,
        linkLabel: t('documents.banner.basesReview'),
      }),
    },
  ]
}

/** What is ahead, who rests on it, and the reviews still open. */
function endRow(view: DocumentView, { day, path }: At): Banner['rows'] {
  const { until } = forceOn(view, day)
  const { restOn, openReviews } = view.counts
  if (!until && openReviews === 0) return []
  if (!until) {
    const link = { href: `${path}?tab=reviews`, linkLabel: t('documents.banner.seeReviews') }
    return [
      {
        icon: 'clock16',
        strong: t('documents.banner.reviews', { n: openReviews }),
        text: '',
        ...link,
      },
    ]
  }
  const strong = aheadText(forceOn(view, until).status, daysBetween({ from: day, to: until }))
  const reviews = openReviews > 0 ? t('documents.banner.reviews', { n: openReviews }) : ''
  const text = [t('documents.banner.restOn', { n: restOn }), reviews].filter(Boolean).join(' ')
  const link = { href: `${path}/impact`, linkLabel: t('documents.banner.impact') }
  return [{ icon: 'clock16', strong, text, ...(restOn > 0 && link) }]
}

function aheadText(status: ForceStatus, n: number): string {
  if (status === 'inForce') return t('documents.banner.begin', { n })
  return t('documents.banner.end', { n, status: labelOf(FORCE_STATUSES, status).toLowerCase() })
}

function numberRow(document: LegalDocumentRecord, { path, mayEdit }: At): Banner['rows'] {
  if (document.number) return []
  const link = { href: `${path}?tab=properties#edit`, linkLabel: t('documents.banner.pendingLink') }
  return [
    {
      icon: 'clock16',
      strong: t('documents.banner.pending'),
      text: t('documents.banner.pendingText'),
      ...(mayEdit && link),
    },
  ]
}

function tabsOf({ counts }: DocumentView, { tab, path, day, today }: At) {
  const count: Partial<Record<DocumentTab, number>> = {
    related: counts.related,
    files: counts.files,
    reviews: counts.reviews,
    history: counts.history,
  }
  const on = day === today ? '' : `&on=${day}`
  return TABS.map(name => ({
    href: name === 'content' ? `${path}${on.replace('&', '?')}` : `${path}?tab=${name}${on}`,
    label: t(`documents.tabs.${name}`),
    ...(count[name] && { count: count[name] }),
    current: name === tab,
  }))
}
