import type { Copies } from '../fold.ts'
import type { Found } from '../types.ts'
import { found, oneLine, trimmed } from './found.ts'
import type { Landmarks } from './landmarks.ts'

/**
 * Behind `Kính gửi:`: one body on its line, or a list:
 *   Kính gửi: Các phòng, đơn vị thuộc Sở.
 *   Kính gửi:⏎- Bộ Tài chính;⏎- Bộ Nội vụ.
 */
const STARTS_BODY =
  /\s(?:Phúc đáp|Thực hiện|Căn cứ|Trả lời|Để |Nhằm |Theo |Ngày \d|Trong |Vừa qua|Xét |Sau khi|Tiếp theo|Qua |Hiện nay|Liên quan|Triển khai|Về việc|[IVX]+\.|1\.)/u
const LIST = /^\s*[-–+•]/u

export function readAddressees(
  copies: Copies,
  { addresseeMark }: Landmarks,
): Found<string[]> | undefined {
  if (!addresseeMark) return undefined
  const start = addresseeMark.end
  const rest = copies.shape.slice(start, start + 1500)
  const length = LIST.test(rest) ? listLength(rest) : lineLength(rest)
  const span = trimmed(copies, { start, end: start + length })
  const items = copies.text
    .slice(span.start, span.end)
    .split(/;|\n\s*[-–+•]/u)
    .map(item => oneLine(item).replace(/^[-–+•\s]+|[.,;\s]+$/gu, ''))
    .filter(Boolean)
  return items.length ? found(copies, span, items) : undefined
}

function listLength(rest: string): number {
  const items = /^(?:\s*[-–+•][^\n]+(?:\n[ \t]*(?=\p{Ll})[^\n]+)*\n?)+/u.exec(rest)?.[0] ?? ''
  const end = items.search(/\.\s*(?:\n|$)/u)
  return end >= 0 ? end : items.length
}

function lineLength(rest: string): number {
  const text = rest.slice(0, 400)
  const lead = /^\s*/u.exec(text)?.[0].length ?? 0
  const ends = [
    text.slice(lead).search(/\.\s*(?:\n|$)|\n\s*\n/u),
    text.slice(lead).search(/\n(?=\s*(?:\p{Lu}|\d|[-(]))/u),
    text.slice(lead).search(STARTS_BODY),
  ].filter(end => end >= 0)
  return lead + Math.min(text.length - lead, ...ends)
}
