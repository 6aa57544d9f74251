import { foldText } from '../legal/foldText.ts'
import type { Copies } from './fold.ts'
import { wordsOf } from './furniture.ts'
import type { Span } from './types.ts'
import { HEAD_OF_NOUN, TYPE_NOUNS, TYPE_NOUN_ABBREVIATIONS } from './patterns/typeNoun.ts'

const REACH = 80
const GLUED_NOUNS = TYPE_NOUNS.map(noun => noun.replaceAll(' ', '')).sort(
  (a, b) => b.length - a.length,
)
const ABBREVIATION = new RegExp(`(?<![a-z0-9/-])(?:${TYPE_NOUN_ABBREVIATIONS.join('|')})$`, 'u')

/**
 * The noun standing right before `at`, over blanks, brackets and colons, not before `limit`; null when none does. Blanks inside
 * its words do not hide it: `Quyế t định`, `Nghị⏎quyết`.
 */
export function nounBefore(copies: Copies, at: number, limit: number): Span | null {
  const from = Math.max(limit, at - REACH)
  const before = copies.plain.slice(from, at).replace(/[\s("“*_]*$/u, '')
  const letters = lettersOf(before)
  const noun = GLUED_NOUNS.find(
    words => endsWith(letters, words) && isWhole(before, letters, words),
  )
  if (noun) {
    const start = letters.at[letters.at.length - noun.length] ?? 0
    return isTailOfLaw(before, start, noun)
      ? null
      : { start: from + start, end: from + before.length }
  }
  const short = ABBREVIATION.exec(before)
  if (!short || !/\p{Lu}/u.test(copies.shape.charAt(from + short.index))) return null
  return { start: from + short.index, end: from + before.length }
}

/** Whether a noun as written names a law, a code or an ordinance. */
export function isLawNoun(noun: string | null): boolean {
  return /^(?:bo luat|luat|phap lenh)$/u.test(foldText(noun ?? ''))
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
  const letters: Letters = { word: '', at: [] }
  const found: [string, number][] = []
  for (let at = before.length - 1; at >= 0 && found.length < 26; at--) {
    const unit = before.charAt(at)
    if (/\s/u.test(unit)) continue
    if (!/[a-z]/u.test(unit)) break
    found.push([unit, at])
  }
  for (const [unit, at] of found.reverse()) {
    letters.word += unit
    letters.at.push(at)
  }
  return letters
}

function endsWith({ word }: Letters, noun: string): boolean {
  return word.endsWith(noun)
}

/** The noun begins a word of the text, and at most one stray blank splits each of its words. */
function isWhole(before: string, { at }: Letters, noun: string): boolean {
  const start = at[at.length - noun.length] ?? 0
  if (start > 0 && /[a-z0-9]/u.test(before.charAt(start - 1))) return false
  const gaps = before.slice(start).trim().split(/\s+/u).length - 1
  return gaps <= (TYPE_NOUN_GAPS.get(noun) ?? 0) + 2
}

const TYPE_NOUN_GAPS = new Map(
  TYPE_NOUNS.map(noun => [noun.replaceAll(' ', ''), noun.split(' ').length - 1]),
)

/** `văn bản quy phạm pháp luật số …` ends in `luật`, which is no noun of its own. */
function isTailOfLaw(before: string, start: number, noun: string): boolean {
  return noun === 'luat' && /phap\s+$/u.test(before.slice(0, start))
}
