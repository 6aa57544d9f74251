import type { Row, Segment } from './pdfLines.ts'

/** First words of the right block of a letterhead: the State's, or the Party's. */
const MOTTO = /^(?:CỘNG\s*H(?:ÒA|OÀ)|ĐẢNG\s+CỘNG\s+SẢN)/iu
const RECIPIENTS = /^Nơi nhận/iu
const MOST_ROWS = 24
const ROWS_BEFORE = 5
// In em: how far a centred line may reach over the edge between the blocks and still belong to one of them.
const OVERHANG = 4

interface Block {
  from: number
  to: number
  edge: number
}

/** The rows, with letterhead and signature rearranged: the whole left block, then the whole right one. */
export function columnsInOrder(rows: Row[]): Row[] {
  const blocks = [letterhead(rows), signature(rows)].filter(block => block !== null)
  return blocks.reduceRight((all, block) => splitBlock(all, block), rows)
}

function letterhead(rows: Row[]): Block | null {
  const at = rows.findIndex(row => row.some(({ text }) => MOTTO.test(text.normalize('NFC'))))
  if (at === -1 || at > MOST_ROWS) return null
  const motto = rows[at]?.findLast(({ text }) => MOTTO.test(text.normalize('NFC')))
  if (!motto) return null
  let from = at
  while (from > Math.max(0, at - ROWS_BEFORE) && isLeft(rows[from - 1], motto.left)) from -= 1
  const block = { from, to: end(rows, at, motto.left), edge: motto.left }
  return hasLeft(rows, block) ? block : null
}

function signature(rows: Row[]): Block | null {
  const at = rows.findLastIndex(row => RECIPIENTS.test(row[0]?.text.normalize('NFC') ?? ''))
  const right = rows[at]?.[1]
  return right ? { from: at, to: end(rows, at, right.left), edge: right.left } : null
}

function isLeft(row: Row | undefined, edge: number): boolean {
  return row?.every(({ right, size }) => right < edge + size) ?? false
}

function hasLeft(rows: Row[], { from, to, edge }: Block): boolean {
  return rows.slice(from, to).some(row => row.some(segment => !isRight(segment, edge)))
}

/** The first row after the block: the one that runs across both columns. */
function end(rows: Row[], at: number, edge: number): number {
  let to = at + 1
  while (to < rows.length && to < at + MOST_ROWS && !rows[to]?.some(one => crosses(one, edge))) {
    to += 1
  }
  return to
}

function crosses({ left, right, size }: Segment, edge: number): boolean {
  return left < edge - OVERHANG * size && right > edge + OVERHANG * size
}

function isRight({ left, right }: Segment, edge: number): boolean {
  return (left + right) / 2 > edge
}

function splitBlock(rows: Row[], { from, to, edge }: Block): Row[] {
  const block = rows.slice(from, to)
  const side = (right: boolean) =>
    block
      .map(row => row.filter(segment => isRight(segment, edge) === right))
      .filter(row => row.length > 0)
  return [...rows.slice(0, from), ...side(false), ...side(true), ...rows.slice(to)]
}
