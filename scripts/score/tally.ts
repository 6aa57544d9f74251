/** Keys found in a passage, each with the words to show for it. */
export type Keys = Map<string, string>

/** What was found and missed of one field over all passages. */
export interface Tally {
  right: number
  extra: number
  missed: number
}

/** What one passage got wrong in one field, in readable words. */
export interface Difference {
  id: string
  row: string
  missed: string[]
  extra: string[]
}

/** Precision and recall; NaN where nothing was there to measure. */
export function rates({ right, extra, missed }: Tally): { p: number; r: number } {
  return { p: right / (right + extra), r: right / (right + missed) }
}

/** The lower of precision and recall: what a floor is compared with. NaN where nothing was there to measure. */
export function lower(tally: Tally): number {
  const { p, r } = rates(tally)
  if (Number.isNaN(p) || Number.isNaN(r)) return Number.isNaN(p) ? r : p
  return Math.min(p, r)
}

/** Harmonic mean of both; 0 where one of them is 0. */
export function meanRate(tally: Tally): number {
  const { p, r } = rates(tally)
  return p === 0 || r === 0 ? 0 : (2 * p * r) / (p + r)
}

/** Adds what one passage has in common and what not. */
export function addKeys(
  tally: Tally,
  gold: Keys,
  found: Keys,
): { missed: string[]; extra: string[] } {
  const missed = [...gold].filter(([key]) => !found.has(key)).map(([, label]) => label)
  const extra = [...found].filter(([key]) => !gold.has(key)).map(([, label]) => label)
  tally.right += gold.size - missed.length
  tally.missed += missed.length
  tally.extra += extra.length
  return { missed, extra }
}
