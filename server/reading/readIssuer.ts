import type { Copies } from './fold.ts'
import { ISSUER_AFTER, ISSUER_HEAD, ISSUER_STOP, ISSUER_TAI } from './patterns/issuer.ts'
import { STARTS_WITH_NOUN } from './patterns/typeNoun.ts'

const REACH = 200

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
  const last = Math.max(words.lastIndexOf(' cua ') + 5, words.lastIndexOf('chi dao ') + 8)
  const inner = last > 7 || words.includes(' cua ') || words.includes('chi dao ') ? last : 0
  const start = from + match.index + match[0].indexOf(words) + inner
  return issuerAt(copies, start, start + words.length - inner)
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
  let length = firstStop(plain)
  for (const match of plain.matchAll(/\s*,\s*|\s+va\s+/gu)) {
    if (match.index >= length) break
    const rest = plain.slice(match.index + match[0].length, length)
    if (
      continues({
        rest,
        joint: match[0],
        shape: shape.slice(match.index + match[0].length, length),
      })
    )
      continue
    length = match.index
    break
  }
  const bracket = /^\s\([\p{Lu}\d\s.-]{2,20}\)/u.exec(shape.slice(length))
  return bracket && length > 3 && !plain.slice(0, length).endsWith(' ')
    ? length + bracket[0].length
    : length
}

/** The end of the name by stop words; brackets with an abbreviation belong to it: `Tổng công ty (PV GAS)`. */
function firstStop(plain: string): number {
  for (const match of plain.matchAll(ISSUER_STOP)) {
    if (match.index === 0 && /^[a-z]/u.test(match[0])) continue
    if (isPartOfName(plain, match)) continue
    return match[0] === '(' ? plain.slice(0, match.index).trimEnd().length : match.index
  }
  return plain.length
}

/** Words that stop a name yet stand in some: `Bộ Kế hoạch và Đầu tư`, `Tổ công tác Đề án 06`, `Ủy ban Chứng khoán`. */
function isPartOfName(plain: string, match: RegExpExecArray): boolean {
  const before = plain.slice(0, match.index).trimEnd()
  if (/^ke\s+hoach$/u.test(match[0])) return /(?:bo|so|phong|vu)$/u.test(before)
  if (match[0] === 'trien khai') return before.endsWith('to cong tac')
  if (match[0] === 'dan') return /(?:nhan|quoc|cong|can)$/u.test(before)
  if (match[0] === 'ky' || match[0] === 'so' || match[0] === 'tu')
    return (
      /^(?:ky|so|tu)\s+(?:thuat|phap|y|nhan)/u.test(plain.slice(match.index)) ||
      (match[0] === 'tu' && /(?:dau|vat)$/u.test(before)) ||
      (match[0] === 'so' &&
        /(?:giam doc|pho giam doc|dan|lanh dao|van phong|thanh tra|chi uy|dang uy|va|chuyen doi)$/u.test(
          before,
        ))
    )
  if (match[0] === 'hien' || match[0] === 'noi')
    return /^(?:noi\s+(?:vu|chinh))/u.test(plain.slice(match.index))
  if (match[0] === 'phan' || match[0] === 'tang cuong') return false
  return false
}

function continues({
  rest,
  joint,
  shape,
}: {
  rest: string
  joint: string
  shape: string
}): boolean {
  if (STARTS_WITH_NOUN.test(rest)) return false
  if (!/^\p{Lu}/u.test(shape))
    return joint.includes('va') && /^(?:tu van|dao tao|dau tu|moi truong)/u.test(rest)
  if (joint.includes('va')) return true
  return ISSUER_HEAD.test(rest) ? /\sva\s/u.test(rest) : /^[^,]{2,30}\sva\s/u.test(rest)
}
