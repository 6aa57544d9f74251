import type { CandidateRow } from '../intake/findDraft.ts'
import { printDate } from '../legal/dates.ts'
import { t } from '../lib/labels.ts'
import type { CitationRecord } from '../models/Citation.ts'
import { presentLamp, type LampView } from './lamp.ts'

export interface CandidateView {
  key: string
  name: string
  href: string
  lamp: LampView
  isBest: boolean
  isLinked: boolean
  text: string
  matches: { label: string; fits: boolean }[]
  action: string
  describe: string
}

const POINTS = ['number', 'issuer', 'date', 'type', 'title'] as const

/** A document a citation may mean, with what speaks for it and against it. */
export function presentCandidate(
  { document, match, isBest }: CandidateRow,
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
    lamp: presentLamp(document.forceStatus ?? 'undetermined'),
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
