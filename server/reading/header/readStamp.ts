import type { Copies } from '../fold.ts'
import type { Header } from '../types.ts'
import { found, oneLine } from './found.ts'

/**
 * Stamps of digital signatures, at the head or the end of a text:
 *   Ký bởi: Sở Công Thương        Người ký: …⏎Cơ quan: …⏎Thời gian ký: 18/07/2026 18:13:22 +07:00
 *   Signature Not Verified⏎Digitally signed by NGUYỄN VĂN A
 *   2019-04-19T09:11:49+0700⏎Việt Nam⏎Nguyễn Văn A<…> đã ký lên văn bản này!
 * Who signed is a field of its own and never the signer. The day is a fallback for a head left blank; marked doubtful, for the
 * stamp says when it was signed.
 */
const SIGNED_BY =
  /(?:[Kk]ý bởi|Người ký|Digitally signed by|Signer)\s{0,3}:?\s{1,3}(?<words>[^\n:<]{2,120})/u
const MAILED = /(?<words>[^\n<:]{2,80})<[^\n<>]{0,80}>\s?$/u
const MAILED_BEHIND = 'đã ký lên văn bản'
const SIGNED_AT =
  /(?<iso>20\d{2}-[01]\d-[0-3]\d)T\d{2}:\d{2}|(?:Thời gian|Ngày) ký\s?:\s?(?<day>\d{1,2})[./-](?<month>\d{1,2})[./-](?<year>20\d{2})/u
const HEAD = 3000
const TAIL = 2500

export function readStamp(
  { copies, head }: { copies: Copies; head: Copies },
  header: Partial<Header>,
): Partial<Header> {
  const { length } = copies.text
  const atHead = { words: head, start: 0, end: Math.min(HEAD, length) }
  const atEnd = { words: copies, start: Math.max(HEAD, length - TAIL), end: length }
  const read: Partial<Header> = {}
  for (const { words, ...window } of [atHead, atEnd]) {
    if (!read.digitalSigner) Object.assign(read, signerIn(words, window))
    if (!header.date && !header.partialDate && !read.date) Object.assign(read, dayIn(words, window))
  }
  return read
}

interface Window {
  start: number
  end: number
}

function signerIn(copies: Copies, { start, end }: Window): Partial<Header> {
  const text = copies.shape.slice(start, end)
  const mailedAt = text.indexOf(MAILED_BEHIND)
  const base = Math.max(0, mailedAt - 170)
  const mailed = mailedAt < 0 ? null : MAILED.exec(text.slice(base, mailedAt))
  const match = mailed ?? SIGNED_BY.exec(text)
  const words = match?.groups?.words
  if (!match || !words?.trim()) return {}
  const at = start + (mailed ? base : 0) + match.index + match[0].indexOf(words)
  const lead = words.length - words.trimStart().length
  const span = { start: at + lead, end: at + words.trimEnd().length }
  return { digitalSigner: found(copies, span, oneLine(words)) }
}

function dayIn(copies: Copies, { start, end }: Window): Partial<Header> {
  const match = SIGNED_AT.exec(copies.shape.slice(start, end))
  const { iso, day = '', month = '', year = '' } = match?.groups ?? {}
  if (!match) return {}
  const words = iso ?? match[0].slice(match[0].search(/\d/u))
  const value = iso ?? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const at = start + match.index + match[0].indexOf(words)
  return {
    date: {
      ...found(copies, { start: at, end: at + words.length }, value),
      doubt: 'dateFromStamp',
    },
  }
}
