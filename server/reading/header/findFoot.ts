import type { Copies } from '../fold.ts'
import type { Span } from '../types.ts'
import { occurrences } from './occurrences.ts'

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

const MARK_BEHIND = /^[\s*_]{0,3}(?::|\n|-\s)/u
const MARK_BEFORE = /(?:^|\n)[\s*_#|>-]*$|[./:;)”"][\s*_]{0,8}$|\s{3,}$/u
const ADOPTED =
  /nay\s{1,3}(?:da\s{1,3})?duoc\s{1,3}(?:quoc\s{1,3}hoi|hoi\s{1,3}dong\s{1,3}nhan\s{1,3}dan|uy\s{1,3}ban\s{1,3}thuong\s{1,3}vu)[^;]{0,220}$/u
const ANNEX_WORDS = ['phu luc', 'mau so', 'kem theo', 'mau 0']
const LINE_HEAD = /\n[\s*_#|]{0,8}\(?(?:ban\s{1,3}hanh\s{1,3})?$/u
const BEFORE = 700
const BEHIND = 3500
const TAIL = 1500
const ADOPTED_REACH = 600

/** Finds the foot of the document that begins at 0 and whose head ends at `bodyStart`. */
export function findFoot(copies: Copies, headEnd: number): Foot {
  const { length } = copies.text
  const annex = annexStart(copies, headEnd)
  const adopted = adoption(copies, headEnd)
  const recipients = ownMark(recipientsMark(copies, headEnd), { annex, adopted })
  const recipientsEnd = recipients && annex < recipients.end ? length : annex
  const near = (start: number) => Math.max(headEnd, start)
  const tail = within(near(length - TAIL), length, length)
  if (recipients) {
    const { start, end } = recipients
    const area = within(near(start - BEFORE), end + BEHIND, recipientsEnd)
    return { adopted, recipients, recipientsEnd, signature: [area] }
  }
  const signature = [
    ...(adopted ? [within(adopted.start, adopted.end + ADOPTED_REACH, length)] : []),
    ...(annex < length ? [within(near(annex - TAIL), annex, length)] : []),
    tail,
  ]
  return { adopted, recipients, recipientsEnd, signature }
}

/** The mark is the document's own when no annex and no adoption clause stands well before it. */
function ownMark(
  mark: Span | null,
  { annex, adopted }: { annex: number; adopted: Span | null },
): Span | null {
  if (!mark || mark.start > annex) return null
  return adopted && mark.start > adopted.start + ADOPTED_REACH ? null : mark
}

function within(start: number, end: number, limit: number): Span {
  return { start, end: Math.min(end, limit) }
}

/** A mark stands at the head of a line, or behind the end of a sentence where lines were joined. */
function recipientsMark({ plain }: Copies, from: number): Span | null {
  for (const start of occurrences(plain, 'noi nhan', from)) {
    const end = start + 'noi nhan'.length
    const behind = MARK_BEHIND.exec(plain.slice(end, end + 12))
    if (behind && MARK_BEFORE.test(plain.slice(Math.max(0, start - 12), start))) {
      return { start, end: end + behind[0].replace(/[\s-]+$/u, '').length }
    }
  }
  return null
}

function adoption({ plain }: Copies, from: number): Span | null {
  for (const at of occurrences(plain, 'thong qua', from)) {
    const base = Math.max(0, at - 300)
    const match = ADOPTED.exec(plain.slice(base, at))
    if (match) return { start: base + match.index, end: at + 'thong qua'.length }
  }
  return null
}

/** The first heading of an annex. */
function annexStart(copies: Copies, from: number): number {
  const starts = ANNEX_WORDS.flatMap(words => annexBy(copies, words, from) ?? [])
  return Math.min(copies.text.length, ...starts)
}

/** `PHỤ LỤC` as a heading: in capitals, or alone on its line; `Mẫu số 01` on a short line; `(Kèm theo …`. */
function annexBy(copies: Copies, words: string, from: number): number | undefined {
  for (const at of occurrences(copies.plain, words, from)) {
    if (opensAnnex(copies, words, at)) return at
  }
  return undefined
}

function opensAnnex({ plain, shape }: Copies, words: string, at: number): boolean {
  const before = plain.slice(Math.max(0, at - 28), at)
  if (!LINE_HEAD.test(before)) return false
  const line = /^[^\n]*/u.exec(shape.slice(at, at + 80))?.[0] ?? ''
  if (words === 'kem theo') return /\([^(]*$/u.test(before)
  if (words !== 'phu luc') return line.length < 76
  return line.startsWith('PHỤ') || line.length < 22
}
