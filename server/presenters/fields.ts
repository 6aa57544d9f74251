import { codes, labelOf } from '../legal/glossary.ts'
import { t } from '../lib/labels.ts'
import type { ErrorSummaryView } from './page.ts'

export interface OptionView {
  value: string
  label: string
  selected?: boolean
  checked?: boolean
}

type Terms = Record<string, { vi: string; en: string }>

/** The terms of the glossary as choices of a select, radios or checkboxes, with what is chosen marked. */
export function optionsOf(terms: Terms, chosen?: string | string[] | null): OptionView[] {
  return optionsFrom(
    codes(terms).map(value => ({ value, label: labelOf(terms, value) })),
    chosen,
  )
}

/** The same for a list of records already made into value and label. */
export function optionsFrom(
  choices: { value: string; label: string }[],
  chosen?: string | string[] | null,
): OptionView[] {
  const marked = new Set([chosen ?? []].flat())
  return choices.map(choice => {
    const on = marked.has(choice.value)
    return { ...choice, selected: on, checked: on }
  })
}

/** The summary over a form from `{ field: words }`: each line leads to the field of that id. */
export function presentErrors(
  errors: Record<string, string> | undefined,
  title?: string,
): ErrorSummaryView {
  const lines = Object.entries(errors ?? {}).map(([id, text]) => ({ href: `#${id}`, text }))
  return { title: title ?? t('components.errorSummary', { n: lines.length }), errors: lines }
}
