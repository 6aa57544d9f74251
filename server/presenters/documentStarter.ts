import type { DocumentView } from '../catalogue/documents/findDocument.ts'
import type { StarterSource, StarterWhy } from '../catalogue/starter/whyStarter.ts'
import { foldText } from '../legal/foldText.ts'
import { DOCUMENT_TYPES, labelOf } from '../legal/glossary.ts'
import { sameIssuer } from '../legal/issuerKey.ts'
import { labelAt, t } from '../lib/labels.ts'
import type { LegalDocumentRecord } from '../models/LegalDocument.ts'
import { formatters } from './format.ts'

const FIELDS = ['number', 'type', 'issuedOn', 'issuerName', 'title', 'effectiveFrom'] as const
type Field = (typeof FIELDS)[number]

/** «Vì sao»: what the starter catalogue says of a document, who bears witness, and where a person says otherwise. */
export function presentStarter({ document, starter }: DocumentView) {
  if (!starter) return null
  const isRow = document.origin === 'starter'
  const told = differences(document, starter)
  const agrees = !isRow && told.length === 0 ? [t('catalogue.why.agrees')] : []
  return {
    title: t(isRow ? 'catalogue.why.title' : 'catalogue.why.titleRegistered'),
    isOpen: !isRow && told.length > 0,
    told,
    lines: [...agrees, ...grounds(starter), t('catalogue.why.unchecked')],
    sources: starter.sources.map(presentSource),
  }
}

/** A text the facts were read from. */
export function presentSource({ what, path }: StarterSource) {
  return { what, path }
}

function grounds({ row: { starter } }: StarterWhy): string[] {
  const { support = 0, dissent = 0, basis = '', doubtBy, vbplItem } = starter ?? {}
  const words = basis
    .split('+')
    .map(part => labelAt(`catalogue.basis.${part}`))
    .filter(label => typeof label === 'string')
  return [
    support > 0 ? t('catalogue.why.support', { n: support }) : '',
    dissent > 0 ? t('catalogue.why.dissent', { n: dissent }) : '',
    words.length > 0 ? t('catalogue.why.basis', { words: words.join('; ') }) : '',
    doubtBy ? t('catalogue.why.later', { number: doubtBy }) : '',
    vbplItem ? t('catalogue.why.vbpl', { id: vbplItem }) : '',
  ].filter(Boolean)
}

/** Where the register, or a person who corrected the row, says otherwise: both stand. */
function differences(document: LegalDocumentRecord, { row }: StarterWhy): string[] {
  return FIELDS.flatMap(field => {
    const told = row.starter?.told?.[field] ?? ''
    const value = document[field] ?? ''
    if (!told || isSame(field, { told, value, document, row })) return []
    const params = {
      field: t(`documents.fields.${field}`).toLowerCase(),
      told: printed(field, told),
      value: printed(field, value),
    }
    return [t(value ? 'catalogue.why.told' : 'catalogue.why.toldAbsent', params)]
  })
}

interface Compared {
  told: string
  value: string
  document: LegalDocumentRecord
  row: LegalDocumentRecord
}

function isSame(field: Field, { told, value, document, row }: Compared): boolean {
  if (field === 'number') return document.numberKey === row.numberKey
  if (foldText(told) === foldText(value)) return true
  const keys = { one: document.issuerKey, other: row.issuerKey }
  return field === 'issuerName' && value !== '' && sameIssuer(keys) === true
}

function printed(field: Field, value: string): string {
  if (field === 'type') return labelOf(DOCUMENT_TYPES, value)
  return /^\d{4}-\d{2}-\d{2}$/u.test(value) ? formatters.date(value) : value
}
