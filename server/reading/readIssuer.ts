import type { Copies } from './fold.ts'
import { ISSUER_AFTER, ISSUER_HEAD, ISSUER_STOP, ISSUER_TAI } from './patterns/issuer.ts'
import { STARTS_WITH_NOUN } from './patterns/typeNoun.ts'

const REACH = 200
const OWNER_MARK = /(?<![a-z])(?:cua|chi\s+dao)\s+/gu

/** The issuer named right behind a citation: `… của Bộ Tài chính hướng dẫn` → `Bộ Tài chính`. */
export function readIssuerAfter(copies: Copies, at: number): string | null {
  const lead = ISSUER_AFTER.exec(copies.plain.slice(at, at + 20))
  if (!lead) return null
  return issuerAt(copies, at + lead[0].length)
}

/** The issuer named before a citation: `đề nghị của Giám đốc Sở Y tế tại Tờ trình số …`. Not past `limit`. */
export function readIssuerBefore(copies: Copies, at: number, limit: number): string | null {
  const from = Math.max(limit, at - 160)
  const before = copies.plain.slice(from, at)
  const match = ISSUER_TAI.exec(before)
  const words = match?.[1]
  if (!match || !words) return null
  const inner = [...words.matchAll(OWNER_MARK)].at(-1)
  const skip = inner ? inner.index + inner[0].length : 0
  const start = from + match.index + match[0].indexOf(words) + skip
  return issuerAt(copies, start, start + words.length - skip)
}

/** The name standing at `start`: up to a word no name holds, at most to `end`. */
export function issuerAt(copies: Copies, start: number, end = start + REACH): string | null {
  const plain = copies.plain.slice(start, end)
  const length = nameLength(plain, copies.shape.slice(start, end))
  const name = copies.text
    .slice(start, start + length)
    .replace(/\s+/gu, ' ')
    .replace(/[\s,\-–]+$/u, '')
    .trim()
  return /\p{Lu}/u.test(name) ? name : null
}

function nameLength(plain: string, shape: string): number {
  let length = firstStop(shape)
  for (const match of plain.matchAll(/\s*,\s*|\s+va\s+/gu)) {
    if (match.index >= length) break
    const from = match.index + match[0].length
    const rest = {
      plain: plain.slice(from, length),
      shape: shape.slice(from, length),
      joint: match[0],
    }
    if (continues(rest)) continue
    length = match.index
    break
  }
  const bracket = /^\s?\([\p{Lu}\d\s.-]{2,20}\)/u.exec(shape.slice(length))
  return bracket && length > 3 ? length + bracket[0].length : length
}

/** Where a stop word ends the name. A capital inside a name is no stop word: `Tổng cục Quản lý đất đai`. */
function firstStop(shape: string): number {
  const lower = shape.toLowerCase()
  const isLoud = !/\p{Ll}{2}/u.test(shape.slice(0, 24))
  for (const match of lower.matchAll(ISSUER_STOP)) {
    const isWord = /^\p{L}/u.test(match[0])
    if (isWord && match.index === 0) continue
    if (isWord && !isLoud && isCapitalInName(shape.slice(match.index))) continue
    if (isPartOfName(lower, match)) continue
    return match[0] === '(' ? lower.slice(0, match.index).trimEnd().length : match.index
  }
  return shape.length
}

/** Stop words some names hold: `Bộ KẾ HOẠCH và Đầu tư`, `Tổ công tác triển khai …`, `Hội đồng định giá trong tố tụng …`. */
function isPartOfName(lower: string, match: RegExpExecArray): boolean {
  const before = lower.slice(0, match.index).trimEnd()
  const after = lower.slice(match.index + match[0].length).trimStart()
  if (/^(?:triển|tổ|chỉ|giải)/u.test(match[0]))
    return /(?:tổ công tác|ban chỉ đạo|ban|cục|vụ)$/u.test(before)
  if (match[0].startsWith('kế')) return /(?:bộ|sở|phòng|vụ|ban)$/u.test(before)
  if (/^(?:quản|kiểm|thông|liên|công|tư)/u.test(match[0]))
    return /(?:ban|cục|phòng|chi cục|vụ)$/u.test(before)
  return match[0] === 'trong' && after.startsWith('tố tụng')
}

function continues({
  plain: rest,
  joint,
  shape,
}: {
  plain: string
  joint: string
  shape: string
}): boolean {
  if (STARTS_WITH_NOUN.test(rest)) return false
  if (!/^\p{Lu}/u.test(shape))
    return joint.includes('va') && /^(?:tu van|dao tao|dau tu|moi truong)/u.test(rest)
  if (joint.includes('va')) return true
  return ISSUER_HEAD.test(rest) ? /\sva\s/u.test(rest) : /^[^,]{2,30}\sva\s/u.test(rest)
}

/** A capital word is part of the name, unless it begins the title: `của Chính phủ Quy định chi tiết`. */
function isCapitalInName(rest: string): boolean {
  return (
    /^\p{Lu}/u.test(rest) &&
    !/^(?:Quy định|Hướng dẫn|Về |Ban hành|Sửa đổi|Nghị|Quyết định|Thông tư|Luật)/u.test(rest)
  )
}
