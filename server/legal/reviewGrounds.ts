import type { IsoDate } from './dates.ts'
import type { DocumentClass, EffectKind, ReviewKind } from './glossary.ts'

export const GROUNDS = ['basisChanged', 'selfChanged', 'periodic', 'ordered', 'manual'] as const
export type Ground = (typeof GROUNDS)[number]

/** A body of law on review, from the day it applies. Chưa đối chiếu with the official text where `isChecked` is false. */
interface Regime {
  code: string
  from: IsoDate
  isChecked: boolean
}

/**
 * Regimes, latest first (domain 1.1). 2025: Luật 64/2025/QH15 Điều 57, 63; Nghị định 79/2025/NĐ-CP Điều 34, 37, 39.
 * 2016: Luật 80/2015/QH13 Điều 154; Nghị định 34/2016/NĐ-CP Điều 142.
 */
export const REGIMES: readonly Regime[] = [
  { code: 'from2025', from: '2025-04-01', isChecked: true },
  { code: 'from2016', from: '2016-07-01', isChecked: false },
]

/** The regime under which a review opened on a day runs: the latest in force, the earliest known before that. */
export function regimeOn(day: IsoDate): string {
  const regime = REGIMES.find(({ from }) => from <= day) ?? REGIMES[REGIMES.length - 1]
  return regime?.code ?? 'from2025'
}

/** Reviews the law knows are those of QPPL documents (Nghị định 79/2025 Điều 33); all others are the house's own. */
export function kindOfReview(docClass: DocumentClass): ReviewKind {
  return docClass === 'qppl' ? 'statutory' : 'internal'
}

/** Label key of the legal basis of a review: by ground and regime, and one for reviews of the house. */
export function groundKey(facts: { ground: Ground; kind: ReviewKind; openedOn: IsoDate }): string {
  const { ground, kind, openedOn } = facts
  return kind === 'internal'
    ? `reviews.ground.internal.${ground}`
    : `reviews.ground.${regimeOn(openedOn)}.${ground}`
}

/**
 * Events that put documents under review: amended, supplemented, replaced, repealed, suspended or ended in part by a
 * later document (Nghị định 79/2025 Điều 39). A document that runs out by its own clause touches nobody else.
 */
export const TRIGGERING_EFFECTS: readonly EffectKind[] = [
  'amended',
  'partlyEnded',
  'replaced',
  'repealed',
  'suspended',
]

/** Effects that end the whole document on their day. */
export const ENDING_EFFECTS: readonly EffectKind[] = ['replaced', 'repealed', 'expired']
