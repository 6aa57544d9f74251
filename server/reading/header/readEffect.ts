import { isIsoDate } from '../../legal/dates.ts'
import type { Copies } from '../fold.ts'
import type { Header } from '../types.ts'
import { LONG_DATE, SHORT_DATE } from '../patterns/date.ts'
import { isoFromMatch } from '../readDate.ts'
import { found } from './found.ts'

/**
 * The day the document says it takes effect:
 *   Quyết định này có hiệu lực thi hành kể từ ngày 01 tháng 12 năm 2026
 *   Thông tư này có hiệu lực từ ngày 15/3/2025
 *   Quyết định này có hiệu lực kể từ ngày ký          the date of the head
 */
const EFFECT = new RegExp(
  `(?<![a-z])(?:[a-z]+\\s+){1,4}nay\\s+(?:co|bat\\s+dau\\s+co)\\s+hieu\\s+luc(?:\\s+thi\\s+hanh)?(?:\\s+ke)?\\s+tu\\s+ng\\s?ay\\s+(?:(?<signed>ky)(?![a-z])|${SHORT_DATE}|${LONG_DATE})`,
  'u',
)

export function readEffect(copies: Copies, header: Partial<Header>): Partial<Header> {
  const match = EFFECT.exec(copies.plain)
  if (!match) return {}
  const span = { start: match.index, end: match.index + match[0].length }
  if (match.groups?.signed)
    return header.date ? { effectiveFrom: found(copies, span, header.date.value) } : {}
  const [words, , ...parts] = match
  const day = isoFromMatch([words, ...parts] as RegExpMatchArray)
  return day && isIsoDate(day) ? { effectiveFrom: found(copies, span, day) } : {}
}
