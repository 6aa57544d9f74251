import { foldText } from '../../legal/foldText.ts'
import type { Copies } from '../fold.ts'
import type { Found } from '../types.ts'
import { found, oneLine, trimmed } from './found.ts'
import type { Landmarks } from './landmarks.ts'

/**
 * Behind `Kính gửi:`, or `THỦ TƯỚNG CHÍNH PHỦ điện:`: one body on its line, or a list, with dashes or without:
 *   Kính gửi: Các phòng, đơn vị thuộc Sở.
 *   Kính gửi:⏎- Bộ Tài chính;⏎- Bộ Nội vụ.        Kính gửi: Bộ Tài chính;⏎Bộ Nội vụ.
 */
const STARTS_BODY =
  /\s(?:Phúc đáp|Thực hiện|Căn cứ|Trả lời|Để |Nhằm |Theo |Ngày \d|Trong |Vừa qua|Xét |Sau khi|Tiếp theo|Qua |Hiện nay|Liên quan|Triển khai|Về việc|[IVX]+\.|1\.)/u
const LIST = /^\s*[-+•]/u
const REACH = 2500

export function readAddressees(
  copies: Copies,
  { addresseeMark }: Landmarks,
  issuer = '',
): Found<string[]> | undefined {
  if (!addresseeMark) return undefined
  const start = addresseeMark.end
  const rest = copies.shape.slice(start, start + REACH)
  const length = LIST.test(rest) ? listLength(rest) : lineLength(rest)
  const end = Math.min(
    length,
    sentenceEnd(rest),
    LIST.test(rest) ? Infinity : issuerAt(copies.plain.slice(start, start + 600), issuer),
  )
  const span = trimmed(copies, { start, end: start + end })
  const items = itemsOf(copies.shape.slice(span.start, span.end))
    .map(item => oneLine(item).replace(/^[-+•\s]+|[.,;\s]+$/gu, ''))
    .filter(item => /\p{L}/u.test(item))
  return items.length ? found(copies, span, items) : undefined
}

/** Several dashes mark the items, which may hold a `;` of their own; else the semicolons do. */
function itemsOf(words: string): string[] {
  const items = words.split(/(?:\n|;)\s*[-+•](?=\s?\S)/u)
  return items.length > 1 ? items : words.split(';')
}

/** A sentence ends where lines were joined: `… Văn phòng UBND tỉnh. Sở Ngoại vụ đề nghị`. */
function sentenceEnd(rest: string): number {
  const end = rest.search(/(?<=\p{Ll}{3})\.\s+(?=\p{Lu}\p{Ll})/u)
  return end < 0 ? rest.length : end
}

/** The issuer opens the body: `Kính gửi: Sở Giao thông vận tải Sở Tư pháp nhận được …`; `… thuộc Sở Tư pháp` does not. */
function issuerAt(words: string, issuer: string): number {
  const name = foldText(issuer).split(' ').slice(0, 3).join(' ')
  if (name.length < 6) return Infinity
  const at = words.indexOf(` ${name} `, 6)
  if (at < 0 || /(?:thuoc|cua|tai|truc thuoc|,|;|-)\s*$/u.test(words.slice(0, at))) return Infinity
  return at
}

/** Lines beginning with a dash, and those that go on with one not yet closed. */
function listLength(rest: string): number {
  let length = 0
  let last = ''
  for (const line of rest.match(/[^\n]+\n?|\n/gu) ?? []) {
    const words = line.trim()
    if (words !== '' && !LIST.test(line) && !goesOn(last, words)) break
    length += line.length
    if (words !== '') last = words
    if (words.endsWith('.')) break
  }
  return length
}

function goesOn(last: string, words: string): boolean {
  if (/[;.]$/u.test(last)) return false
  return last.endsWith(',') || /^[\p{Ll}(\d]/u.test(words)
}

function lineLength(rest: string): number {
  const lead = /^\s*/u.exec(rest)?.[0].length ?? 0
  const text = rest.slice(lead, lead + 600)
  const ends = [
    text.search(/\.\s*(?:\n|$)|(?<![;,])[^\S\n]*\n\s*\n/u),
    text.search(/(?<!(?:[;,]|\s(?:và|của|thuộc|tại|cho))[^\S\n]{0,8})\n(?=\s*(?:\p{Lu}|\d|[-(]))/u),
    text.search(STARTS_BODY),
  ].filter(end => end >= 0)
  return lead + Math.min(text.length, ...ends)
}
