import type { Copies } from '../fold.ts'
import { withLineBreaks } from './withLineBreaks.ts'

/**
 * The head of a document: as much of its text as a head can take. What a web page puts before the letterhead is blanked in the
 * matching copies, and a break inside a table cell is read as one:
 *   ---⏎title: "…"⏎---        front matter
 *   | **Số hiệu** | 10/2026/TT-BTP |        a table of the document's data
 *   ## VĂN BẢN
 *   **Số: 5/KH-SYT** · *Hà Nội, ngày …*        the marks are blanked
 *   | UBND TỈNH AN PHÚC<br>SỞ Y TẾ | CỘNG HÒA XÃ HỘI … |        a letterhead set as a table stays
 */
const REACH = 6000
const FRONT_MATTER = /^\s{0,4}---\n[\s\S]{0,4000}?\n---(?=\n)/u
const DATA_ROW =
  /^[^\S\n]*\|[^\n]{0,3000}\|[^\S\n]*\n(?:[^\S\n]*\n)*(?:[-*_]{3,}\s*)?(?:#{1,4}[^\n]{1,40}\n)?/gmu
/** Markdown's marks; longer runs are rulers. */
const EMPHASIS = /(?<!\*)\*{1,3}(?!\*)|(?<!_)_{1,2}(?!_)/gu
const MOTTO = /xa\s{1,6}hoi\s{1,6}chu\s{1,6}nghia|dang\s{1,6}cong\s{1,6}san\s{1,6}viet/u

export function headOf({ text, shape, plain }: Copies): Copies {
  const head = { text: text.slice(0, REACH), plain: plain.slice(0, REACH) }
  const prefaceEnd = findPrefaceEnd(head.text, head.plain)
  const masked = (copy: string) =>
    copy.slice(0, prefaceEnd).replace(/[^\n]/gu, ' ') +
    withLineBreaks(copy.slice(prefaceEnd)).replace(EMPHASIS, marks => ' '.repeat(marks.length))
  return { text: head.text, shape: masked(shape.slice(0, REACH)), plain: masked(head.plain) }
}

/** End of what stands before the letterhead: the last row of data before the motto, else the front matter. */
function findPrefaceEnd(text: string, plain: string): number {
  const frontMatter = FRONT_MATTER.exec(text)?.[0].length ?? 0
  const motto = MOTTO.exec(plain)?.index ?? 0
  if (!text.slice(0, motto).includes('|')) return frontMatter
  const rows = [...text.slice(0, motto).matchAll(DATA_ROW)]
  const last = rows.at(-1)
  return Math.max(frontMatter, last ? last.index + last[0].length : 0)
}
