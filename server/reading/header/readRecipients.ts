import type { Copies } from '../fold.ts'
import type { Found } from '../types.ts'
import { found, oneLine } from './found.ts'

/**
 * `Nơi nhận:` and its items, the last one `Lưu: …`; what a second column puts behind an item is cut:
 *   - Như trên;                                  KT. GIÁM ĐỐC
 */
const MARK = /(?<![a-z])noi\s+nhan\s*:?[ \t*_]*/u
const ITEM = /^[^\S\n]*[-–+•][^\S\n]*([^\n]+(?:\n[^\S\n]*(?=\p{Ll}|\()[^\n]+)*)/gmu
const SIGNATURE =
  /\s(?:KT|TM|TL|TUQ|Q)\.\s?\p{Lu}|\s{3,}\p{Lu}{2,}\s\p{Lu}{2,}|\s(?:BỘ TRƯỞNG|GIÁM ĐỐC|CHỦ TỊCH|PHÓ \p{Lu}{2}|CHÁNH VĂN|CỤC TRƯỞNG|TỔNG \p{Lu}{2,})/u
const REACH = 3000

/** Where `Nơi nhận` stands, in the part of the text that is the foot of the first document. */
export function recipientsMark({ plain }: Copies): { start: number; end: number } | null {
  const match = MARK.exec(plain)
  return match ? { start: match.index, end: match.index + match[0].length } : null
}

export function readRecipients(copies: Copies): Found<string[]> | undefined {
  const mark = recipientsMark(copies)
  if (!mark) return undefined
  const rest = copies.shape.slice(mark.end, mark.end + REACH)
  const items: string[] = []
  let end = 0
  for (const match of rest.matchAll(ITEM)) {
    if (match.index - end > 200) break
    const words = match[1] ?? ''
    const cut = words.search(SIGNATURE)
    const length = cut > 0 ? cut : words.length
    const at = mark.end + match.index + match[0].length - words.length
    items.push(tidy(copies.text.slice(at, at + length)))
    end = at + length - mark.end
    if (/^lưu/iu.test(words)) break
  }
  if (items.length === 0) return undefined
  return found(copies, { start: mark.end, end: mark.end + end }, items.filter(Boolean))
}

function tidy(item: string): string {
  return oneLine(item).replace(/[;.,\s]+$/u, '')
}
