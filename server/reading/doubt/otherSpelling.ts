import { numberKey, parseNumber } from '../../legal/documentNumber.ts'
import { editDistance } from '../../legal/editDistance.ts'
import type { Draft } from '../citation.ts'

/** Spellings of one serial, year and day kept for comparing. */
const KEPT = 6

/**
 * For each citation the other way the same text writes its number, where one of them must be a slip: same serial, same year,
 * same day, and symbols a letter or a dash apart: `48/KH-TCTTK` and `48/KHTCTTK`, both of 07/02/2024. Linear.
 */
export function otherSpellings(drafts: readonly Draft[]): Map<Draft, string> {
  const groups = new Map<string, Draft[]>()
  for (const draft of drafts) {
    const under = groupOf(draft)
    if (under) groups.set(under, [...(groups.get(under) ?? []).slice(-3 * KEPT), draft])
  }
  const found = new Map<Draft, string>()
  for (const members of groups.values()) {
    const numbers = [...new Set(members.map(({ number }) => number ?? ''))].slice(0, KEPT)
    if (numbers.length < 2) continue
    for (const draft of members) {
      const other = numbers.find(number => isSlip(draft.number ?? '', number))
      if (other) found.set(draft, other)
    }
  }
  return found
}

/** Serial, year and day; null without a day: two bodies may issue one serial in one year. */
function groupOf({ number, date }: Draft): string | null {
  const parts = number && date ? parseNumber(number) : null
  return parts && date ? `${parts.serial} ${parts.year ?? ''} ${date} ${parts.style}` : null
}

function isSlip(one: string, other: string): boolean {
  const [a, b] = [numberKey(one), numberKey(other)]
  if (a === b) return false
  const [bare, otherBare] = [symbolOf(a), symbolOf(b)]
  if (bare === '' || otherBare === '') return false
  const slips = bare.length > 7 ? 2 : 1
  return bare === otherBare || (bare.length > 4 && editDistance(bare, otherBare, slips) <= slips)
}

/** Letters of the symbol without joints. */
function symbolOf(key: string): string {
  return key.replace(/^\d[\d.]*\p{L}?(?:\/\d{4})?/u, '').replace(/[^\p{L}\d]/gu, '')
}
