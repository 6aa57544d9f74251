import { CITATION_STATES, labelOf, RELATION_KINDS, type CitationState } from '../legal/glossary.ts'
import { t } from '../lib/labels.ts'
import type { CitationRecord } from '../models/Citation.ts'
import type { CandidateRow } from '../intake/findDraft.ts'
import { citationNotes } from './citationNotes.ts'
import { citationName } from './citationName.ts'
import { doubtLabel } from './doubtLabel.ts'
import {
  linkedLamps,
  presentCandidate,
  type CandidateView,
  type DayLamp,
} from './draftCandidate.ts'
import { linesOfSpan, type Mark } from './draftText.ts'
import { isPartRefused, presentPart, presentParts, type PartView } from './draftParts.ts'
import { optionsOf, type OptionView } from './fields.ts'

/** A citation with its number in the text and what it may lead to. */
export interface NumberedCitation {
  n: number
  citation: CitationRecord
}

export interface CitationFacts {
  citations: NumberedCitation[]
  candidates: Map<string, CandidateRow[]>
  people: Map<string, string>
  starts: number[]
  action: string
  typed?: Record<string, string>
  errors: Record<string, string>
}

interface IndexView {
  n: number
  state: CitationState
  href: string
  label: string
}

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

export interface GroupView {
  id: string
  marks: IndexView[]
  name: string
  more: string
  notes: string[]
  state: CitationState
  stateLabel: string
  isOpen: boolean
  summary: string
  warning: string
  lead: string
  candidates: CandidateView[]
  /** Of the one document it is linked to. */
  lamps: DayLamp[]
  tag: string
  places: PlaceView[]
  isRejected: boolean
  actions: { reject: string; none: string; restore: string; find: string }
  findId: string
  findValue: string
  findError?: string
  correct: { isOpen: boolean; parts: PartView[]; action: string }
}

/** Mark of a citation in the text. */
export function citationMark({ n, citation }: NumberedCitation): Mark {
  const { start, end } = citation
  const state = citation.state
  const anchor = `m-${n}`
  return { start, end, cite: { n, state, href: `#c-${n}`, label: indexLabel(n, state), anchor } }
}

function indexLabel(n: number, state: CitationState): string {
  return t('intake.citations.index', { n, state: labelOf(CITATION_STATES, state) })
}

/** Mentions of one document stand together; what is no citation stands alone. */
export function presentGroups(facts: CitationFacts): GroupView[] {
  const groups = new Map<string, NumberedCitation[]>()
  for (const one of facts.citations) {
    const { citation } = one
    const key =
      citation.state === 'rejected'
        ? String(citation._id)
        : `${citation.toKey} ${citation.issuedOn ?? ''} ${citation.issuerKey}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()].map(group => presentGroup(group, facts))
}

const WEIGHT: Record<CitationState, number> = { several: 3, missing: 2, linked: 1, rejected: 0 }

function presentGroup(group: NumberedCitation[], facts: CitationFacts): GroupView {
  const { n, citation } = weightiest(group)
  const { state } = citation
  const id = String(citation._id)
  const act = (name: string) => `${facts.action}/citations/${id}/${name}?at=c-${group[0]?.n ?? n}`
  const candidates = facts.candidates.get(id) ?? []
  return {
    id: `c-${group[0]?.n ?? n}`,
    marks: group.map(presentIndex),
    ...citationName(citation),
    notes: citationNotes(
      citation,
      group.map(one => one.citation),
      facts.people,
    ),
    state,
    stateLabel: labelOf(CITATION_STATES, state),
    isOpen: isOpen(group, facts),
    summary: summaryOf(state, candidates.length),
    warning: warningOf(citation),
    lead:
      group.length > 1
        ? t('intake.citations.once', { places: group.map(one => one.n).join(', ') })
        : '',
    candidates: candidates.map((row, index) =>
      presentCandidate(row, { citation, number: index + 1, action: act('link') }),
    ),
    ...linkedLamps(state, candidates),
    places: group.map(one => presentPlace(one, facts, group.length)),
    isRejected: state === 'rejected',
    actions: {
      reject: act('reject'),
      none: act('none'),
      restore: act('restore'),
      find: act('find'),
    },
    ...findBox(id, facts),
    correct: presentParts(citation, { ...facts, action: act('correct') }),
  }
}

/** The mention that decides how the group stands: one that waits for a person before one that is linked. */
function weightiest(group: NumberedCitation[]): NumberedCitation {
  return group.reduce((best, one) =>
    WEIGHT[one.citation.state] > WEIGHT[best.citation.state] ? one : best,
  )
}

function findBox(id: string, { typed, errors }: CitationFacts) {
  const findId = `find-${id}`
  return {
    findId,
    findValue: typed?.[findId] ?? '',
    ...(errors[findId] && { findError: errors[findId] }),
  }
}

/** Open where something typed was refused, and where the first decision waits. */
function isOpen(group: NumberedCitation[], facts: CitationFacts): boolean {
  const ids = group.map(({ citation }) => String(citation._id))
  const isRefused = ids.some(
    id => facts.errors[`find-${id}`] ?? facts.errors[`move-${id}`] ?? isPartRefused(id, facts),
  )
  return isRefused || isFirstOpen(group, facts)
}

/** The first place that waits for a decision stands open, the others wait their turn. */
function isFirstOpen(group: NumberedCitation[], { citations }: CitationFacts): boolean {
  const first = citations.find(({ citation }) => citation.state === 'several')
  return group.some(one => one.n === first?.n)
}

function presentIndex({ n, citation }: NumberedCitation): IndexView {
  const href = citation.end > citation.start ? `#m-${n}` : `#c-${n}`
  return { n, state: citation.state, href, label: indexLabel(n, citation.state) }
}

function warningOf({ doubts }: CitationRecord): string {
  const words = doubts.map(doubtLabel).filter(Boolean)
  return words.length > 0 ? `${words.join(' ')} ${t('intake.citations.keptAsWritten')}` : ''
}

function summaryOf(state: CitationState, candidates: number): string {
  if (state === 'several') return t('intake.citations.pickOf', { n: candidates })
  return t(state === 'rejected' ? 'intake.citations.see' : 'intake.citations.change')
}

function presentPlace(
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
