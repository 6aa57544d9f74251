import { RELATION_KINDS, type CitationState } from '../legal/glossary.ts'
import { t } from '../lib/labels.ts'
import { stateWords } from './citationState.ts'
import type { CitationFacts, NumberedCitation } from './draftCitations.ts'
import { presentPart, type PartView } from './draftParts.ts'
import { linesOfSpan } from './draftText.ts'
import { optionsOf, type OptionView } from './fields.ts'

/** The numbered mark of a citation, leading to its words in the text. */
export interface IndexView {
  n: number
  state: CitationState
  href: string
  label: string
}

/** One mention: where it stands, what it does, and what may be done with it. */
export interface PlaceView {
  id: string
  index: IndexView
  line: { href: string; label: string } | null
  sentence: string
  relationId: string
  relationName: string
  relations: OptionView[]
  rejectAction: string | null
  moveAction: string
  moveId: string
  quote: string
  moveError?: string
  pinpoint: PartView
}

export function presentIndex({ n, citation }: NumberedCitation): IndexView {
  const href = citation.end > citation.start ? `#m-${n}` : `#c-${n}`
  return { n, state: citation.state, href, label: indexLabel({ n, citation }) }
}

export function indexLabel({ n, citation }: NumberedCitation): string {
  return t('intake.citations.index', { n, state: stateWords(citation) })
}

export function presentPlace(
  { n, citation }: NumberedCitation,
  facts: CitationFacts,
  count: number,
): PlaceView {
  const id = String(citation._id)
  const inText = citation.end > citation.start
  const error = facts.errors[`move-${id}`]
  return {
    id,
    index: presentIndex({ n, citation }),
    line: inText ? linesOfSpan(facts.starts, citation) : null,
    sentence: citation.sentence || citation.quote,
    relationId: `relation-${id}`,
    relationName: `relation[${id}]`,
    relations: optionsOf(RELATION_KINDS, facts.typed?.[`relation-${id}`] ?? citation.relation),
    rejectAction:
      count > 1 && citation.state !== 'rejected'
        ? `${facts.action}/citations/${id}/reject?at=c-${n}&alone=1`
        : null,
    moveAction: `${facts.action}/citations/${id}/move?at=c-${n}`,
    moveId: `move-${id}`,
    quote: facts.typed?.[`move-${id}`] ?? citation.quote.replace(/\s+/gu, ' '),
    ...(error && { moveError: error }),
    pinpoint: presentPart(citation, 'pinpoint', facts),
  }
}
