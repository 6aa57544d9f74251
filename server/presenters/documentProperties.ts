import type { DocumentView } from '../catalogue/documents/findDocument.ts'
import type { PropertiesTab } from '../catalogue/documents/documentTabs.ts'
import { DIRECTIONS, DOCUMENT_CLASSES, DOCUMENT_TYPES, labelOf } from '../legal/glossary.ts'
import { labelAt, t } from '../lib/labels.ts'
import type { LegalDocumentRecord } from '../models/LegalDocument.ts'
import { optionsFrom, optionsOf } from './fields.ts'
import { formatters } from './format.ts'

/** What was typed and refused, to be shown again. */
export type Typed = Record<string, unknown>
export type Errors = Record<string, string>

const READ = [
  'number',
  'type',
  'issuedOn',
  'issuedPartial',
  'issuerName',
  'parentAgency',
  'place',
  'title',
  'signer',
  'signerRole',
  'signingMode',
  'secrecyMark',
  'urgency',
  'digitalSigner',
  'addressees',
  'recipients',
  'effectiveFrom',
  'effectiveTo',
] as const
/** Shown only when they hold something: they are rare, or stand elsewhere. */
const RARE: readonly string[] = [
  'issuedPartial',
  'effectiveTo',
  'signingMode',
  'secrecyMark',
  'urgency',
  'digitalSigner',
]

/** The tab Thuộc tính: every field with where it comes from, then the form, then withdrawal. */
export function presentProperties(
  { document }: DocumentView,
  { units, people }: PropertiesTab,
  { typed, errors = {}, mayEdit }: { typed?: Typed; errors?: Errors; mayEdit: boolean },
) {
  const unitName = units.find(({ _id }) => document.responsibleUnit?.equals(_id))?.name ?? ''
  return {
    rows: [...readRows(document), ...keptRows(document, unitName), ...peopleRows(document, people)],
    cannot: mayEdit ? '' : t('documents.properties.cannot'),
    ...(mayEdit && {
      form: formOf(document, { units, typed, errors }),
      withdraw: { reason: textOf(typed?.withdrawReason), error: errors.withdrawReason },
    }),
  }
}

function readRows(document: LegalDocumentRecord) {
  return READ.filter(name => !RARE.includes(name) || document[name]).map(name => {
    const evidence = document.evidence.find(({ field }) => field === name)
    const isDecided = document.decidedFields.includes(name)
    const quote = evidence ? evidence.quote.replace(/\s+/gu, ' ').slice(0, 120) : ''
    const read = quote ? t('documents.properties.readFrom', { quote }) : ''
    return {
      label: t(`documents.fields.${name}`),
      value: valueOf(document, name) || t('documents.properties.absent'),
      absent: !valueOf(document, name),
      origin: isDecided ? t('documents.properties.byPerson') : read,
      ...(evidence && {
        href: `/documents/${String(document._id)}#${lineId(document, evidence.start)}`,
      }),
      unsure: evidence?.doubt && !isDecided ? t('documents.properties.unsure') : '',
    }
  })
}

/** The block of the paper a place in the text stands in. */
function lineId({ text }: LegalDocumentRecord, at: number): string {
  const start = text.lastIndexOf('\n', at - 1) + 1
  return `at-${start + (/^\s*/u.exec(text.slice(start))?.[0].length ?? 0)}`
}

function valueOf(document: LegalDocumentRecord, name: (typeof READ)[number]): string {
  const value = document[name]
  if (name === 'type') return labelOf(DOCUMENT_TYPES, document.type)
  if (Array.isArray(value)) return value.join('; ')
  const text = typeof value === 'string' ? value : ''
  return /^\d{4}-\d{2}-\d{2}$/u.test(text) ? formatters.date(text) : text
}

function keptRows(document: LegalDocumentRecord, unitName: string) {
  const { docClass, docClassOverruled, docClassReason, own, secrecy, reviewEveryMonths } = document
  const label = (name: string) => t(`documents.fields.${name}`)
  const words = (name: string) => t(`documents.properties.${name}`)
  const classOrigin = docClassOverruled
    ? t('documents.properties.overruled', { reason: docClassReason })
    : words('computed')
  const rhythm = reviewEveryMonths ? t('documents.properties.months', { n: reviewEveryMonths }) : ''
  const rows: [string, string, string?][] = [
    ['docClass', labelOf(DOCUMENT_CLASSES, docClass), classOrigin],
    ['direction', labelOf(DIRECTIONS, document.direction)],
    ['own', words(own ? 'yes' : 'no')],
    ['responsibleUnit', unitName],
    ['reviewEveryMonths', rhythm],
    ['secrecy', words(secrecy === 'restricted' ? 'restricted' : 'everyone')],
  ]
  return rows.map(([name, value, origin = '']) => ({
    label: label(name),
    value: value || words('absent'),
    absent: !value,
    origin,
  }))
}

function peopleRows(document: LegalDocumentRecord, people: Map<string, string>) {
  const rows: [string, string][] = [
    ['createdBy', people.get(String(document.createdBy)) ?? ''],
    ['confirmedBy', people.get(String(document.confirmedBy)) ?? ''],
    ['registeredOn', formatters.date(document.registeredOn)],
    ['source', sourceWords(document.source)],
  ]
  return rows
    .filter(([, value]) => value)
    .map(([name, value]) => ({ label: t(`documents.fields.${name}`), value, origin: '' }))
}

function sourceWords(source: string): string {
  const key = `documents.properties.sources.${source.split(':')[0] ?? ''}`
  return typeof labelAt(key) === 'string' ? t(key) : source
}

const LINES = [
  'number',
  'issuedOn',
  'issuerName',
  'parentAgency',
  'place',
  'effectiveFrom',
  'signer',
  'signerRole',
  'signingMode',
  'secrecyMark',
  'urgency',
  'digitalSigner',
] as const
const DAYS: readonly string[] = ['issuedOn', 'effectiveFrom']

function formOf(
  document: LegalDocumentRecord,
  {
    units,
    typed,
    errors,
  }: { units: PropertiesTab['units']; typed?: Typed | undefined; errors: Errors },
) {
  const value = (name: string, kept: string) => (typed ? textOf(typed[name]) : kept)
  const ticked = (name: string, kept: boolean) => (typed ? typed[name] !== undefined : kept)
  const type = value('type', document.type ?? '')
  const docClass = value('docClass', document.docClassOverruled ? document.docClass : '')
  const unit = value('responsibleUnit', String(document.responsibleUnit ?? ''))
  const choices = units.map(({ _id, name }) => ({ value: String(_id), label: name }))
  const months = document.reviewEveryMonths ? String(document.reviewEveryMonths) : ''
  return {
    lines: LINES.map(name =>
      lineField(name, { value: value(name, valueOf(document, name)), errors }),
    ),
    types: optionsOf(DOCUMENT_TYPES, type),
    title: { value: value('title', document.title), error: errors.title },
    classes: optionsOf(DOCUMENT_CLASSES, docClass),
    asComputed: t('documents.properties.asComputed', {
      label: labelOf(DOCUMENT_CLASSES, document.docClass),
    }),
    classReason: {
      value: value('docClassReason', document.docClassOverruled ? document.docClassReason : ''),
      error: errors.docClassReason,
    },
    directions: optionsOf(DIRECTIONS, value('direction', document.direction)),
    units: optionsFrom(choices, unit),
    months: { value: value('reviewEveryMonths', months), error: errors.reviewEveryMonths },
    own: ticked('own', document.own),
    restricted: ticked('restricted', document.secrecy === 'restricted'),
    reason: { value: value('reason', ''), error: errors.reason },
  }
}

function lineField(name: string, { value, errors }: { value: string; errors: Errors }) {
  return {
    id: name,
    label: t(`documents.fields.${name}`),
    value,
    error: errors[name],
    ...(DAYS.includes(name) && { inputmode: 'numeric', placeholder: 'dd/mm/yyyy' }),
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
