import type { AuditAction } from '../audit/actions.ts'
import { labelAt, t } from '../lib/labels.ts'
import type { AuditEntryRecord } from '../models/AuditEntry.ts'
import { presentAdminTabs } from './admin.ts'
import { optionsFrom } from './fields.ts'
import { formatters } from './format.ts'
import { presentPager } from './pager.ts'

const LONGEST = 300

export interface AuditFacts {
  entries: AuditEntryRecord[]
  total: number
  page: number
  size: number
  actions: readonly AuditAction[]
  action: AuditAction | null
  /** Null when the chain was not asked about; 0 when it holds; else the first entry that does not fit. */
  brokenAt: number | null
}

/** The log, a page of it. */
export function presentAudit({
  entries,
  total,
  page,
  size,
  actions,
  action,
  brokenAt,
}: AuditFacts) {
  const query: Record<string, string> = action ? { action } : {}
  const choices = actions.map(value => ({ value, label: t(`audit.action.${value}`) }))
  return {
    page: { title: t('admin.audit.title') },
    adminTabs: presentAdminTabs('audit'),
    actions: optionsFrom(choices, action),
    chain: chainWords(brokenAt, total),
    rows: entries.map(presentEntry),
    pager: presentPager({ page, size, total, path: '/admin/audit', query }),
  }
}

function chainWords(brokenAt: number | null, total: number) {
  if (brokenAt === null) return null
  return brokenAt === 0
    ? { tone: 'info', strong: t('admin.audit.intact', { n: formatters.number(total) }) }
    : { tone: 'bad', strong: t('admin.audit.broken', { n: formatters.number(brokenAt) }) }
}

function presentEntry(entry: AuditEntryRecord) {
  const id = entry.target ? String(entry.target) : ''
  return {
    no: formatters.number(entry.sequence),
    when: `${formatters.date(entry.at)} ${formatters.time(entry.at)}`,
    who: entry.byName || t('admin.audit.machine'),
    what: t(`audit.action.${entry.action}`),
    target: t(
      `audit.target.${labelAt(`audit.target.${entry.targetKind}`) ? entry.targetKind : 'other'}`,
    ),
    href: hrefOf(entry.targetKind, id),
    reason: reasonWords(entry.reason),
    changes: changesOf(entry),
  }
}

const PAGES: Record<string, (id: string) => string> = {
  LegalDocument: id => `/documents/${id}`,
  Review: id => `/reviews/${id}`,
  User: id => `/admin/users/${id}`,
  Unit: id => `/admin/units/${id}`,
  HomeBody: () => '/admin/home',
}

function hrefOf(kind: string, id: string): string {
  return id ? (PAGES[kind]?.(id) ?? '') : ''
}

/** Some reasons are codes of the program, the others are what a person wrote. */
function reasonWords(reason: string): string {
  const words = /^[a-z]\w*$/iu.test(reason) ? labelAt(`audit.reason.${reason}`) : undefined
  return typeof words === 'string' ? words : reason
}

/** Field by field what changed; for a new record, all of it. */
function changesOf({ before, after }: AuditEntryRecord) {
  const [was, is] = [fieldsOf(before), fieldsOf(after)]
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter(field => wordsOf(was[field]) !== wordsOf(is[field]))
    .map(field => ({
      field: fieldLabel(field),
      before: wordsOf(was[field]),
      after: wordsOf(is[field]),
    }))
}

function fieldsOf(value: unknown): Record<string, unknown> {
  if (value === null || value === undefined) return {}
  return typeof value === 'object' && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : { value }
}

function fieldLabel(field: string): string {
  const words = labelAt(`audit.field.${field}`)
  return typeof words === 'string' ? words : field
}

function wordsOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return t(value ? 'admin.yes' : 'admin.no')
  const text = Array.isArray(value)
    ? value.map(wordsOf).join(', ')
    : typeof value === 'string'
      ? value
      : JSON.stringify(value)
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}
