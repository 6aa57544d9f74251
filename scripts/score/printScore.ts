import type { Score } from './scorePassages.ts'
import { lower, meanRate, rates } from './tally.ts'
import type { Tally } from './tally.ts'

/** The table of a score: precision, recall and F1 of each row, passages with exactly the labelled numbers, header fields. */
export function scoreTable({ rows, header, passages, exact }: Score): string[] {
  const head = ['P', 'R', 'F1'].map(word => word.padStart(7))
  const counts = ['TP', 'FP', 'FN'].map(word => word.padStart(5))
  const lines = [[' '.repeat(20), ...head, ...counts].join(' ')]
  for (const [row, tally] of rows) lines.push(rowLine(row, tally))
  lines.push(`passages with exactly the gold number set: ${exact}/${passages}`)
  if (header.size) {
    const fields = [...header].map(([field, { right, of }]) => `${field} ${right}/${of}`)
    lines.push(`header fields right: ${fields.join(', ')}`)
  }
  return lines
}

function rowLine(row: string, tally: Tally): string {
  const { p, r } = rates(tally)
  const shares = [p, r, meanRate(tally)].map(share => fourDigits(share).padStart(7))
  const counts = [tally.right, tally.extra, tally.missed].map(count => String(count).padStart(5))
  return [row.padEnd(20), ...shares, ...counts].join(' ')
}

/** Four digits behind the point; an exact half (1/32 = .03125) goes to the even digit. */
export function fourDigits(share: number): string {
  if (Number.isNaN(share)) return 'nan'
  const whole = Math.floor(share * 10_000)
  const isHalf = (2 * whole + 1) % 625 === 0 && (2 * whole + 1) / 20_000 === share
  return isHalf && whole % 2 === 0 ? (whole / 10_000).toFixed(4) : share.toFixed(4)
}

/** What each passage missed and found too much, field by field. */
export function errorLines({ differences }: Score): string[] {
  const lines: string[] = []
  const rows = [...new Set(differences.map(({ row }) => row))]
  for (const wanted of rows) {
    lines.push('', wanted)
    for (const { id, row, missed, extra } of differences) {
      if (row !== wanted) continue
      lines.push(
        `  ${id}`,
        ...missed.map(key => `    - ${key}`),
        ...extra.map(key => `    + ${key}`),
      )
    }
  }
  return lines
}

/** Rows of a score as plain numbers, to be kept and compared with: the lower of precision and recall, or the share right. */
export function sharesOf({ rows, header }: Score): Record<string, number> {
  const shares = [...rows].map(([row, tally]): [string, number] => [row, lower(tally)])
  let right = 0
  let of = 0
  for (const count of header.values()) {
    right += count.right
    of += count.of
  }
  shares.push(['header', right / of])
  return Object.fromEntries(shares.filter(([, share]) => !Number.isNaN(share)))
}
