import { findHeads } from './findHeads.ts'
import type { Copies } from './fold.ts'
import { numberedHeads } from './numberedHeads.ts'
import { isShort, type Head } from './readHead.ts'
import type { OutlinePart } from './types.ts'

const LONGEST_TITLE = 200
const LONGEST_NOTE = 4000
const TITLE_LINES = 3

/**
 * The outline of a text, in order: phần, chương, mục, điều, khoản, điểm, phụ lục, and the numbered headings of letters. What
 * stands in a quotation (the words an amending document puts in place of others) is no part of it. Depth counts from 0; a part
 * ends where the next of its depth or above begins.
 */
export function outline(copies: Copies): OutlinePart[] {
  const heads = numberedHeads(copies, findHeads(copies))
  const parts: OutlinePart[] = []
  const open: OutlinePart[] = []
  const ranks: number[] = []
  for (const [index, head] of heads.entries()) {
    const { kind, label, rank, start } = head
    while (ranks.length > 0 && (ranks.at(-1) ?? 0) >= rank) {
      ranks.pop()
      const closed = open.pop()
      if (closed) closed.end = start
    }
    const title = titleOf(copies, head, heads[index + 1])
    const part = { kind, label, title, depth: open.length, start, end: copies.text.length }
    parts.push(part)
    open.push(part)
    ranks.push(rank)
  }
  return parts
}

/** Words behind the label; under a chapter or an article that has none, the lines that follow it. */
function titleOf(copies: Copies, head: Head, next: Head | undefined): string {
  const { kind, after, lineEnd } = head
  if (kind === 'point') return ''
  if (kind === 'clause') {
    const end = copies.text.slice(0, Math.min(lineEnd, next?.start ?? lineEnd)).trimEnd().length
    return isShort({ copies, line: { start: after, end } }, after) ? own(copies, head, next) : ''
  }
  const words = own(copies, head, next)
  return words === '' ? belowOf(copies, head, next) : words
}

function own({ text }: Copies, { after, lineEnd }: Head, next: Head | undefined): string {
  const end = Math.min(lineEnd, next?.start ?? lineEnd)
  if (end - after < 2) return ''
  const hasNote = text
    .slice(after, after + 8)
    .trimStart()
    .startsWith('[')
  const words = text.slice(after, Math.min(end, after + (hasNote ? LONGEST_NOTE : LONGEST_TITLE)))
  return tidy(hasNote ? withoutNote(words) : words)
}

/** `Chương II [Chương này được hướng dẫn bởi …] TỔ CHỨC`: a publisher's note is no part of the title. */
function withoutNote(words: string): string {
  const note = /^\s*\[[^\]]*(?:\]|$)/u.exec(words)
  return note ? words.slice(note[0].length) : words
}

function tidy(words: string): string {
  const trimmed = words.replace(/^[\s.:–—-]+/u, '').trimEnd()
  return trimmed.slice(0, LONGEST_TITLE).replace(/\s+/gu, ' ')
}

/** `Chương I` over `NHỮNG QUY ĐỊNH CHUNG`, in one line or several; of running words only the first line. */
function belowOf({ text }: Copies, { lineEnd, kind }: Head, next: Head | undefined): string {
  const window = text.slice(
    lineEnd,
    Math.min(next?.start ?? text.length, lineEnd + 3 * LONGEST_TITLE),
  )
  const lines = window
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
  const capitals = lines.findIndex(line => line !== line.toUpperCase())
  const most = Math.min(capitals < 0 ? lines.length : capitals, TITLE_LINES)
  if (most > 0) return tidy(lines.slice(0, most).join(' '))
  const [first = ''] = lines
  return kind === 'appendix' || first.length > LONGEST_TITLE ? '' : tidy(first)
}
