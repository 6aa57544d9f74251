/** Lines of a text that read as one paragraph; blank ones are left out. Line numbers count every line, from 1. */
export interface Paragraph {
  line: number
  lastLine: number
  start: number
  end: number
}

/** A stretch of lines of the text: the whole of it unless it is very long. */
export interface LineWindow {
  from: number
  to: number
}

interface Line {
  number: number
  start: number
  end: number
  words: string
}

const NEW_ITEM =
  /^(?:[-–+•*]|\(?\d{1,3}[.)]|[IVXLC]{1,5}[.)]|\p{Ll}\)|(?:Điều|Chương|Mục|Phần|Phụ lục|Căn cứ|Kính gửi|Nơi nhận|Số)(?![\p{L}\d]))/u
const ENDED = /[.;:!?/]["”)]?$/u

/**
 * Offsets at which lines begin. Line 9 begins at `starts[8]`.
 */
export function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** Number of the line an offset stands in. */
export function lineAt(starts: number[], offset: number): number {
  let [low, high] = [0, starts.length]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle
  }
  return low + 1
}

/**
 * Joins the lines a printer broke: a line that is full and does not end a sentence goes on in the next. Only how the text is
 * shown; nothing is changed in it. A line a field was read from (offsets in `reads`) stands by itself.
 */
export function paragraphsOf(
  { text, starts, reads }: { text: string; starts: number[]; reads: number[] },
  { from, to }: LineWindow,
): Paragraph[] {
  const lines = linesOf(text, starts, { from, to })
  const begins = new Set(reads)
  const usualGap = median(
    lines.slice(1).map((line, index) => line.number - (lines[index]?.number ?? 0)),
  )
  const full =
    quantile(
      lines.map(({ words }) => words.length),
      0.8,
    ) * 0.66
  const paragraphs: Paragraph[] = []
  let last: Line | undefined
  for (const line of lines) {
    const current = paragraphs.at(-1)
    const isBegun = begins.has(text.indexOf(line.words, line.start))
    if (current && last && !isBegun && goesOn(last, line, { usualGap, full })) {
      current.end = line.end
      current.lastLine = line.number
    } else {
      paragraphs.push({
        line: line.number,
        lastLine: line.number,
        start: line.start,
        end: line.end,
      })
    }
    last = line
  }
  return paragraphs
}

function linesOf(text: string, starts: number[], { from, to }: LineWindow): Line[] {
  const lines: Line[] = []
  for (let number = from; number <= Math.min(to, starts.length); number += 1) {
    const start = starts[number - 1] ?? 0
    const end = number < starts.length ? (starts[number] ?? 0) - 1 : text.length
    const words = text.slice(start, end).trim()
    if (words !== '') lines.push({ number, start, end, words })
  }
  return lines
}

function goesOn(
  last: Line,
  line: Line,
  { usualGap, full }: { usualGap: number; full: number },
): boolean {
  if (line.number - last.number > usualGap) return false
  if (last.words.length < full || ENDED.test(last.words) || NEW_ITEM.test(line.words)) return false
  return isUpper(last.words) === isUpper(line.words)
}

function isUpper(words: string): boolean {
  return words === words.toUpperCase() && /\p{Lu}{2}/u.test(words)
}

function median(numbers: number[]): number {
  return quantile(numbers, 0.5) || 1
}

function quantile(numbers: number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
