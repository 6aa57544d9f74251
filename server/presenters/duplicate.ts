import type { Comparison, Side } from '../intake/compareDuplicate.ts'
import { DOCUMENT_STATES, DOCUMENT_TYPES, labelOf } from '../legal/glossary.ts'
import { printDate } from '../legal/dates.ts'
import { t } from '../lib/labels.ts'
import { optionsFrom, presentErrors } from './fields.ts'
import { formatters } from './format.ts'

const ROWS = ['type', 'number', 'issuedOn', 'issuerName', 'title', 'signer'] as const

export interface DuplicateFacts {
  comparison: Comparison
  /** Why the two are thought one: the same bytes of this file, or the same number, issuer and day. */
  why: { kind: 'bytes'; name: string } | { kind: 'identity' }
  action: string
  fields: { name: string; value: string }[]
  revision?: number
  errors?: Record<string, string>
  typed?: { reason: string }
}

/** The side-by-side sheet: what is there, what came, and three ways on. */
export function presentDuplicate({
  comparison,
  why,
  action,
  fields,
  revision,
  errors = {},
  typed,
}: DuplicateFacts) {
  const { existing, fresh } = comparison
  const name = why.kind === 'bytes' ? why.name : ''
  return {
    page: {
      title: t('intake.duplicate.title'),
      crumbs: [
        { href: '/intake', label: t('intake.title') },
        { label: t('intake.duplicate.title') },
      ],
    },
    sub: t(`intake.duplicate.${why.kind}`, { name }),
    summary: presentErrors(errors),
    existing: existing && { rows: rowsOf(existing, fresh), ...stateOf(existing) },
    hidden: t('intake.duplicate.hidden'),
    fresh: { rows: rowsOf(fresh, existing) },
    action,
    hiddenFields: fields,
    revision,
    parts: optionsFrom(
      ['annex', 'signedCopy'].map(value => ({ value, label: t(`intake.duplicate.${value}`) })),
      'annex',
    ),
    errors,
    reason: typed?.reason ?? '',
  }
}

function stateOf({ record }: NonNullable<Comparison['existing']>) {
  const id = String(record._id)
  const state = labelOf(DOCUMENT_STATES, record.state)
  return {
    href: record.state === 'confirmed' ? `/documents/${id}` : `/drafts/${id}`,
    state: record.withdrawnReason
      ? t('intake.duplicate.withdrawn', { state, reason: record.withdrawnReason })
      : state,
    received: formatters.moment(record.createdAt),
    canJoin: record.state !== 'withdrawn',
  }
}

function rowsOf(side: Side, other: Side | null) {
  const fields = ROWS.map(name => {
    const text = wordsOf(side, name)
    return {
      term: t(`intake.fields.${name}`),
      text: text || t('intake.duplicate.none'),
      differs: other !== null && text !== wordsOf(other, name),
    }
  })
  const files = side.files.map(({ name }) => name).join(', ')
  return [
    ...fields,
    { term: t('intake.duplicate.files'), text: files || t('intake.duplicate.none') },
    { term: t('intake.duplicate.citations'), text: String(side.citations) },
  ]
}

function wordsOf({ fields }: Side, name: (typeof ROWS)[number]): string {
  if (name === 'type') return labelOf(DOCUMENT_TYPES, fields.type)
  if (name === 'issuedOn') return fields.issuedOn ? printDate(fields.issuedOn) : ''
  return fields[name]
}
