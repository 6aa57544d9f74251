import { CENTRAL_ISSUERS, PROVINCIAL_SYMBOLS } from './data/issuers.ts'
import { foldText } from './foldText.ts'
import { provinceNamed } from './provinces.ts'

const NAMES = [...CENTRAL_ISSUERS.map(({ name }) => name), ...Object.values(PROVINCIAL_SYMBOLS)]
const BY_FOLD = new Map([...NAMES, 'UBND', 'HĐND'].map(name => [foldText(name), name]))
const RANK = /\s+(tỉnh|thành phố)(?:\s+(.+))?$/iu
const SHORT: readonly [string, string][] = [
  ['Ủy ban nhân dân', 'UBND'],
  ['Hội đồng nhân dân', 'HĐND'],
]

/**
 * A body's name for a line of the interface: a letterhead in capitals gets its usual case (`ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP` → `UBND
 * tỉnh Đồng Tháp`); a name not known keeps its letters.
 */
export function printIssuer(name: string): string {
  const text = name.normalize('NFC').replace(/\s+/gu, ' ').trim()
  const isCapital = text === text.toUpperCase() && /\p{Lu}{2}/u.test(text)
  const printed = isCapital ? lowered(text) : text
  return SHORT.reduce((words, [long, short]) => replaceStart(words, long, short), printed)
}

function lowered(text: string): string {
  const rank = RANK.exec(text)
  const body = rank ? text.slice(0, rank.index) : text
  const known = BY_FOLD.get(foldText(body))
  if (!known) return text
  if (!rank) return known
  const province = rank[2] ? provinceNamed(rank[2]) : undefined
  if (rank[2] && !province) return text
  return [known, (rank[1] ?? '').toLowerCase(), province?.name ?? ''].filter(Boolean).join(' ')
}

function replaceStart(words: string, long: string, short: string): string {
  return foldText(words).startsWith(foldText(long)) ? `${short}${words.slice(long.length)}` : words
}
