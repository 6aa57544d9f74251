/**
 * Fewest single letters to put in, take out, change or swap with their neighbour so that one word becomes the other;
 * `limit + 1` when there are more than `limit`. For short words: time is the product of their lengths.
 */
export function editDistance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1
  const rows = [Array.from({ length: other.length + 1 }, (_, index) => index)]
  for (let i = 1; i <= one.length; i++) rows.push(nextRow(one, other, rows))
  return Math.min(at(rows, one.length, other.length), limit + 1)
}

/** Distances of the first letters of `one`, one more than there are rows before, to each beginning of `other`. */
function nextRow(one: string, other: string, rows: number[][]): number[] {
  const i = rows.length
  const row = [i]
  for (let j = 1; j <= other.length; j++) {
    const changed = at(rows, i - 1, j - 1) + (one[i - 1] === other[j - 1] ? 0 : 1)
    const swapped = areSwapped(one, other, { i, j }) ? at(rows, i - 2, j - 2) + 1 : Infinity
    row.push(Math.min(at(rows, i - 1, j) + 1, (row[j - 1] ?? 0) + 1, changed, swapped))
  }
  return row
}

function areSwapped(one: string, other: string, { i, j }: { i: number; j: number }): boolean {
  return i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
}

function at(rows: number[][], i: number, j: number): number {
  return rows[i]?.[j] ?? Infinity
}
