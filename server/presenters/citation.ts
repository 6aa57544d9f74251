import type { CandidateRow } from '../intake/findDraft.ts'
import { t } from '../lib/labels.ts'
import type { CitationRecord } from '../models/Citation.ts'
import type { LegalDocumentRecord } from '../models/LegalDocument.ts'
import { doubtsOf, stateWords } from './citationState.ts'
import { citationUse } from './citationUse.ts'
import { presentCandidate } from './draftCandidate.ts'
import { presentErrors } from './fields.ts'

export interface CitationPageFacts {
  citation: CitationRecord
  document: LegalDocumentRecord
  candidates: CandidateRow[]
  errors?: Record<string, string>
  typed?: string
}

/** One citation of a document on a page of its own: for registered documents, where there is no check page. */
export function presentCitation({
  citation,
  document,
  candidates,
  errors = {},
  typed = '',
}: CitationPageFacts) {
  const id = String(citation._id)
  const name = document.number || document.title || t('intake.noName')
  const isDraft = document.state === 'draft'
  const back = isDraft
    ? `/drafts/${String(document._id)}`
    : `/documents/${String(document._id)}?tab=content`
  return {
    page: {
      title: t('intake.citations.page.title'),
      crumbs: [{ href: back, label: name }, { label: t('intake.citations.page.title') }],
    },
    sub: t('intake.citations.page.from', { name }),
    back,
    summary: presentErrors(errors),
    name: citation.number || citation.title || citation.quote,
    quote: citation.sentence || citation.quote,
    state: citation.state,
    stateLabel: stateWords(citation),
    use: citationUse(citation),
    doubt: doubtsOf([citation]),
    isRejected: citation.state === 'rejected',
    candidates: candidates.map((row, index) => ({
      ...presentCandidate(row, { citation, number: index + 1, action: '' }),
      to: String(row.document._id),
    })),
    action: `/citations/${id}`,
    revision: document.revision,
    typed,
    error: errors.typed ?? errors.citations,
  }
}
