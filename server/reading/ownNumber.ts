import { numberKey } from '../legal/documentNumber.ts'
import type { Draft } from './citation.ts'
import { overlaps } from './citation.ts'
import type { Header } from './types.ts'

/**
 * A document does not cite itself: neither its number line nor `Ban hành kèm theo Quyết định số <own number>` is a citation.
 * The same number with another date is another document (numbers run per year).
 */
export function withoutOwn(drafts: Draft[], { number, date }: Header): Draft[] {
  const key = number && numberKey(number.value)
  return drafts.filter(draft => {
    if (isNumberLine(draft)) return false
    if (!number) return true
    if (overlaps(draft, number)) return isCited(draft)
    if (!draft.number || numberKey(draft.number) !== key) return true
    return Boolean(draft.date && date && draft.date !== date.value)
  })
}

/**
 * `Quyết định⏎số 31/2022/QĐ-UBND`, `Nghị định⏎41/2019/NĐ-CP`: a noun in small letters before the number cites it, wherever the
 * line breaks. `Số: 31/QĐ-UBND` below `QUYẾT ĐỊNH` does not, nor `Luật số: 91/2031/QH17`.
 */
function isCited({ quote }: Draft): boolean {
  if (/s[oốóỏ]\s?:/u.test(quote)) return false
  return /^\p{L}{1,12}\s+\p{Ll}{2}[^\d]*?\s(?:(?:số|so|só)\s*)?\d/u.test(quote)
}

/** The number line of a document, its own or one sent along: `Số: 13 /2026/TTLT-VKSNDTC` without a noun or a day. */
function isNumberLine({ quote, date }: Draft): boolean {
  return date === null && /^Số\s?:/u.test(quote)
}
