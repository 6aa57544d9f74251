import { shareOfSyllables } from './encoding/toUnicode.ts'

const SAMPLE = 200_000
const WORD = /[\p{L}\p{M}]+/gu
const SIGN = /[^\s\p{L}\p{M}\d.,;:()[\]“”"'‘’/–—+&%…=*_°²³•-]/gu
/** Private characters and the sign for "not known": what a font without its table leaves. */
const UNKNOWN = /[\ufffd\p{Co}]/gu
const MOST_UNKNOWN = 0.1
const MOST_SIGNS = 0.12
const LEAST_WORDS = 20
const LEAST_SHARE = 0.4
const LEAST_VOWELS = 0.5
const VOWEL = /[aeiouy]/iu

/**
 * Whether the text layer of a PDF is no text: letters of a font that carries no table of what they mean. A text in another language is
 * not garbled: it has words with vowels and few signs.
 */
export function isGarbled(text: string): boolean {
  const sample = text.slice(0, SAMPLE)
  const length = sample.replace(/\s+/gu, '').length
  if (length === 0) return false
  if (count(sample, UNKNOWN) / length > MOST_UNKNOWN) return true
  const words = sample.match(WORD) ?? []
  if (words.length < LEAST_WORDS) return false
  const voiced = words.filter(word => VOWEL.test(word.normalize('NFD'))).length / words.length
  const marked = shareOfSyllables(sample)
  const isForeign = marked !== null && marked.words >= LEAST_WORDS && marked.share < LEAST_SHARE
  return (
    (count(sample, SIGN) / length > MOST_SIGNS && (isForeign || voiced < 0.8)) ||
    voiced < LEAST_VOWELS
  )
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
