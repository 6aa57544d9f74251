import { CITATION_STATES, labelOf, RELATION_KINDS, type CitationState } from '../legal/glossary.ts'
import { printDate } from '../legal/dates.ts'
import { labelAt, t } from '../lib/labels.ts'
import type { CitationRecord } from '../models/Citation.ts'
import type { CandidateRow } from '../intake/findDraft.ts'
import { presentCandidate, type CandidateView } from './draftCandidate.ts'
import { linesOfSpan, type Mark } from './draftText.ts'
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
  places: PlaceView[]
  isRejected: boolean
  actions: { reject: string; none: string; restore: string; find: string }
  findId: string
  findValue: string
  findError?: string
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
  const first = group[0] as NumberedCitation
  const state =
    group.map(({ citation }) => citation.state).sort((a, b) => WEIGHT[b] - WEIGHT[a])[0] ??
    'missing'
  const { citation } = group.find(one => one.citation.state === state) ?? first
  const id = String(citation._id)
  const act = (name: string) => `${facts.action}/citations/${id}/${name}?at=c-${first.n}`
  const findId = `find-${id}`
  const isOpen =
    facts.errors[findId] !== undefined ||
    group.some(one => facts.errors[`move-${String(one.citation._id)}`])
  return {
    id: `c-${first.n}`,
    marks: group.map(presentIndex),
    ...nameOf(citation),
    notes: notesOf(group, facts),
    state,
    stateLabel: labelOf(CITATION_STATES, state),
    isOpen: isOpen || (state === 'several' && isFirstOpen(group, facts)),
    summary: summaryOf(state, (facts.candidates.get(id) ?? []).length),
    warning: warningOf(citation),
    lead:
      group.length > 1
        ? t('intake.citations.once', { places: group.map(({ n }) => n).join(', ') })
        : '',
    candidates: (facts.candidates.get(id) ?? []).map((row, index) =>
      presentCandidate(row, { citation, number: index + 1, action: act('link') }),
    ),
    places: group.map(one => presentPlace(one, facts, group.length)),
    isRejected: state === 'rejected',
    actions: {
      reject: act('reject'),
      none: act('none'),
      restore: act('restore'),
      find: act('find'),
    },
    findId,
    findValue: facts.typed?.[findId] ?? '',
    ...(facts.errors[findId] && { findError: facts.errors[findId] }),
  }
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

function nameOf(citation: CitationRecord): { name: string; more: string } {
  const { number, title, quote, issuedOn, issuedPartial, year, issuer } = citation
  const day = issuedOn ? t('intake.citations.day', { day: printDate(issuedOn) }) : ''
  const partial =
    !issuedOn && issuedPartial
      ? t('intake.citations.partial', { said: issuedPartial.split('-').reverse().join('/') })
      : ''
  const inYear = !number && year ? t('intake.citations.partial', { said: year }) : ''
  const name =
    number || title || t('intake.citations.quoted', { quote: quote.replace(/\s+/gu, ' ') })
  return { name, more: [day || partial || inYear, issuer].filter(Boolean).join(', ') }
}

function notesOf(group: NumberedCitation[], { people }: CitationFacts): string[] {
  const { citation } = group[0] as NumberedCitation
  const relations = [...new Set(group.map(one => one.citation.relation).filter(Boolean))]
  const words = relations.map(kind => capital(labelOf(RELATION_KINDS, kind)))
  const times = group.length > 1 ? [t('intake.citations.times', { n: group.length })] : []
  const by = citation.decidedBy ? people.get(String(citation.decidedBy)) : undefined
  const decided =
    citation.decision && by ? [t(`intake.citations.decided.${citation.decision}`, { by })] : []
  return [...words, ...times, reasonOf(citation), ...decided].filter(Boolean)
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** How the link was found, or why there is none. */
function reasonOf({ reason, state, decision }: CitationRecord): string {
  if (state === 'rejected' || decision === 'linked') return ''
  if (state === 'missing') return t('intake.citations.waits')
  const words = labelAt(`citations.reasons.${reason}`)
  return typeof words === 'string' ? words : ''
}

function warningOf({ doubts }: CitationRecord): string {
  const words = doubts
    .map(doubt => labelAt(`doubts.${doubt}`))
    .filter(label => typeof label === 'string')
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
  }
}
