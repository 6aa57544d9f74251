import { columnsInOrder } from '../columnsInOrder.ts'
import { onOneLine, type Row, type Segment } from '../pdfLines.ts'

/** A page as it was recognised: its lines, and how sure the engine was of its words, 0–100. */
export interface OcrPage {
  text: string
  confidence: number
}

interface Word {
  page: number
  line: string
  left: number
  top: number
  width: number
  height: number
  confidence: number
  text: string
}

// In heights of a line: a wider gap separates columns.
const COLUMN_GAP = 2.2
/** Specks of dust are recognised as single signs the engine is hardly sure of. */
const LEAST_SURE = 25
const SPECK = /^[^\p{L}\d]{1,2}$/u

/** tesseract's table of words (TSV) as pages in reading order: the left block of a letterhead before the right one. */
export function readTsv(tsv: string): OcrPage[] {
  const words = tsv.split('\n').flatMap(wordOf)
  const last = tsv.trimEnd().split('\n').at(-1)?.split('\t')[1]
  const count = Math.max(Number(last) || 1, ...words.map(({ page }) => page))
  return Array.from({ length: count }, (_, index) =>
    pageOf(words.filter(({ page }) => page === index + 1)),
  )
}

function wordOf(row: string): Word[] {
  const [level, page, block, paragraph, line, , left, top, width, height, confidence, text] =
    row.split('\t')
  if (level !== '5' || !text?.trim()) return []
  const word = {
    page: Number(page),
    line: `${block}.${paragraph}.${line}`,
    ...{ left: Number(left), top: Number(top), width: Number(width), height: Number(height) },
    confidence: Number(confidence),
    text: text.trim(),
  }
  return word.confidence < LEAST_SURE && SPECK.test(word.text) ? [] : [word]
}

function pageOf(words: Word[]): OcrPage {
  const rows: Row[] = []
  for (const segment of [...byLine(words)].flatMap(segmentsOf)) {
    const before = rows.at(-1)?.at(-1)
    if (before && onOneLine(before, segment) && segment.left >= before.right) {
      rows.at(-1)?.push(segment)
    } else rows.push([segment])
  }
  const lines = columnsInOrder(rows).map(row => row.map(({ text }) => text).join(' '))
  return { text: lines.join('\n'), confidence: confidenceOf(words) }
}

function byLine(words: Word[]): Iterable<Word[]> {
  const lines = new Map<string, Word[]>()
  for (const word of words) {
    const line = lines.get(word.line)
    if (line) line.push(word)
    else lines.set(word.line, [word])
  }
  return lines.values()
}

/** One line cut where its words are far apart. */
function segmentsOf(words: Word[]): Segment[] {
  const size = median(words.map(({ height }) => height))
  const bottom = median(words.map(({ top, height }) => top + height))
  const segments: Segment[] = []
  for (const { left, width, text } of words) {
    const last = segments.at(-1)
    if (last && left - last.right < COLUMN_GAP * size) {
      last.text += ` ${text}`
      last.right = left + width
    } else segments.push({ text, left, right: left + width, y: bottom, size })
  }
  return segments
}

function median(values: number[]): number {
  return [...values].sort((one, other) => one - other)[values.length >> 1] ?? 0
}

/** Long words count for more: a letter each. */
function confidenceOf(words: Word[]): number {
  const letters = words.reduce((sum, { text }) => sum + text.length, 0)
  const sure = words.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0)
  return letters === 0 ? 0 : Math.round(sure / letters)
}
