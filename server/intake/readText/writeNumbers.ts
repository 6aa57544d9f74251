import { numberingOf, styleNumbers, valueOf } from './docxNumbering.ts'
import { formatNumber } from './formatNumber.ts'
import type { Level, Numbering, NumberRef } from './docxNumbering.ts'

const PARAGRAPH = /(<w:p(?:\s[^>]*)?>\s*)<w:pPr>([\s\S]*?)<\/w:pPr>/g
// Formatting before a tracked change: its numbers are the old ones.
const OLD_FORMATTING = /<w:pPrChange\b[\s\S]*?<\/w:pPrChange>/g

// A tracked change took the end of the paragraph away: what is left of it belongs to the next, and it has no number.
const DELETED_MARK = /<w:rPr>(?:(?!<\/w:rPr>).){0,2000}<w:del\s/s

/** Counters by abstract list: lists made from one definition count on, as Word does, unless restarted. */
interface Counters {
  byList: Map<string, (number | undefined)[]>
  started: Set<string>
}

/**
 * The markup of the document with every automatic number written as text before its paragraph ("1. ", "a) ", "Điều 3. "):
 * such numbers are formatting in a .docx, and without them khoản and điểm cannot be told apart.
 */
export function writeNumbers(parts: {
  document: string
  numbering: string
  styles: string
}): string {
  if (parts.numbering === '') return parts.document
  const numbering = numberingOf(parts.numbering)
  const styles = styleNumbers(parts.styles, numbering)
  const counters: Counters = { byList: new Map(), started: new Set() }
  return parts.document
    .replace(OLD_FORMATTING, '')
    .replace(PARAGRAPH, (whole, open: string, properties: string) => {
      const ref = DELETED_MARK.test(properties) ? undefined : refOf(properties, styles)
      const label = ref && nextLabel(ref, numbering, counters)
      if (!label) return whole
      const run = `<w:r><w:t xml:space="preserve">${label} </w:t></w:r>`
      return `${open}<w:pPr>${properties}</w:pPr>${run}`
    })
}

/** The list and level of a paragraph: its own, else its style's. numId 0 takes a style's number away. */
function refOf(properties: string, styles: Map<string, NumberRef>): NumberRef | undefined {
  const style = styles.get(valueOf(properties, 'w:pStyle') ?? '')
  const list = valueOf(properties, 'w:numId') ?? style?.list
  if (!list || list === '0') return undefined
  return { list, level: Number(valueOf(properties, 'w:ilvl') ?? style?.level ?? 0) }
}

function nextLabel(ref: NumberRef, numbering: Numbering, counters: Counters): string {
  const list = numbering.get(ref.list)
  const level = list?.levels[ref.level]
  if (!list || !level) return ''
  const counts = counters.byList.get(list.definition) ?? []
  counters.byList.set(list.definition, counts)
  if (list.restarts && !counters.started.has(ref.list)) counts.length = 0
  counters.started.add(ref.list)
  const before = counts[ref.level]
  counts[ref.level] = before === undefined ? level.start : before + 1
  restartBelow(ref.level, counts, list.levels)
  return labelOf(level, counts, list.levels)
}

/** Levels below begin anew, but for those that count on: "Điều" through all of the "Chương". */
function restartBelow(
  level: number,
  counts: (number | undefined)[],
  levels: (Level | undefined)[],
): void {
  for (let below = level + 1; below < counts.length; below += 1) {
    const restart = levels[below]?.restart ?? null
    if (restart === null || level < restart) counts[below] = undefined
  }
}

function labelOf(
  level: Level,
  counts: (number | undefined)[],
  levels: (Level | undefined)[],
): string {
  if (level.format === 'bullet') return '-'
  return level.text.replace(/%(\d)/g, (_, digit: string) => {
    const index = Number(digit) - 1
    const own = levels[index]?.format ?? 'decimal'
    const format = level.isLegal && own !== 'none' ? 'decimal' : own
    return formatNumber(counts[index] ?? levels[index]?.start ?? 1, format)
  })
}
