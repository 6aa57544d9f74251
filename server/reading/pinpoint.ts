import type { Copies } from './fold.ts'
import type { Span } from './types.ts'

/**
 * Pinpoints before a document, as written:
 *   khoản 2 Điều 5 Nghị định số …
 *   điểm c khoản 2, khoản 3 Điều 49 …
 *   các Điều 16, khoản 4 và 5 Điều 3 …      Mục I Phần B …
 *   Phụ lục số 01, Phụ lục số 03 kèm theo …
 *   Điề u 94 …                               a word split by a PDF text layer
 *   Điều 12. Tên điều của Thông tư …         a note of the codification
 */
const TOKEN = /die\s?u(?![a-z])|phu\s+luc(?![a-z])|[a-z0-9]+|[,.]|[^\s]/gu
const KEYWORD = /^(?:diem|khoan|die\s?u|muc|phan|chuong|phu\s+luc|tiet|doan)$/u
const SMALL = /^(?:cac|va|den|so|,|nhung|hoac)$/u
const VALUE = /^(?:\d{1,3}[a-z]?|[ivxlc]{1,6}|[a-z])$/u
const REACH = 1800
const TITLED =
  /(?:[(;]\s*|den\s+)(die\s?u\s+\d{1,3}[a-z]?)\.\s(?!sua\s|bo\s+sung|bai\s|thay\s)[^;]{1,300}\scua\s*$/u

/** The pinpoint standing right before `at`, not past `limit`. */
export function findPinpoint(
  copies: Copies,
  at: number,
  limit: number,
): (Span & { words: string }) | null {
  const from = Math.max(limit, at - REACH)
  const before = copies.plain.slice(from, at)
  const end = before.replace(/\s*(?:(?<!ban hanh\s)kem\s+theo|(?<![a-z])cua)?\s*$/u, '').length
  const start = walkBack(before.slice(0, end))
  if (start !== null) return cutOut(copies, from + start, from + end)
  return titled(copies, before, from)
}

function cutOut(copies: Copies, start: number, end: number) {
  return { start, end, words: copies.text.slice(start, end) }
}

function titled(copies: Copies, before: string, from: number) {
  const match = TITLED.exec(before.slice(-360))
  if (!match?.[1]) return null
  const start = from + Math.max(0, before.length - 360) + match.index + match[0].indexOf(match[1])
  return cutOut(copies, start, start + match[1].length)
}

/** Where the chain of pinpoint words ending at the end of `text` starts; null when there is none. */
function walkBack(text: string): number | null {
  const tokens = [...text.matchAll(TOKEN)].map(({ 0: word, index }) => ({ word, index }))
  const isKeyword = ({ word }: { word: string }) => KEYWORD.test(word)
  const belongs = ({ word }: { word: string }) =>
    KEYWORD.test(word) || SMALL.test(word) || VALUE.test(word)
  const last = tokens.at(-1)
  if (!last || isKeyword(last)) return null
  const chain = tokens.slice(tokens.findLastIndex(token => !belongs(token)) + 1)
  const first = chain.findIndex(isKeyword)
  if (first < 0) return null
  const before = chain[first - 1]
  return (before?.word === 'cac' ? before : chain[first])?.index ?? null
}
