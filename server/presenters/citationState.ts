import { CITATION_STATES, labelOf } from '../legal/glossary.ts'
import { t } from '../lib/labels.ts'
import type { CitationRecord } from '../models/Citation.ts'
import { doubtLabel } from './doubtLabel.ts'

type Standing = Pick<CitationRecord, 'state' | 'reason' | 'candidates'>

/** The word a citation stands with; one document that may be meant is not several, and what OCR read says so. */
export function stateWords({ state, reason, candidates }: Standing): string {
  if (state !== 'several' || candidates.length > 1) return labelOf(CITATION_STATES, state)
  return t(reason === 'readByOcr' ? 'intake.citations.fromScan' : 'intake.citations.oneNear')
}

/** Words on the fold of a row: what there is to do in it. */
export function foldWords({ state }: Standing, candidates: number): string {
  if (state === 'several' && candidates === 1) return t('intake.citations.isItThis')
  if (state === 'several') return t('intake.citations.pickOf', { n: candidates })
  return t(state === 'rejected' ? 'intake.citations.see' : 'intake.citations.change')
}

const LOOKED_AT: readonly CitationRecord['decision'][] = ['linked', 'rejected', 'none']

/** What a person should look at in the mentions of one document; nothing once a person has said which document is meant. */
export function doubtsOf(group: Pick<CitationRecord, 'doubts' | 'decision'>[]): string {
  const open = group.filter(({ decision }) => !LOOKED_AT.includes(decision))
  const words = open.flatMap(({ doubts }) => doubts.map(doubtLabel))
  return [...new Set(words)].filter(Boolean).join(' ')
}
