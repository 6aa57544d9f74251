import { labelAt, t } from '../lib/labels.ts'
import type { CitationRecord } from '../models/Citation.ts'
import { capital } from './citationUse.ts'

/** What is said under the name of a cited document: how often, how the link was found, who decided. */
export function citationNotes(
  citation: CitationRecord,
  group: CitationRecord[],
  people: Map<string, string>,
): string[] {
  const times = group.length > 1 ? [t('intake.citations.times', { n: group.length })] : []
  const by = citation.decidedBy ? people.get(String(citation.decidedBy)) : undefined
  const decided =
    citation.decision && by ? [t(`intake.citations.decided.${citation.decision}`, { by })] : []
  const attached = group.some(({ isAttached }) => isAttached)
    ? [t('intake.citations.attached')]
    : []
  return [...times, reasonOf(citation), ...attached, ...decided].filter(Boolean)
}

/** How the link was found, or why there is none. */
function reasonOf({ reason, state, decision }: CitationRecord): string {
  if (state === 'rejected' || decision === 'linked') return ''
  if (state === 'missing') return t('intake.citations.waits')
  const words = labelAt(`documents.citationReasons.${reason}`)
  return typeof words === 'string' ? capital(words) : ''
}
