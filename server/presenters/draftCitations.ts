import type { CitationState } from '../legal/glossary.ts'
import { t } from '../lib/labels.ts'
import type { CitationRecord } from '../models/Citation.ts'
import type { CandidateRow } from '../intake/findDraft.ts'
import { citationNotes } from './citationNotes.ts'
import { citationName } from './citationName.ts'
import { doubtsOf, foldWords, stateWords } from './citationState.ts'
import { citationUses } from './citationUse.ts'
import { doubtLabel } from './doubtLabel.ts'
import {
  linkedLamps,
  presentCandidate,
  type CandidateView,
  type DayLamp,
} from './draftCandidate.ts'
import { isPartRefused, presentParts, type PartView } from './draftParts.ts'
import {
  indexLabel,
  presentIndex,
  presentPlace,
  type IndexView,
  type PlaceView,
} from './draftPlaces.ts'
import type { Mark } from './draftText.ts'

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

export interface GroupView {
  id: string
  marks: IndexView[]
  name: string
  more: string
  /** What it does to the document, and to which part. */
  uses: string[]
  /** What to look at, in short. */
  doubt: string
  notes: string[]
  state: CitationState
  stateLabel: string
  /** OCR read it: a suggestion until a person agrees. */
  isFromScan: boolean
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
  return {
    start,
    end,
    cite: { n, state, href: `#c-${n}`, label: indexLabel({ n, citation }), anchor },
  }
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
  const mentions = group.map(one => one.citation)
  const id = String(citation._id)
  const act = (name: string) => `${facts.action}/citations/${id}/${name}?at=c-${group[0]?.n ?? n}`
  const candidates = facts.candidates.get(id) ?? []
  return {
    id: `c-${group[0]?.n ?? n}`,
    marks: group.map(presentIndex),
    ...citationName(citation),
    uses: citationUses(mentions),
    doubt: doubtsOf(mentions),
    notes: citationNotes(citation, mentions, facts.people),
    state,
    stateLabel: stateWords(citation),
    isFromScan: citation.reason === 'readByOcr',
    isOpen: isOpen(group, facts),
    summary: foldWords(citation, candidates.length),
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
    correct: presentParts(mentions, { ...facts, citation, action: act('correct') }),
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

function warningOf({ doubts }: CitationRecord): string {
  const words = doubts.map(doubtLabel).filter(Boolean)
  return words.length > 0 ? `${words.join(' ')} ${t('intake.citations.keptAsWritten')}` : ''
}
