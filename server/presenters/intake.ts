import type { Received } from '../intake/takeIn.ts'
import type { DraftList, DraftRow } from '../intake/listDrafts.ts'
import { DIRECTIONS, DOCUMENT_TYPES, labelOf } from '../legal/glossary.ts'
import { t } from '../lib/labels.ts'
import { optionsFrom, optionsOf, presentErrors } from './fields.ts'
import { formatters } from './format.ts'
import { presentPager } from './pager.ts'

export interface IntakeFacts {
  list: DraftList
  pageSize: number
  limits: { uploadBytes: number; textBytes: number }
  received?: Received[]
  errors?: Record<string, string>
  typed?: { text: string; direction: string }
}

/** The intake page: paste or drop, what became of what was handed in, and the drafts that wait. */
export function presentIntake({
  list,
  pageSize,
  limits,
  received = [],
  errors = {},
  typed,
}: IntakeFacts) {
  const megabytes = (bytes: number) => formatters.number(Math.round(bytes / 1024 / 1024))
  const { page, total } = list
  return {
    page: { title: t('intake.title') },
    sub: t('intake.sub'),
    links: [{ href: '/intake/manual', label: t('intake.page.manual') }],
    summary: presentErrors(
      errors,
      t('intake.errors.notReceived', { n: Object.keys(errors).length }),
    ),
    text: {
      value: typed?.text ?? '',
      error: errors.text,
      hint: t('intake.page.pasteHint', { limit: megabytes(limits.textBytes) }),
    },
    file: {
      error: errors.file,
      hint: t('intake.page.filesHint', { limit: megabytes(limits.uploadBytes) }),
    },
    directions: optionsOf(DIRECTIONS, typed?.direction ?? ''),
    received: received.map(presentReceived),
    drafts: list.rows.map(presentRow),
    draftCount: total > 0 ? t('intake.page.draftsMore', { n: formatters.number(total) }) : '',
    ...(total > pageSize && {
      pager: presentPager({ page, size: pageSize, total, path: '/intake' }),
    }),
  }
}

function presentReceived({ name, answer }: Received) {
  if (answer.ok) {
    return {
      name,
      state: t('intake.results.drafted'),
      href: `/drafts/${String(answer.id)}`,
      linkLabel: t('intake.results.see'),
    }
  }
  if (answer.duplicate) {
    const query = new URLSearchParams({ hash: answer.duplicate.sha256, name })
    return {
      name,
      state: t('intake.results.known'),
      href: `/intake/duplicate?${query.toString()}`,
      linkLabel: t('intake.results.compare'),
    }
  }
  const why = Object.values(answer.errors).map(({ key, params }) => t(key, params))
  return { name, state: t('intake.results.refused'), why: why.join(' '), isBad: true }
}

function presentRow({ draft, by, citations, open }: DraftRow) {
  const { number, title, type, issuedOn } = draft
  return {
    id: `d-${String(draft._id)}`,
    href: `/drafts/${String(draft._id)}`,
    name: title || number || labelOf(DOCUMENT_TYPES, type) || t('intake.noName'),
    more: [
      number || t('intake.page.noNumber'),
      issuedOn ? formatters.date(issuedOn) : '',
      title ? labelOf(DOCUMENT_TYPES, type) : '',
    ]
      .concat(draft.hasText ? [] : [t('intake.page.noText')])
      .filter(Boolean)
      .join(' · '),
    by,
    at: formatters.moment(draft.createdAt),
    citations,
    open: open > 0 ? t('intake.page.decisions', { n: open }) : t('intake.page.noDecisions'),
    isOpen: open > 0,
  }
}

/** The form for a document without any text. */
export function presentManual(values: Record<string, string>, errors: Record<string, string> = {}) {
  const field = (name: string, more: object = {}) => ({
    id: name,
    label: t(`intake.fields.${name}`),
    value: values[name] ?? '',
    error: errors[name],
    ...more,
  })
  const day = { placeholder: t('intake.placeholders.day'), inputmode: 'numeric' }
  return {
    page: {
      title: t('intake.manual.title'),
      crumbs: [{ href: '/intake', label: t('intake.title') }, { label: t('intake.manual.title') }],
    },
    sub: t('intake.manual.sub'),
    summary: presentErrors(errors, t('intake.errors.title', { n: Object.keys(errors).length })),
    fields: {
      type: field('type', {
        options: optionsOf(DOCUMENT_TYPES, values.type),
        empty: t('components.choose'),
      }),
      number: field('number', { placeholder: t('intake.placeholders.number') }),
      issuedOn: field('issuedOn', day),
      effectiveFrom: field('effectiveFrom', day),
      issuerName: field('issuerName', { wide: true }),
      title: field('title', { wide: true, rows: 2 }),
      direction: field('direction', {
        options: optionsFrom(optionsOf(DIRECTIONS), values.direction ?? 'reference'),
      }),
    },
  }
}
