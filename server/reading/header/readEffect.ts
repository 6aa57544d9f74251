import { isIsoDate } from '../../legal/dates.ts'
import type { Copies } from '../fold.ts'
import type { Header } from '../types.ts'
import { LONG_DATE, SHORT_DATE } from '../patterns/date.ts'
import { isoFromMatch } from '../readDate.ts'
import { found } from './found.ts'
import { occurrences } from './occurrences.ts'

/**
 * The day the document says it takes effect:
 *   Quyết định này có hiệu lực thi hành kể từ ngày 01 tháng 12 năm 2026
 *   Thông tư này có hiệu lực từ ngày 15/3/2025
 *   Quyết định này có hiệu lực kể từ ngày ký          the date of the head
 * Words between quotation marks are those of an amended document.
 */
const EFFECT = new RegExp(
  `^(?:[a-z]+\\s+){1,4}nay\\s+(?:co|bat\\s+dau\\s+co)\\s+hieu\\s+luc(?:\\s+thi\\s+hanh)?(?:\\s+ke)?\\s+tu\\s+ng\\s?ay\\s+(?:(?<signed>ky)(?![a-z])|${SHORT_DATE}|${LONG_DATE})`,
  'u',
)
const ANCHOR = /nay\s{1,3}(?:co|bat\s{1,3}dau\s{1,3}co)\s{1,3}$/u
const BEFORE = 40
const BEHIND = 140

export function readEffect(copies: Copies, header: Partial<Header>): Partial<Header> {
  let quoted: Partial<Header> = {}
  for (const at of occurrences(copies.plain, 'hieu luc')) {
    const anchor = ANCHOR.exec(copies.plain.slice(Math.max(0, at - 24), at))
    if (!anchor) continue
    const index = at - anchor[0].length
    const effect = effectAt(copies, index, header)
    if (!effect.effectiveFrom) continue
    if (!isQuoted(copies.text, index)) return effect
    if (!quoted.effectiveFrom) quoted = effect
  }
  return quoted
}

/** The words right before `này` begin the clause; a longer noun first. */
function effectAt({ text, plain, shape }: Copies, at: number, header: Partial<Header>) {
  const from = Math.max(0, at - BEFORE)
  const before = plain.slice(from, at)
  const noun = /(?<![a-z])(?:[a-z]+\s{1,3}){1,4}$/u.exec(before)
  if (!noun) return {}
  const start = from + noun.index
  const match = EFFECT.exec(plain.slice(start, at + BEHIND))
  if (!match) return {}
  return effectOf({ text, plain, shape }, { match, start }, header)
}

function effectOf(
  copies: Copies,
  { match, start }: { match: RegExpExecArray; start: number },
  header: Partial<Header>,
): Partial<Header> {
  const span = { start, end: start + match[0].length }
  if (match.groups?.signed) {
    return header.date ? { effectiveFrom: found(copies, span, header.date.value) } : {}
  }
  const [words, , ...parts] = match
  const day = isoFromMatch([words, ...parts] as RegExpMatchArray)
  return day && isIsoDate(day) ? { effectiveFrom: found(copies, span, day) } : {}
}

/** An opening quotation mark not closed before, within the paragraph and some more. */
function isQuoted(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 300), at)
  return before.lastIndexOf('“') > before.lastIndexOf('”')
}
