import { OUTCOMES } from '../legal/glossary.ts'

/** What a reviewer may find on a provision; words under `reviews.finding.*`. */
export const FINDINGS = ['fits', 'conflicts', 'overlaps', 'unfit', 'expired', 'other'] as const
export type FindingCode = (typeof FINDINGS)[number]

export const PRIORITIES = ['urgent', 'needed', 'planned'] as const

export interface Finding {
  provision: string
  finding: string
  note: string
  against: string
  proposal: string
}

/** A finding as typed, with codes nobody knows blanked; null when nothing was entered. */
export function readFinding(typed: Finding): Finding | null {
  const finding = (FINDINGS as readonly string[]).includes(typed.finding) ? typed.finding : ''
  const proposal = Object.hasOwn(OUTCOMES, typed.proposal) ? typed.proposal : ''
  const { provision, note, against } = typed
  const isEmpty = !finding && !proposal && !note && !against
  return isEmpty || !provision ? null : { provision, finding, note, against, proposal }
}
