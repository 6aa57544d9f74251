import { foldText } from '../../legal/foldText.ts'
import { isCentralIssuer, issuerKey } from '../../legal/issuerKey.ts'
import { planTitle } from '../../legal/plans.ts'

/** Words a learned name is looked up by: folded, marks dropped. */
export function nameWords(name: string): string {
  return foldText(name)
    .replace(/[^a-z\d]+/gu, ' ')
    .trim()
}

/** A plan as its name and years say it, and the key of the body it is of ('' to look for any). */
export interface PlanNamed {
  title: string
  period: string
  owner?: string
}

/**
 * Words a plan is looked up by: `ke hoach kiem tra|2024|so y te/ha-noi`. Each body has such a plan each year: the name alone names none.
 */
export function planWords({ title, period, owner = '' }: PlanNamed): string {
  return `${nameWords(planTitle(title))}|${period}|${owner}`
}

/** `Đề án 06`, `Chương trình 30a`: a name that needs no years. */
export function isPlanCode(title: string): boolean {
  return /^(?:de an|chuong trinh|du an) (?:so )?\d{2,4}[a-z]?$/u.test(nameWords(title))
}

/** `Luật Bến bãi`; not the noun alone. */
export function isLawName(title: string): boolean {
  return /^(?:bo luat|luat|phap lenh|hien phap) [a-z\d]/u.test(nameWords(title))
}

/** `Kế hoạch này`, `Luật nêu trên`, `cơ quan đó`: words that mean another thing in every text. */
export function pointsBack(name: string): boolean {
  const words = name.normalize('NFC').toLowerCase()
  return /(?<![\p{L}\d])(?:này|nầy|nay|trên|tren|đó|ấy|đây)[^\p{L}\d]*$/u.test(words)
}

/** `TCTĐA06`, `BKH&CN`. */
export function isAbbreviation(words: string): boolean {
  return /^[\p{Lu}\d&]{2,15}$/u.test(words.trim())
}

/**
 * Whether an abbreviation may be learned to stand for a name. Not where the tables know it already, and not for a body every province
 * has: `UBND` and `SCT` mean those of the province the text stands in, whatever they meant in one text.
 */
export function mayStandFor({ short, name }: { short: string; name: string }): boolean {
  if (!isAbbreviation(short) || isAbbreviation(name)) return false
  const [read, meant] = [issuerKey(short), issuerKey(name)]
  return !isCentralIssuer(read) && [read, meant].every(key => key !== '' && !key.includes('/'))
}
