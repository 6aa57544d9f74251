import type { Copies } from './fold.ts'
import type { Span } from './types.ts'
import { JOINT, KEYWORD, TOKEN, VALUE } from './patterns/pinpoint.ts'

/** A chain is first looked for in a short stretch; a long list of provisions takes a longer one. */
const REACHES = [60, 240, 2500]
/** A chain that begins within the first words of its stretch may have been cut: `[phụ ]lục I`, `[gạch đầu ]dòng thứ hai`. */
const CUT_WORDS = 4
const TITLED_REACH = 160
const TITLED =
  /(?:[(;]\s*|den\s+)(die\s?u\s+\d{1,3}[a-z]?)\.\s(?!sua\s|bo\s+sung|bai\s|thay\s)[^;]{1,300}\scua\s*$/u
/** What may stand between a pinpoint and its document. */
const LINK = /\s*,?\s*(?:(?:(?<!ban hanh\s)kem\s+theo|(?<![a-z])(?:cua|tai))\s*)?$/u

const PART = [KEYWORD, JOINT, VALUE]

/** What a pinpoint ends with, a quick look before the long one: `5a`, `2.4`, `IV`, `đ`, `thứ hai`; a dot only before `của`. */
const LAST_VALUE =
  /(?:(?<![a-z0-9])(?:\d{1,3}[a-z]?|[ivxlc]{1,6}|[a-z]\d?|dau|cuoi)|thu\s+[a-z]{2,5})(\.?)$/u

interface Token {
  word: string
  index: number
}

/**
 * The pinpoint standing right before `at`, not past `limit`, as written:
 *   khoản 2 Điều 5 Nghị định số …
 *   điểm c khoản 2, khoản 3 Điều 49 …       khoản 4 và 5 Điều 3; Điều 7 …
 *   Điều 5 khoản 2 điểm a của Luật …
 *   các Điều 16, khoản 4 và 5 Điều 3 …      từ Điều 5 đến Điều 9 …
 *   Phụ lục số 01, Phụ lục số 03 kèm theo …
 *   Điều 12. Tên điều của Thông tư …         a note of the codification
 */
export function findPinpoint(
  copies: Copies,
  at: number,
  limit: number,
): (Span & { words: string }) | null {
  for (const reach of REACHES) {
    const from = Math.max(limit, at - reach)
    const before = copies.plain.slice(from, at)
    const link = LINK.exec(before.slice(-24))?.[0] ?? ''
    const end = before.length - link.length
    const chain = chainBefore(before.slice(0, end), link.includes('cua'))
    if (chain?.isCut && from > limit && reach !== REACHES.at(-1)) continue
    if (typeof chain?.start !== 'number') return titled(copies, at, limit)
    return cutOut(copies, from + chain.start, from + end)
  }
  return null
}

function cutOut(copies: Copies, start: number, end: number) {
  return { start, end, words: copies.text.slice(start, end) }
}

function titled(copies: Copies, at: number, limit: number) {
  const from = Math.max(limit, at - TITLED_REACH)
  const before = copies.plain.slice(from, at)
  const match = /cua\s*$/u.test(before) ? TITLED.exec(before) : null
  if (!match?.[1]) return null
  const start = from + match.index + match[0].indexOf(match[1])
  return cutOut(copies, start, start + match[1].length)
}

interface Chain {
  /** Null without a keyword: `1, 2`. */
  start: number | null
  /** It may go on before the stretch looked at. */
  isCut: boolean
}

/** The chain of pinpoint words ending at the end of `text`. */
function chainBefore(text: string, isOwned: boolean): Chain | null {
  const tail = LAST_VALUE.exec(text.slice(-16))
  if (!tail || (tail[1] && !isOwned)) return null
  const tokens = [...text.matchAll(TOKEN)].map(({ 0: word, index }) => ({ word, index }))
  if (!isValue(tokens.at(tail[1] ? -2 : -1))) return null
  const first = tokens.findLastIndex((_, at) => !belongs(tokens, { at, text })) + 1
  return { start: chainStart(tokens.slice(first)), isCut: first < CUT_WORDS }
}

function chainStart(chain: Token[]): number | null {
  const first = chain.findIndex(({ word }) => KEYWORD.test(word))
  if (first < 0 || !followedByValue(chain, first)) return null
  const before = chain[first - 1]
  return (before?.word === 'cac' ? before : chain[first])?.index ?? null
}

function followedByValue(chain: Token[], at: number): boolean {
  const next = chain[at + 1]?.word ?? ''
  return VALUE.test(next) || next === 'so'
}

/** Whether a word may stand in a pinpoint where it stands. */
function belongs(tokens: Token[], { at, text }: { at: number; text: string }): boolean {
  const token = tokens[at]
  if (!token) return false
  const { word, index } = token
  if (PART.some(part => part.test(word))) return true
  const next = tokens[at + 1]
  if (word === '-' || word === '.') return isValue(tokens[at - 1]) && isMark(word, next)
  if (!next || !/^(?:;|cua)$/u.test(word)) return false
  return KEYWORD.test(next.word) && !text.slice(index, next.index).includes('\n')
}

/** `Điều 5 - 9`; `Điều 30. ; Điều 32. của`. */
function isMark(word: string, next: Token | undefined): boolean {
  return word === '-' ? isValue(next) : !next || next.word === ';'
}

function isValue(token: Token | undefined): boolean {
  return token !== undefined && VALUE.test(token.word)
}
