import { DOCUMENT_TYPES } from '../legal/glossary.ts'
import { foldText } from '../legal/foldText.ts'
import { LONG_NAMES } from './indexSettings.ts'

/** The engine counts only the first ten words of a query; a quoted phrase counts as one. */
const MAX_WORDS = 10

/** A query as the engine understands it best, and the same as one phrase when it is long. */
export interface EngineQuery {
  words: string
  phrase: string | null
}

/**
 * Prepares typed words for the engine: dash and slash look-alikes plain, "số" before a digit dropped, names of four
 * words and more put as the abbreviation that stands for them. Words keep their diacritics.
 */
export function rewriteQuery(query: string): EngineQuery {
  const plain = query
    .normalize('NFC')
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/[\u2044\u2215\uff0f]/gu, '/')
    .replace(/["“”]/gu, ' ')
    .replace(/(?<!\p{L})s(?:ố|o)[:.]?\s*(?=\d)/giu, '')
    .replace(/\s+/gu, ' ')
    .trim()
  const words = plain.split(' ')
  const phrase = words.length > MAX_WORDS ? `"${plain}"` : null
  return { words: shorten(words), phrase }
}

function shorten(words: string[]): string {
  const kept: string[] = []
  for (let at = 0; at < words.length;) {
    const name = LONG_NAMES.find(([long]) => startsWithName(words, at, long))
    kept.push(name ? name[1] : (words[at] ?? ''))
    at += name ? name[0].split(' ').length : 1
  }
  return kept.join(' ')
}

function startsWithName(words: string[], at: number, long: string): boolean {
  const length = long.split(' ').length
  return foldText(words.slice(at, at + length).join(' ')) === long
}

const TYPE_NAMES = Object.values(DOCUMENT_TYPES)
  .map(({ vi }) => foldText(vi))
  .sort((left, right) => right.length - left.length)

/** `Quyết định số 20/2019` → `20/2019`: a type written out before a number says nothing the number does not. */
export function withoutTypeName(query: string): string {
  const words = query.trim().split(/\s+/u)
  const name = TYPE_NAMES.find(long => startsWithName(words, 0, long))
  const rest = name ? words.slice(name.split(' ').length).join(' ') : query
  return /^(?:s[ốo][:.]?\s*)?\d/iu.test(rest) ? rest : query
}
