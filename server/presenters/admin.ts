import { t } from '../lib/labels.ts'
import { presentErrors } from './fields.ts'
import { formatters } from './format.ts'
import type { ErrorSummaryView } from './page.ts'

const PARTS = ['users', 'units', 'home', 'names', 'catalogue', 'settings', 'jobs', 'audit'] as const
export type AdminPart = (typeof PARTS)[number]

export interface AdminTabsView {
  label: string
  kind: 'sub'
  tabs: { href: string; label: string; current: boolean }[]
}

/** The line of links under the bar, on every page of administration. For `{{> tabs adminTabs}}`. */
export function presentAdminTabs(current: AdminPart): AdminTabsView {
  return {
    label: t('admin.tabs.label'),
    kind: 'sub',
    tabs: PARTS.map(part => ({
      href: `/admin/${part}`,
      label: t(`admin.tabs.${part}`),
      current: part === current,
    })),
  }
}

/** How a save ended that changed nothing. */
export interface Refusal {
  errors?: Record<string, string>
  /** Somebody was faster: when, and what the record says now, by field, in words. */
  stale?: { at: Date; now: Record<string, string> }
}

export interface RefusalView {
  errors: Record<string, string>
  summary: ErrorSummaryView
  stale: { strong: string; rows: { term: string; text: string }[] } | null
}

/**
 * What stands over a form that was not saved. `typed`: what the form says, by field, in words; only fields that differ
 * from what is kept now are listed. `label`: the name of a field.
 */
export function presentRefusal(
  { errors = {}, stale }: Refusal,
  { typed, label }: { typed: Record<string, string>; label: (field: string) => string },
): RefusalView {
  return {
    errors,
    summary: presentErrors(errors),
    stale: stale
      ? {
          strong: t('admin.stale', { time: formatters.time(stale.at) }),
          rows: Object.entries(stale.now)
            .filter(([field, value]) => value !== typed[field])
            .map(([field, value]) => ({
              term: label(field),
              text: t('admin.staleNow', { value: value || t('admin.nothing') }),
            })),
        }
      : null,
  }
}
