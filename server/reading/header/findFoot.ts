import type { Copies } from '../fold.ts'
import type { Span } from '../types.ts'

/**
 * Where the document itself ends. Annexes and forms behind it have signature blocks and `Nơi nhận` of their own:
 *   Nơi nhận:⏎- Như trên; …           the first one that stands before the annexes
 *   Luật này được Quốc hội … thông qua ngày …⏎CHỦ TỊCH QUỐC HỘI
 *   … chịu trách nhiệm thi hành./.⏎BỘ TRƯỞNG⏎Nguyễn Văn A⏎PHỤ LỤC I
 */
export interface Foot {
  /** `… này đã được Quốc hội … thông qua`. */
  adopted: Span | null
  /** The mark `Nơi nhận:`. */
  recipients: Span | null
  /** End of the mark's list at the latest: the annexes, or far enough. */
  recipientsEnd: number
  /** Where the signature may stand, likeliest first. */
  signature: Span[]
}

const MARK = /noi\s{1,4}nhan[\s*_]{0,3}(?::|(?=\n)|(?=-\s))/gu
const ADOPTED =
  /nay\s{1,3}(?:da\s{1,3})?duoc\s{1,3}(?:quoc\s{1,3}hoi|hoi\s{1,3}dong\s{1,3}nhan\s{1,3}dan|uy\s{1,3}ban\s{1,3}thuong\s{1,3}vu)[^;]{0,220}?thong\s{1,3}qua/gu
const ANNEX =
  /\n[\s*_#|]{0,8}(?:phu\s{1,3}luc(?![a-z])|mau\s{1,3}(?:so\s{1,3})?\d{1,3}[^\n]{0,60}\n|\((?:ban\s{1,3}hanh\s{1,3})?kem\s{1,3}theo)/gu
const BEFORE = 700
const BEHIND = 3500
const TAIL = 1500
const ADOPTED_REACH = 600

/** Finds the foot of the document that begins at 0 and whose head ends at `bodyStart`. */
export function findFoot(copies: Copies, bodyStart: number): Foot {
  const { length } = copies.text
  const annex = annexStart(copies, bodyStart)
  const mark = recipientsMark(copies, bodyStart)
  const adopted = adoption(copies, bodyStart)
  const main = mark && mark.start < annex ? mark : null
  const own = adopted && mark && mark.start > adopted.start + ADOPTED_REACH ? null : main
  const end = annex > (own?.end ?? length) ? Math.min(annex, length) : length
  const signature: Span[] = []
  if (adopted && !own) signature.push(within(adopted.start, adopted.end + ADOPTED_REACH, length))
  if (own) signature.push(within(Math.max(bodyStart, own.start - BEFORE), own.end + BEHIND, end))
  if (!own && annex < length) {
    signature.push(within(Math.max(bodyStart, annex - TAIL), annex, length))
  }
  if (!own) signature.push(within(Math.max(0, length - TAIL), length, length))
  return { adopted, recipients: own, recipientsEnd: end, signature }
}

function within(start: number, end: number, limit: number): Span {
  return { start, end: Math.min(end, limit) }
}

/** A mark stands at the head of a line, or behind the end of a sentence where lines were joined. */
function recipientsMark({ plain }: Copies, from: number): Span | null {
  MARK.lastIndex = from
  for (let match = MARK.exec(plain); match; match = MARK.exec(plain)) {
    const before = plain.slice(Math.max(0, match.index - 12), match.index)
    if (/(?:^|\n)[\s*_#|>-]*$|[./;)”"][\s*_]{0,8}$|\s{3,}$/u.test(before)) {
      return { start: match.index, end: match.index + match[0].length }
    }
  }
  return null
}

function adoption({ plain }: Copies, from: number): Span | null {
  ADOPTED.lastIndex = from
  const match = ADOPTED.exec(plain)
  return match && { start: match.index, end: match.index + match[0].length }
}

/** `PHỤ LỤC` as a heading: in capitals, or alone on its line. A text that begins with `(Kèm theo …)` is no annex of itself. */
function annexStart({ plain, shape, text }: Copies, from: number): number {
  ANNEX.lastIndex = from
  for (let match = ANNEX.exec(plain); match; match = ANNEX.exec(plain)) {
    const start = match.index + match[0].search(/[^\s*_#|]/u)
    const line = shape.slice(start, start + 40)
    const isHeading = !/^p/iu.test(line) || /^PHỤ|^P[^\n]{0,20}(?:\n|$)/u.test(line)
    if (isHeading) return start
  }
  return text.length
}
