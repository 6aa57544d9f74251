import { remembered } from '../legal/remembered.ts'
import type { PinpointStep } from './types.ts'
import { foldWords } from './fold.ts'
import { TOKEN, UNITS, VALUE } from './patterns/pinpoint.ts'

/** One keyword with its values: `khoản 2, 3`. */
interface Group {
  unit: PinpointStep['unit']
  rank: number
  values: { label: string; to?: string }[]
  /** Stands right before the next group, nothing between: `khoản 2 Điều 5`. */
  isTied: boolean
}

const ORDINALS = ['nhat', 'hai', 'ba', 'tu', 'nam', 'sau', 'bay', 'tam', 'chin', 'muoi']
const MOST_PATHS = 200

/**
 * The provisions a pinpoint names, one path each, outermost step first:
 *   `khoản 2, khoản 3 và điểm a, b khoản 4 Điều 12` → 12.2 · 12.3 · 12.4.a · 12.4.b
 *   `Điều 5 đến Điều 8` → article 5 to 8
 *   `Điều 5 khoản 2 điểm a` → 5.2.a: said from the outside in
 * `plain`: the words in lower case without diacritics, letter for letter, where they are at hand.
 */
export function pinpointPaths(words: string, plain = foldWords(words)): PinpointStep[][] {
  const groups = groupsOf(words, plain)
  const outermost = Math.min(...groups.map(({ rank }) => rank))
  const isInward = groups.length > 1 && (groups.at(-1)?.rank ?? 0) > outermost
  const paths = isInward ? inward(groups) : outward(groups)
  return paths.slice(0, MOST_PATHS)
}

/** From the last group back: each takes the outer steps said after it. */
function outward(groups: Group[]): PinpointStep[][] {
  const paths: PinpointStep[][] = []
  let context: { rank: number; step: PinpointStep }[] = []
  for (const [index, group] of [...groups.entries()].reverse()) {
    const before = groups[index - 1]
    const outer = context.filter(({ rank }) => rank < group.rank)
    const holds = before?.isTied === true && before.rank > group.rank
    const leaves = holds ? group.values.slice(1) : group.values
    paths.unshift(...leaves.map(value => pathOf(outer, group, value)))
    context = [...outer, { rank: group.rank, step: stepOf(group, group.values[0]) }]
  }
  return paths
}

/** From the first group on: each inner group belongs to the one before. */
function inward(groups: Group[]): PinpointStep[][] {
  const paths: PinpointStep[][] = []
  let context: { rank: number; step: PinpointStep }[] = []
  for (const [index, group] of groups.entries()) {
    const after = groups[index + 1]
    const outer = context.filter(({ rank }) => rank < group.rank)
    const holds = after !== undefined && after.rank > group.rank
    const leaves = holds ? group.values.slice(0, -1) : group.values
    paths.push(...leaves.map(value => pathOf(outer, group, value)))
    context = [...outer, { rank: group.rank, step: stepOf(group, group.values.at(-1)) }]
  }
  return paths
}

function pathOf(outer: { step: PinpointStep }[], group: Group, value: Group['values'][number]) {
  return [...outer.map(({ step }) => step), stepOf(group, value)]
}

function stepOf({ unit }: Group, value: Group['values'][number] | undefined): PinpointStep {
  return { unit, ...(value ?? { label: '' }) }
}

/** Keywords with their values, in the order of the words; `Điều 5 đến Điều 8` is one group. */
function groupsOf(words: string, plain: string): Group[] {
  const groups: Group[] = []
  let isRange = false
  for (const { 0: word, index } of plain.matchAll(TOKEN)) {
    const group = groups.at(-1)
    const named = unitOf(word)
    if (named) {
      if (isRange && group?.unit === named.unit) continue
      if (group) group.isTied = TIED.test(plain.slice(Math.max(0, index - TIED_REACH), index))
      groups.push({ unit: named.unit, rank: named.rank, values: [], isTied: false })
    } else if (VALUE.test(word)) {
      takeValue(group, labelOf(word, words.slice(index, index + word.length)), isRange)
    }
    isRange = word === 'den' || word === '-'
  }
  return groups.filter(({ values }) => values.length > 0)
}

const TIED_REACH = 160
/** No joint before the next keyword: `khoản 2 Điều 5`, `khoản 2 của Điều 5`. */
const TIED = /[a-z0-9](?<!(?<![a-z])(?:va|hoac|den))\s*(?:cua\s*)?$/u

function takeValue(group: Group | undefined, label: string, isRange: boolean): void {
  const last = group?.values.at(-1)
  if (isRange && last && !last.to) last.to = label
  else group?.values.push({ label })
}

interface Unit {
  unit: PinpointStep['unit']
  rank: number
}

const TESTS = UNITS.map(unit => ({ ...unit, test: new RegExp(`^(?:${unit.words})$`, 'u') }))
/** The unit a word names; null for none. */
const unitOf = remembered((word): Unit | null => TESTS.find(({ test }) => test.test(word)) ?? null)

function labelOf(word: string, written: string): string {
  if (!word.startsWith('thu')) return written
  const ordinal = ORDINALS.indexOf(/^thu\s+([a-z]+)$/u.exec(word)?.[1] ?? '')
  return ordinal < 0 ? written : String(ordinal + 1)
}
