import { foldText } from '../legal/foldText.ts'
import type { Copies } from './fold.ts'
import { wordsOf } from './furniture.ts'
import type { Span } from './types.ts'
import { HEAD_OF_NOUN, TYPE_NOUNS, TYPE_NOUN_ABBREVIATIONS } from './patterns/typeNoun.ts'

const REACH = 80
/** Nouns without their blanks, longest first, under their last three letters. */
const NOUNS_BY_END = new Map<string, string[]>()
for (const noun of TYPE_NOUNS.map(words => words.replaceAll(' ', '')).sort(
  (a, b) => b.length - a.length,
)) {
  NOUNS_BY_END.set(noun.slice(-3), [...(NOUNS_BY_END.get(noun.slice(-3)) ?? []), noun])
}
const ABBREVIATION = new RegExp(`(?<![a-z0-9/-])(?:${TYPE_NOUN_ABBREVIATIONS.join('|')})$`, 'u')

/**
 * The noun standing right before `at`, over blanks, brackets and colons, not before `limit`; null when none does. Blanks inside
 * its words do not hide it: `Quyế t định`, `Nghị⏎quyết`.
 */
export function nounBefore(copies: Copies, at: number, limit: number): Span | null {
  const from = Math.max(limit, at - REACH)
  const end = endOfWords(copies.plain, at, from)
  if (end - from < 2) return null
  const before = copies.plain.slice(from, end)
  const noun = wholeNoun(before, copies.shape.slice(from, end))
  if (noun) return isTailOfLaw(before, noun) ? null : { start: from + noun.start, end }
  const short = ABBREVIATION.exec(before.slice(-8))
  const start = end - (short ? short[0].length : 0)
  return short && /\p{Lu}/u.test(copies.shape.charAt(start)) ? { start, end } : null
}

/** The end of the words before `at`, over blanks, brackets, quotes and Markdown marks. */
function endOfWords(plain: string, at: number, from: number): number {
  let end = at
  while (end > from && /[\s("“*_]/u.test(plain.charAt(end - 1))) end--
  return end
}

interface Noun {
  start: number
  words: string
}

function wholeNoun(before: string, shape: string): Noun | null {
  const letters = lettersOf(before)
  for (const words of NOUNS_BY_END.get(letters.word.slice(-3)) ?? []) {
    if (!letters.word.endsWith(words) || !isWhole(shape, letters, words)) continue
    return { start: letters.at[letters.at.length - words.length] ?? 0, words }
  }
  return null
}

const LAW_NOUN = /^(?:bo luat|luat|phap lenh)$/u

/** Whether a noun as written names a law, a code or an ordinance. */
export function isLawNoun(noun: string | null): boolean {
  return noun !== null && /^[blp]/iu.test(noun) && LAW_NOUN.test(foldText(noun))
}

/** The noun as written, blanks single, of two types in one the first: `Thông báo kết luận` → `Thông báo`. */
export function typeOfNounWords(copies: Copies, noun: Span): string {
  const plain = copies.plain.slice(noun.start, noun.end).replace(/\s+/gu, ' ')
  const words = wordsOf(copies, noun)
  const head = HEAD_OF_NOUN[plain]
  return repaired(head ? words.slice(0, head.length) : words, plain)
}

/** A noun that a text layer split is given back whole: `Quyế t định` → `Quyết định`. */
function repaired(words: string, plain: string): string {
  if (TYPE_NOUNS.includes(plain) || !plain.includes(' ')) return words
  const glued = plain.replaceAll(' ', '')
  const noun = TYPE_NOUNS.find(known => known.replaceAll(' ', '') === glued)
  if (!noun) return words
  const letters = words.replaceAll(' ', '')
  let at = 0
  return noun
    .split(' ')
    .map(word => letters.slice(at, (at += word.length)))
    .join(' ')
}

interface Letters {
  word: string
  at: number[]
}

/** The letters at the end of `before`, blanks left out, with their places. */
function lettersOf(before: string): Letters {
  let word = ''
  const places: number[] = []
  for (let at = before.length - 1; at >= 0 && places.length < MOST_LETTERS; at--) {
    const unit = before.charCodeAt(at)
    if (isLetter(unit)) {
      places.push(at)
      word = before.charAt(at) + word
    } else if (unit !== 32 && !BLANK.test(before.charAt(at))) break
  }
  return { word, at: places.reverse() }
}

const MOST_LETTERS = 26
const BLANK = /\s/u
const isLetter = (unit: number) => unit >= 97 && unit <= 122

/** The noun begins a word of the text, or is a capital one glued to it (`Điều 1Thông tư`); few stray blanks split its words. */
function isWhole(shape: string, { at }: Letters, noun: string): boolean {
  const start = at[at.length - noun.length] ?? 0
  if (/\p{L}/u.test(shape.charAt(start - 1)) && !/^\p{Ll}\p{Lu}/u.test(shape.slice(start - 1)))
    return false
  const gaps = shape.slice(start).trim().split(/\s+/u).length - 1
  return gaps <= (TYPE_NOUN_GAPS.get(noun) ?? 0) + 2
}

const TYPE_NOUN_GAPS = new Map(
  TYPE_NOUNS.map(noun => [noun.replaceAll(' ', ''), noun.split(' ').length - 1]),
)

/** `văn bản quy phạm pháp luật số …` ends in `luật`, which is no noun of its own. */
function isTailOfLaw(before: string, { start, words }: Noun): boolean {
  return words === 'luat' && /phap\s+$/u.test(before.slice(Math.max(0, start - 12), start))
}
