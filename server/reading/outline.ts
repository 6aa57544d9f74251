import type { Copies } from './fold.ts'
import type { OutlinePart } from './types.ts'

/**
 * Parts of a document, each at the head of a line:
 *   Chương I / CHƯƠNG 2     Mục 1     Điều 5. Tên điều     PHỤ LỤC I
 *   I. KẾT QUẢ              1. Về …   2.1 Về …
 */
const PARTS: [OutlinePart['kind'], RegExp][] = [
  ['chapter', /^(chuong\s+(?:[ivxlc]+|\d+))(?![a-z0-9])/u],
  ['section', /^(muc\s+(?:[ivxlc]+|\d+))(?![a-z0-9])/u],
  ['article', /^(dieu\s+\d+[a-z]?)[.:]/u],
  ['appendix', /^(phu\s+luc(?:\s+(?:so\s+)?(?:[ivxlc]+|\d+))?)(?=\s*$|[.:])/u],
  ['heading', /^([ivxlc]{1,6}|\d{1,2}(?:\.\d{1,2}){0,3})[.]?\s+(?=\S)/u],
]
const LINE = /[^\n]+/gu
const LONGEST_TITLE = 200

/** The outline of a text, in order; each part ends where the next begins. */
export function outline({ text, plain }: Copies): OutlinePart[] {
  const parts: OutlinePart[] = []
  for (const { 0: raw, index } of plain.matchAll(LINE)) {
    const indent = raw.length - raw.trimStart().length
    const part = readLine(raw.trim(), text.slice(index + indent, index + raw.trimEnd().length))
    if (!part) continue
    const last = parts.at(-1)
    if (last) last.end = index
    parts.push({ ...part, start: index + indent, end: text.length })
  }
  return parts
}

function readLine(plain: string, line: string): Omit<OutlinePart, 'start' | 'end'> | null {
  for (const [kind, pattern] of PARTS) {
    const match = pattern.exec(plain)
    if (!match?.[1]) continue
    const title = line.slice(match[1].length).replace(/^[.:\s]+/u, '')
    if (kind === 'heading' && !isHeading(line, title)) continue
    return {
      kind,
      label: line.slice(0, match[1].length),
      title: title.slice(0, LONGEST_TITLE),
      depth: 0,
    }
  }
  return null
}

/** A numbered line is a heading when it is short and begins with a capital: not an item of running text. */
function isHeading(line: string, title: string): boolean {
  if (!/^(?:[IVXLC]+|\d[\d.]*)/u.test(line)) return false
  return /^\p{Lu}/u.test(title) && title.length < 120 && !/[;,.]$/u.test(title)
}
