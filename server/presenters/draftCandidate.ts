import type { CandidateForce, CandidateRow } from '../intake/findDraft.ts'
import { printDate } from '../legal/dates.ts'
import type { CitationState } from '../legal/glossary.ts'
import { t } from '../lib/labels.ts'
import type { CitationRecord } from '../models/Citation.ts'
import { presentLamp, type LampView } from './lamp.ts'

export interface CandidateView {
  key: string
  name: string
  href: string
  /** On the day of the citing document, where known, and today. */
  lamps: DayLamp[]
  /** Said of a row of the starter catalogue. */
  tag: string
  isBest: boolean
  isLinked: boolean
  text: string
  matches: { label: string; fits: boolean }[]
  action: string
  describe: string
}

/** A lamp with the day it shows. */
export interface DayLamp {
  label: string
  lamp: LampView
}

/** Both lamps of a cited document: when it was cited, and today. */
export function presentForceLamps({ citedOn, then, now }: CandidateForce): DayLamp[] {
  const today = { label: t('intake.citations.lampToday'), lamp: presentLamp(now) }
  if (!citedOn || !then) return [today]
  const date = printDate(citedOn)
  return [{ label: t('intake.citations.lampThen', { date }), lamp: presentLamp(then) }, today]
}

/** What the row of a linked citation shows without being opened. */
export function linkedLamps(
  state: CitationState,
  candidates: CandidateRow[],
): { lamps: DayLamp[]; tag: string } {
  const [only] = candidates
  if (state !== 'linked' || !only) return { lamps: [], tag: '' }
  const tag = only.document.origin === 'starter' ? t('catalogue.unchecked') : ''
  return { lamps: presentForceLamps(only.force), tag }
}

const POINTS = ['number', 'issuer', 'date', 'type', 'title'] as const

/** A document a citation may mean, with what speaks for it and against it. */
export function presentCandidate(
  { document, match, isBest, force }: CandidateRow,
  { citation, number, action }: { citation: CitationRecord; number: number; action: string },
): CandidateView {
  const id = String(document._id)
  const name = document.number || document.title || t('intake.noName')
  const day = document.issuedOn
    ? t('intake.citations.day', { day: printDate(document.issuedOn) })
    : ''
  const points = POINTS.filter(point => match[point] !== null)
  return {
    key: String(number),
    name: [name, day].filter(Boolean).join(' '),
    href: `/documents/${id}`,
    lamps: presentForceLamps(force),
    tag: document.origin === 'starter' ? t('catalogue.tag') : '',
    isBest,
    isLinked: citation.state === 'linked' && String(citation.to) === id,
    text: [document.issuerName, document.number ? document.title : ''].filter(Boolean).join('. '),
    matches: points.map(point => ({
      label: t(`intake.matches.${point}${match[point] ? 'Fits' : 'Differs'}`),
      fits: match[point] === true,
    })),
    action: `${action}&to=${id}`,
    describe: name,
  }
}
