import type { TextItem } from 'pdfjs-dist/types/src/display/api.js'
import { columnsInOrder } from './columnsInOrder.ts'

/** A PDF transformation: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = [a: number, b: number, c: number, d: number, e: number, f: number]

/** A run of text on one baseline. x grows to the right, y downwards. */
export interface Segment {
  text: string
  left: number
  right: number
  y: number
  size: number
}

export type Row = Segment[]

// In em: a narrower gap is none, a wider one separates words, the widest separates cells or columns.
const WORD_GAP = 0.18
const CELL_GAP = 1.2
const SAME_LINE = 0.45

/**
 * Lines of a page. The order of the file is kept (writers of Word, LibreOffice and Chromium put cells and paragraphs in
 * reading order); only letterhead and signature, two columns side by side, are put left block first.
 */
export function pdfLines(items: TextItem[], viewport: Matrix): string {
  const rows = columnsInOrder(rowsOf(segmentsOf(items, viewport)))
  return rows
    .map(row => row.map(({ text }) => text.trim()).join(' '))
    .map(line => line.replace(/ {2,}/g, ' ').trim())
    .filter(line => line !== '')
    .join('\n')
}

function segmentsOf(items: TextItem[], viewport: Matrix): Segment[] {
  const segments: Segment[] = []
  let spaced = false
  for (const item of items) {
    if (item.str.trim() === '') {
      spaced ||= item.str !== ''
      continue
    }
    const next = placed(item, viewport)
    const last = segments.at(-1)
    if (last && continues(last, next)) extend(last, next, spaced)
    else segments.push(next)
    spaced = false
  }
  return segments
}

function placed(item: TextItem, viewport: Matrix): Segment {
  const [a, b, c, d, e, f] = viewport
  const [, , skewX, scaleY, x, y] = item.transform as Matrix
  const left = a * x + c * y + e
  return {
    text: item.str,
    left,
    right: left + item.width,
    y: b * x + d * y + f,
    size: Math.hypot(skewX, scaleY) || 1,
  }
}

export function onOneLine(one: Segment, other: Segment): boolean {
  return Math.abs(one.y - other.y) < SAME_LINE * Math.max(one.size, other.size)
}

function continues(last: Segment, next: Segment): boolean {
  const gap = (next.left - last.right) / Math.max(last.size, next.size)
  return onOneLine(last, next) && gap < CELL_GAP && next.left >= last.left
}

function extend(last: Segment, next: Segment, spaced: boolean): void {
  const apart = spaced || isNoteMark(last, next) || next.left - last.right > WORD_GAP * last.size
  const touching = /\s$/.test(last.text) || /^\s/.test(next.text)
  last.text += (apart && !touching ? ' ' : '') + next.text
  last.right = Math.max(last.right, next.right)
}

// A small raised number is a footnote's, not part of the word before it ("34/2020/AL¹"), unless that is a unit ("m²").
function isNoteMark(last: Segment, next: Segment): boolean {
  const raised = last.y - next.y > 0.15 * last.size && next.size < 0.8 * last.size
  return raised && /^\d{1,3}\s*$/.test(next.text) && !/(?:^|[\s\d])[kdc]?m$/.test(last.text)
}

function rowsOf(segments: Segment[]): Row[] {
  const rows: Row[] = []
  for (const segment of segments) {
    const previous = rows.at(-1)?.at(-1)
    if (previous && onOneLine(previous, segment) && segment.left >= previous.right) {
      rows.at(-1)?.push(segment)
    } else rows.push([segment])
  }
  return rows
}
