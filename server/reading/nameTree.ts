import { lawWord, lawWords } from '../legal/laws.ts'

/** A tree of the words of known names: from a word to the words that may follow. */
export interface NameTree {
  next: Map<string, NameTree>
  isEnd: boolean
}

/** The folded words of a piece of text and where they end in it, read as far as a walk asks for them. */
interface Words {
  plain: string
  /** No word is read past it. */
  limit: number
  texts: string[]
  ends: number[]
  /** How far the piece has been read; -1 when no word follows. */
  readTo: number
  /** Slips still allowed. */
  slack: number
}

const LONGEST = 400
const MOST_WORDS = 70
/** Least words of a name read with one slip in it. */
const SURE_WORDS = 5

const learned = new WeakMap<readonly string[], NameTree>()

/** The tree of names learned by a register; kept as long as their list lives. */
export function treeOfLearned(names: readonly string[]): NameTree {
  const known = learned.get(names) ?? treeOf(names)
  learned.set(names, known)
  return known
}

export function treeOf(names: readonly string[]): NameTree {
  const root: NameTree = { next: new Map(), isEnd: false }
  for (const name of names) {
    let node = root
    for (const word of lawWords(name)) {
      const child = node.next.get(word) ?? { next: new Map<string, NameTree>(), isEnd: false }
      node.next.set(word, child)
      node = child
    }
    node.isEnd = true
  }
  return root
}

/**
 * Length of the longest name of the trees that a piece of the plain copy starts with, 0 when it starts with none. With `slips`,
 * one word of a long name may be misread or misprinted (`quản lí`, `vốn … và` for `vào`). A PDF's blank inside a word
 * (`Ủ y ban`) is looked over.
 */
export function longestName(plain: string, trees: readonly NameTree[], slips = false): number {
  const limit = Math.min(plain.length, LONGEST)
  const words: Words = { plain, limit, texts: [], ends: [], readTo: 0, slack: 0 }
  const exact = longest(trees, words)
  if (exact > 0 || !slips) return words.ends[exact - 1] ?? 0
  words.slack = 1
  const near = longest(trees, words)
  return near >= SURE_WORDS ? (words.ends[near - 1] ?? 0) : 0
}

function longest(trees: readonly NameTree[], words: Words): number {
  let most = 0
  for (const tree of trees) most = Math.max(most, walk(tree, words, 0))
  return most
}

/** Words with no more than that between them: most places hold no name, and two words tell. */
const WIDEST_GAP = 8

function wordAt(words: Words, at: number): string | undefined {
  while (at >= words.texts.length && words.readTo >= 0) readOne(words)
  return words.texts[at]
}

/** Reads the next word, with no more than blanks, commas, dashes, slashes or brackets before it. */
function readOne(words: Words): void {
  const start = gapEnd(words)
  const end = wordEnd(words, start)
  const hasRoom = words.texts.length < MOST_WORDS
  words.readTo = hasRoom && end > start ? end : -1
  if (words.readTo < 0) return
  for (const part of lawWord(words.plain.slice(start, end))) {
    words.texts.push(part)
    words.ends.push(end)
  }
}

function gapEnd({ plain, limit, readTo }: Words): number {
  const most = Math.min(limit, readTo + WIDEST_GAP)
  let at = readTo
  while (at < most && isGap(plain.charCodeAt(at))) at++
  return at
}

function wordEnd({ plain, limit }: Words, start: number): number {
  let at = start
  while (at < limit && isWordUnit(plain.charCodeAt(at))) at++
  return at === start && at < limit && plain.charCodeAt(at) === AMPERSAND ? at + 1 : at
}

const AMPERSAND = 38
const isWordUnit = (unit: number) => (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57)
const isGap = (unit: number) => unit === 32 || (unit < 128 ? ASCII_GAPS : WIDE_GAPS).includes(unit)
const ASCII_GAPS = [...'\t\n\v\f\r,;/()-'].map(sign => sign.charCodeAt(0))
/** Blanks other than ASCII ones. */
const WIDE_GAPS = [
  ...[0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff],
  ...Array.from({ length: 11 }, (_, nth) => 0x2000 + nth),
]

/** Number of words of the longest name found from here on, 0 for none. */
function walk(node: NameTree, words: Words, at: number): number {
  const here = node.isEnd ? at : 0
  const word = wordAt(words, at)
  if (word === undefined) return here
  const child = node.next.get(word)
  const straight = child ? walk(child, words, at + 1) : 0
  if (straight > 0) return straight
  return split(node, words, at) || slip(node, words, at) || here
}

/** `Ủ y ban`: two pieces of one word. */
function split(node: NameTree, words: Words, at: number): number {
  const one = wordAt(words, at) ?? ''
  if (one.length > 4) return 0
  const two = wordAt(words, at + 1) ?? ''
  if (two.length > 4) return 0
  const child = node.next.get(one + two)
  return child ? walk(child, words, at + 2) : 0
}

function slip(node: NameTree, words: Words, at: number): number {
  if (words.slack === 0 || at < 2) return 0
  const word = wordAt(words, at) ?? ''
  for (const [known, child] of node.next) {
    if (!isNear(word, known)) continue
    words.slack -= 1
    const found = walk(child, words, at + 1)
    words.slack += 1
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
  const [rest, otherRest] = [tail.slice(1), otherTail.slice(1)]
  return rest === otherRest || rest === otherTail || tail === otherRest
}
