import { LAWS } from '../legal/data/laws.ts'
import { numberKey } from '../legal/documentNumber.ts'
import type { Copies } from './fold.ts'
import type { NumberFound } from './findNumbers.ts'
import { isLawNoun } from './nounBefore.ts'

const AMENDING_HEAD =
  /(?<![a-z])(?<noun>bo\s+luat|luat|phap\s+lenh)\s+sua\s+doi(?![a-z])[^;:()\n]{0,40}(?:\n{0,2}[^;:()\n]{0,80})?\scua\s+(?:cac\s+)?$/u
const IN_THE_MAKING = /(?:ban\s+hanh|xay\s+dung|thong\s+qua|du\s+an|du\s+thao)\s+$/u
const CHAIN = /^\s*(?:,|va|,\s*va)\s*$/u
const REACH = 180
const TITLES = new Map(
  LAWS.flatMap(({ number, title }) => (number ? [[numberKey(number), title]] : [])),
)

/**
 * Numbers in the name of a law that amends others.
 *   theo Luật sửa đổi, bổ sung một số điều của Luật Giáo dục số 44/2009/QH12   the number of the amending law
 *   ban hành Luật sửa đổi, bổ sung một số điều của Luật Giám định tư pháp số 13/2012/QH13   that of the amended one
 *   Luật sửa đổi … của Luật A số 31/2024/QH15, Luật B số 27/2023/QH15 và Luật C số 32/2024/QH15 ngày 29 tháng 6 năm 2024
 *                                        those of the amended ones; the day is that of the amending law
 */
export function settleAmendingLaws(copies: Copies, found: NumberFound[]): void {
  for (const [index, law] of found.entries()) {
    if (!isLawNoun(law.type)) continue
    const head = headBefore(copies, law)
    if (!head) continue
    const last = chainEnd(copies, found, index)
    if (last > index && found[last]?.date) withoutDate(found[last])
    else if (ownsNumber(copies, law, head.start)) takeHead(copies, law, head)
  }
}

function headBefore(
  copies: Copies,
  { start }: NumberFound,
): { start: number; length: number } | null {
  const from = Math.max(0, start - REACH)
  const match = AMENDING_HEAD.exec(copies.plain.slice(from, start))
  const at = from + (match?.index ?? 0)
  if (!match || !/\p{Lu}/u.test(copies.shape.charAt(at))) return null
  return { start: at, length: (match.groups?.noun ?? '').length }
}

/** Index of the last law of the chain that starts at `index`. */
function chainEnd(copies: Copies, found: NumberFound[], index: number): number {
  let last = index
  for (let next = index + 1; next < found.length; next++) {
    const [one, other] = [found[last], found[next]]
    if (!one || !other || one.date || !isLawNoun(other.type)) break
    if (!CHAIN.test(copies.plain.slice(one.end, other.start))) break
    last = next
  }
  return last
}

function withoutDate(law: NumberFound | undefined): void {
  if (!law) return
  law.date = null
  law.end = law.numberEnd
}

function ownsNumber(copies: Copies, law: NumberFound, head: number): boolean {
  const title = TITLES.get(numberKey(law.number))
  if (title) return /^\S+(?:\s+luật|\s+lệnh)?\s+sửa đổi/iu.test(title)
  return !IN_THE_MAKING.test(copies.plain.slice(Math.max(0, head - 20), head))
}

function takeHead(copies: Copies, law: NumberFound, head: { start: number; length: number }): void {
  const lead = copies.text.slice(head.start + head.length, law.start).trim()
  law.between = `${lead} ${law.type ?? ''} ${law.between}`.trim()
  law.type = copies.text.slice(head.start, head.start + head.length).replace(/\s+/gu, ' ')
  law.start = head.start
}
