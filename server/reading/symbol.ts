import { GLUED_TAIL, MIXED_CASE_GROUPS } from './patterns/documentNumber.ts'

const GROUP_OR_JOINT = /[\p{L}\d]+|[^\p{L}\d]+/gu
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/u

/**
 * How much of a matched symbol is one: stops before the first group that is an ordinary word.
 * `QĐ-UBND - Kế` → length of `QĐ-UBND`; `NĐ-CPngày` → length of `NĐ-CP`; `Sở` → 0.
 */
export function symbolLength(symbol: string): number {
  let length = 0
  let at = 0
  for (const [part] of symbol.matchAll(GROUP_OR_JOINT)) {
    at += part.length
    if (!/^[\p{L}\d]/u.test(part)) continue
    const kept = groupLength(part)
    if (kept === 0) break
    length = at - part.length + kept
    if (kept < part.length) break
  }
  return length
}

function groupLength(group: string): number {
  if (isGroup(group)) return group.length
  const cut = group.replace(GLUED_TAIL, '')
  return cut !== group && isGroup(cut) ? cut.length : 0
}

/** A group is made of initials: upper case, no tone marks; a few known ones mix cases. */
function isGroup(group: string): boolean {
  if (MIXED_CASE_GROUPS.has(group)) return true
  return /^[\p{Lu}\d]+$/u.test(group) && !TONE.test(group.normalize('NFD'))
}

const SPLIT_TAIL = /^\s(?<rest>[A-ZĐ][A-ZĐ\d]{0,6})(?=\s+(?:ng\s?ày|của)(?![\p{L}]))/u

/**
 * Length of the end of a symbol a stray blank cut off: `689/SVN-CCHC VTLT ngày`, `NĐ-C P của`. Only letters right before
 * `ngày` or `của`, and only behind a symbol that already has a dash; before `của` a single letter only.
 */
export function splitTailLength(symbol: string, after: string): number {
  if (!symbol.includes('-')) return 0
  const match = SPLIT_TAIL.exec(after)
  const rest = match?.groups?.rest ?? ''
  if (!match || (rest.length > 1 && /^\s\S+\s+của/u.test(after))) return 0
  return match[0].length
}
