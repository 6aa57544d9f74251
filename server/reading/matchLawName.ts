import { lawNames } from '../legal/laws.ts'
import type { NameTree } from './nameTree.ts'
import { longestName, treeOf, treeOfLearned } from './nameTree.ts'

let shipped: NameTree | undefined

/** Length of the longest law name the piece of the plain copy starts with; `titles` are those a register has learned. */
export function matchLawName(plain: string, titles: readonly string[] = []): number {
  shipped ??= treeOf(lawNames())
  const trees = titles.length > 0 ? [shipped, treeOfLearned(titles)] : [shipped]
  return longestName(plain, trees, true)
}
