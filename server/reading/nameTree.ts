import { lawWord, lawWords } from '../legal/laws.ts'

/** A tree of the words of known names: from a word to the words that may follow. */
export interface NameTree {
  next: Map<string, NameTree>
  isEnd: boolean
}

/** A folded word of a text and where it ends in it. */
interface Word {
  text: string
  end: number
}

/** The words of a piece of text, read as far as a walk asks for them. */
type Words = (at: number) => Word | undefined

interface Walk {
  words: Words
  at: number
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
  const words = wordsOf(plain)
  const longest = (slack: number) =>
    Math.max(0, ...trees.map(tree => walk(tree, { words, at: 0, slack })))
  const exact = longest(0)
  if (exact > 0 || !slips) return words(exact - 1)?.end ?? 0
  const near = longest(1)
  return near >= SURE_WORDS ? (words(near - 1)?.end ?? 0) : 0
}

/** With no more than blanks, commas, dashes, slashes or brackets before it. */
const NEXT_WORD = /[\s,;/()-]{0,8}([a-z0-9]+|&)/uy

/** Words with no more than that between them: most places hold no name, and two words tell. */
function wordsOf(plain: string): Words {
  const text = plain.slice(0, LONGEST)
  const words: Word[] = []
  let end = 0
  let isOver = false
  const readOne = () => {
    NEXT_WORD.lastIndex = end
    const word = words.length < MOST_WORDS ? NEXT_WORD.exec(text)?.[1] : undefined
    isOver = word === undefined
    if (word === undefined) return
    end = NEXT_WORD.lastIndex
    for (const part of lawWord(word)) words.push({ text: part, end })
  }
  return at => {
    while (at >= words.length && !isOver) readOne()
    return words[at]
  }
}

/** Number of words of the longest name found from here on, 0 for none. */
function walk(node: NameTree, { words, at, slack }: Walk): number {
  const here = node.isEnd ? at : 0
  const word = words(at)?.text
  if (word === undefined) return here
  const child = node.next.get(word)
  const straight = child ? walk(child, { words, at: at + 1, slack }) : 0
  if (straight > 0) return straight
  return split(node, { words, at, slack }) || slip(node, { words, at, slack }) || here
}

/** `Ủ y ban`: two pieces of one word. */
function split(node: NameTree, { words, at, slack }: Walk): number {
  const one = words(at)?.text ?? ''
  if (one.length > 4) return 0
  const two = words(at + 1)?.text ?? ''
  if (two.length > 4) return 0
  const child = node.next.get(one + two)
  return child ? walk(child, { words, at: at + 2, slack }) : 0
}

function slip(node: NameTree, { words, at, slack }: Walk): number {
  if (slack === 0 || at < 2) return 0
  const word = words(at)?.text ?? ''
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
  const [rest, otherRest] = [tail.slice(1), otherTail.slice(1)]
  return rest === otherRest || rest === otherTail || tail === otherRest
}
