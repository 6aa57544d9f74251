import { lawNames, lawWord, lawWords } from '../legal/laws.ts'

/** A tree of the words of known names: from a word to the words that may follow. */
interface Node {
  next: Map<string, Node>
  isEnd: boolean
}

interface Word {
  text: string
  end: number
}

const LONGEST = 400
const MOST_WORDS = 70
/** Least words of a name read with one slip in it. */
const SURE_WORDS = 5

let shipped: Node | undefined
const learned = new WeakMap<readonly string[], Node>()

/**
 * Length of the longest known law name the text starts with, 0 when it starts with none. `plain` is a piece of the plain copy;
 * `titles` are those a register has learned. One word of a long name may be misread or misprinted (`quản lí`, `vốn … và` for
 * `vào`), and a PDF's blank inside a word (`Ủ y ban`) is looked over.
 */
export function matchLawName(plain: string, titles: readonly string[] = []): number {
  shipped ??= treeOf(lawNames())
  const words = wordsOf(plain)
  const trees = titles.length > 0 ? [shipped, treeOfLearned(titles)] : [shipped]
  const exact = Math.max(...trees.map(tree => walk(tree, { words, at: 0, slack: 0 })))
  if (exact > 0) return words[exact - 1]?.end ?? 0
  const near = Math.max(...trees.map(tree => walk(tree, { words, at: 0, slack: 1 })))
  return near >= SURE_WORDS ? (words[near - 1]?.end ?? 0) : 0
}

function treeOfLearned(titles: readonly string[]): Node {
  const known = learned.get(titles) ?? treeOf(titles)
  learned.set(titles, known)
  return known
}

function treeOf(names: readonly string[]): Node {
  const root: Node = { next: new Map(), isEnd: false }
  for (const name of names) {
    let node = root
    for (const word of lawWords(name)) {
      const child = node.next.get(word) ?? { next: new Map<string, Node>(), isEnd: false }
      node.next.set(word, child)
      node = child
    }
    node.isEnd = true
  }
  return root
}

/** Words with no more than blanks, commas, dashes, slashes or brackets between them. */
function wordsOf(plain: string): Word[] {
  const words: Word[] = []
  let before = 0
  for (const match of plain.slice(0, LONGEST).matchAll(/[a-z0-9]+|&/gu)) {
    if (words.length >= MOST_WORDS) break
    if (!/^[\s,;/()-]{0,8}$/u.test(plain.slice(before, match.index))) break
    before = match.index + match[0].length
    for (const text of lawWord(match[0])) words.push({ text, end: before })
  }
  return words
}

/** Number of words of the longest name found from here on, 0 for none. */
function walk(
  node: Node,
  { words, at, slack }: { words: Word[]; at: number; slack: number },
): number {
  const here = node.isEnd ? at : 0
  const word = words[at]?.text
  if (word === undefined) return here
  const child = node.next.get(word)
  const straight = child ? walk(child, { words, at: at + 1, slack }) : 0
  if (straight > 0) return straight
  return split(node, { words, at, slack }) || slip(node, { words, at, slack }) || here
}

/** `Ủ y ban`: two pieces of one word. */
function split(node: Node, { words, at, slack }: { words: Word[]; at: number; slack: number }) {
  const [one = '', two = ''] = [words[at]?.text, words[at + 1]?.text]
  if (one.length > 4 || two.length > 4) return 0
  const child = node.next.get(one + two)
  return child ? walk(child, { words, at: at + 2, slack }) : 0
}

function slip(node: Node, { words, at, slack }: { words: Word[]; at: number; slack: number }) {
  if (slack === 0 || at < 2) return 0
  const word = words[at]?.text ?? ''
  for (const [known, child] of node.next) {
    if (!isNear(word, known)) continue
    const found = walk(child, { words, at: at + 1, slack: slack - 1 })
    if (found > 0) return found
  }
  return 0
}

/** One letter more, less or other. */
function isNear(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1 || one.length < 2) return false
  let from = 0
  while (from < one.length && one[from] === other[from]) from++
  const [tail, otherTail] = [one.slice(from), other.slice(from)]
  return (
    tail.slice(1) === otherTail.slice(1) ||
    tail.slice(1) === otherTail ||
    tail === otherTail.slice(1)
  )
}
