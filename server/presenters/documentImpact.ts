import type { IsoDate } from '../legal/dates.ts'
import { labelOf, RELATION_KINDS, REVIEW_KINDS, type RelationKind } from '../legal/glossary.ts'
import { printIssuer } from '../legal/printIssuer.ts'
import { t } from '../lib/labels.ts'
import type { LegalDocumentRecord } from '../models/LegalDocument.ts'
import type { CascadeItem, CascadePreview, DocumentGlance } from '../review/previewCascade.ts'
import { documentName, documentNumber, exampleMark, issuerLabel } from './documentName.ts'
import { formatters } from './format.ts'
import { presentLamp } from './lamp.ts'
import type { HiddenField, LampView, TagView } from './page.ts'

export interface ImpactFacts {
  target: LegalDocumentRecord
  /** The acting document, when it is known. */
  source: LegalDocumentRecord | null
  kind: RelationKind
  scope: 'whole' | 'part'
  /** The provisions a part is, as typed. */
  provisions: string
  on: IsoDate | null
  quote: string
  preview: CascadePreview
  /** Documents that cite the target and rest on it in no way. */
  citing: LegalDocumentRecord[]
  /** The form that does it; absent: only a look. */
  confirm?: { action: string; revision: number; fields: HiddenField[] }
  backHref: string
}

interface Row {
  href: string
  number: string
  example: string
  title: string
  lamp: LampView
  tags: TagView[]
  quote: string
  steps: string
  unit: string
  due: string
}

interface Group {
  title: string
  n: number
  rows: Row[]
}

/** The cascade before the act: what is touched, by which line, whose it is and when it falls due. */
export function presentImpact(facts: ImpactFacts) {
  const { target, preview, citing, backHref } = facts
  const n = preview.toOpen.length
  const counts = countsOf(preview, citing)
  const touched = counts.direct + counts.via + counts.citing
  const name = documentName(target)
  return {
    page: {
      title: t('documents.impact.heading'),
      crumbs: [
        { href: '/documents', label: t('documents.title') },
        { href: `/documents/${String(target._id)}`, label: documentNumber(target) },
        { label: t('documents.impact.crumb') },
      ],
    },
    pair: pairOf(facts),
    quote: facts.quote,
    name,
    summary: t(touched > 0 ? 'documents.impact.summary' : 'documents.impact.nothing', counts),
    propose:
      touched > 0
        ? t('documents.impact.propose', { n, others: preview.others.length, citing: citing.length })
        : t('documents.impact.nothingText'),
    will: { open: t('documents.impact.will.open', { n }) },
    groups: groupsOf(preview, citing),
    backHref,
    ...(facts.confirm && {
      confirm: {
        ...facts.confirm,
        submit: n > 0 ? t('documents.impact.confirm', { n }) : t('documents.impact.confirmNone'),
      },
    }),
  }
}

function countsOf(preview: CascadePreview, citing: LegalDocumentRecord[]) {
  const all = [...preview.toOpen, ...preview.others]
  const via = all.filter(({ depth }) => depth > 1).length
  const direct = all.length - via
  return { n: all.length + citing.length, direct, via, citing: citing.length }
}

function pairOf(facts: ImpactFacts) {
  const { target, source, kind, on } = facts
  const word = labelOf(RELATION_KINDS, kind)
  const effective = on
    ? t('documents.impact.effective', { date: formatters.date(on) })
    : t('documents.impact.effectiveUnknown')
  const sourceMeta = source ? [metaOf(source), effective] : [effective]
  return [
    {
      lead: t(source ? 'documents.impact.actor' : 'documents.impact.noActor'),
      number: source ? documentNumber(source) : '',
      example: source ? exampleMark(source) : '',
      ...(source && { lamp: presentLamp(source.forceStatus ?? 'undetermined') }),
      meta: sourceMeta.filter(Boolean).join(' · '),
    },
    {
      lead: t('documents.impact.target', { relation: word, scope: reachOf(facts) }),
      number: documentNumber(target),
      example: exampleMark(target),
      lamp: presentLamp(target.forceStatus ?? 'undetermined'),
      meta: metaOf(target),
    },
  ]
}

/** The whole, a part, or the provisions a part is. */
function reachOf({ scope, provisions }: ImpactFacts): string {
  const isNamed = scope === 'part' && provisions !== ''
  return isNamed ? t('documents.related.part', { provisions }) : t(`documents.impact.${scope}`)
}

function metaOf(document: LegalDocumentRecord): string {
  return [formatters.date(document.issuedOn), issuerLabel(document)].filter(Boolean).join(' · ')
}

function groupsOf(preview: CascadePreview, citing: LegalDocumentRecord[]): Group[] {
  const { toOpen, others, expired } = preview
  const direct = toOpen.filter(({ depth }) => depth === 1)
  const isBasis = ({ chain }: CascadeItem) => chain.at(-1)?.relation === 'basedOn'
  const groups: [string, Row[]][] = [
    ['self', toOpen.filter(({ depth }) => depth === 0).map(presentItem)],
    ['basedOn', direct.filter(isBasis).map(presentItem)],
    ['details', direct.filter(item => !isBasis(item)).map(presentItem)],
    ['via', toOpen.filter(({ depth }) => depth > 1).map(presentItem)],
    ['others', others.map(presentItem)],
    ['expired', expired.map(presentItem)],
    ['citing', citing.map(presentCiting)],
  ]
  return groups
    .filter(([, rows]) => rows.length > 0)
    .map(([key, rows]) => ({ title: t(`documents.impact.groups.${key}`), n: rows.length, rows }))
}

function presentItem(item: CascadeItem): Row {
  return {
    href: `/documents/${item.id}`,
    number: nameOf(item),
    example: exampleMark(item),
    title: item.number ? item.title : '',
    lamp: presentLamp(item.forceStatus),
    quote: item.chain.at(-1)?.quote ?? '',
    steps: item.depth > 1 ? item.chain.map(({ document }) => nameOf(document)).join(' → ') : '',
    ...(item.own ? workOf(item) : { tags: [], unit: printIssuer(item.issuerName), due: '' }),
  }
}

/** Of our own documents: the kind of review, whose it is, when it falls due. */
function workOf({ kind, hasOpenReview, unit, due }: CascadeItem) {
  const tags: TagView[] = [
    { label: REVIEW_KINDS[kind].vi, kind: kind === 'statutory' ? 'strong' : 'quiet' },
  ]
  if (hasOpenReview) tags.push({ label: t('documents.impact.hasReview'), kind: 'quiet' })
  return {
    tags,
    unit: unit?.name ?? t('documents.impact.noUnit'),
    due: due ? formatters.weekdayDate(due.dueOn) : '',
  }
}

function nameOf({ number, title, type }: DocumentGlance): string {
  return documentNumber({ number, title, type })
}

function presentCiting(document: LegalDocumentRecord): Row {
  return {
    href: `/documents/${String(document._id)}`,
    number: documentNumber(document),
    example: exampleMark(document),
    title: document.number ? document.title : '',
    lamp: presentLamp(document.forceStatus ?? 'undetermined'),
    tags: [],
    quote: '',
    steps: '',
    unit: issuerLabel(document),
    due: '',
  }
}
