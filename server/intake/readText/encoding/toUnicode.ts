import { fromTcvn3 } from './fromTcvn3.ts'
import { fromVni } from './fromVni.ts'
import { isSyllable } from './isSyllable.ts'
import type { OldEncoding } from '../result.ts'

/** Text, and the old encoding it was brought over from; null: it was in Unicode all along. */
export interface Converted {
  text: string
  encoding: OldEncoding | null
}

const READERS: [encoding: OldEncoding, read: (text: string) => string][] = [
  ['tcvn3', fromTcvn3],
  ['vni', fromVni],
]
/** Letters only Unicode has: a line with one of them is in Unicode. */
const UNICODE_ONLY = /[ĂăĐđĨĩŨũƠơƯưẠ-ỹ]|\p{M}/u
const OLD_CODE = /[\u00a1-\u00ff]/u
const WORD = /[\p{L}\p{M}]+/gu
const MARKED = /[^A-Za-z]/u
/** NĐ, QĐ, HĐND: no syllable, and none in any encoding. */
const SHORT_FORM = /^[BCDĐGHKLMNPQRSTVX]+$/u
// What decides stands in the first pages; a law of a hundred pages needs no more.
const MOST_LINES = 3000
const MOST_LETTERS = 300_000
const LEAST_WORDS = 3
const LEAST_SHARE = 0.9
const MOST_BEFORE = 0.5

/**
 * Text whose letters stand for those of TCVN3 or VNI, as Word and PDF files set in such fonts hold it, in Unicode. Nothing is changed
 * unless it is certain: of the words with marks, hardly any must be Vietnamese as they stand, and nearly all must become so. In a
 * text of both kinds only the lines in the old letters are touched.
 */
export function toUnicode(text: string): Converted {
  if (!OLD_CODE.test(text)) return { text, encoding: null }
  const suspects = suspectLines(text)
  const before = suspects.length > 0 ? shareOfSyllables(suspects.join('\n')) : null
  if (!before || before.share > MOST_BEFORE) return { text, encoding: null }
  const found = READERS.map(([encoding, read]) => ({
    ...{ encoding, read },
    after: shareOfSyllables(read(suspects.join('\n'))),
  }))
    .filter(({ after }) => after && after.words >= LEAST_WORDS && after.share >= LEAST_SHARE)
    .sort((one, other) => (other.after?.share ?? 0) - (one.after?.share ?? 0))[0]
  if (!found) return { text, encoding: null }
  const lines = text.split('\n').map(line => (isSuspect(line) ? better(line, found.read) : line))
  return { text: lines.join('\n'), encoding: found.encoding }
}

function suspectLines(text: string): string[] {
  return text.slice(0, MOST_LETTERS).split('\n').filter(isSuspect).slice(0, MOST_LINES)
}

function isSuspect(line: string): boolean {
  return OLD_CODE.test(line) && !UNICODE_ONLY.test(line)
}

function better(line: string, read: (text: string) => string): string {
  const after = read(line)
  return (shareOfSyllables(after)?.share ?? 0) >= (shareOfSyllables(line)?.share ?? 0)
    ? after
    : line
}

/** How many of the words with a letter beyond a–z are written as Vietnamese syllables are; null when there is no such word. */
export function shareOfSyllables(text: string): { words: number; share: number } | null {
  const words = (text.match(WORD) ?? []).filter(word => MARKED.test(word) && !SHORT_FORM.test(word))
  if (words.length === 0) return null
  return { words: words.length, share: words.filter(isSyllable).length / words.length }
}
