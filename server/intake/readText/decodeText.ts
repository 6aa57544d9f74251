import { cleanText, controlShare } from './cleanText.ts'
import { shareOfSyllables, toUnicode } from './encoding/toUnicode.ts'
import { fromWindows1252 } from './encoding/windows1252.ts'
import { refused, withText } from './result.ts'
import type { OldEncoding, ReadResult } from './result.ts'

const SAMPLE = 1_000_000
const MOST_CONTROLS = 0.02
// TCVN3, VNI and windows-1258 keep ASCII letters for half of a Vietnamese text; random bytes hold 37 % ASCII.
const LEAST_ASCII = 0.5
const LEAST_SHARE = 0.9
const LEAST_WORDS = 3
/** Every second byte of a UTF-16 text is zero for each of its ASCII letters. */
const LEAST_ZEROS = 0.3
const MOST_ZEROS = 0.05
/** What Western programs put into a text without Vietnamese letters: quotes, dashes, fixed blanks. */
const TYPOGRAPHIC = /^[\p{ASCII}\u00a0\u00ab\u00bb\u2013\u2014\u2018-\u201d\u2022\u2026]*$/u

interface Decoded {
  raw: string
  encoding?: OldEncoding
}

/** Plain text in UTF-8 or UTF-16, or in TCVN3, VNI or windows-1258 when that is certain. Anything else is not text. */
export function decodeText(bytes: Buffer, textBytes: number): ReadResult {
  const decoded = decode(bytes, unicodeOf(bytes)) ?? decodeOld(bytes)
  if (decoded === null) {
    return refused(looksLikeOldEncoding(bytes) ? 'files.oldEncoding' : 'files.unreadable')
  }
  const { raw, encoding } = decoded
  // The beginning is enough, and a large file of zeros costs nothing.
  if (controlShare(raw.slice(0, SAMPLE)) > MOST_CONTROLS) return refused('files.unreadable')
  const text = cleanText(raw)
  if (text.trim() === '') return refused('files.empty')
  const read = withText({ kind: 'txt', text }, textBytes)
  return encoding && read.ok ? { ...read, encoding } : read
}

function decode(bytes: Buffer, encoding: string): Decoded | null {
  try {
    return { raw: new TextDecoder(encoding, { fatal: true }).decode(bytes) }
  } catch {
    return null
  }
}

function unicodeOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const [even, odd] = [zeros(bytes, 0), zeros(bytes, 1)]
  if (odd > LEAST_ZEROS && even < MOST_ZEROS) return 'utf-16le'
  if (even > LEAST_ZEROS && odd < MOST_ZEROS) return 'utf-16be'
  return 'utf-8'
}

/** Share of zeros among every second byte of the beginning. */
function zeros(bytes: Buffer, first: 0 | 1): number {
  const length = Math.min(bytes.length, 4096)
  let count = 0
  for (let at = first; at < length; at += 2) if (bytes[at] === 0) count += 1
  return count / (length / 2)
}

/** Bytes that are no Unicode, by the one code page whose words are Vietnamese; null when none is. */
function decodeOld(bytes: Buffer): Decoded | null {
  if (!looksLikeOldEncoding(bytes)) return null
  const western = fromWindows1252(bytes)
  if (TYPOGRAPHIC.test(western)) return { raw: western }
  const windows = new TextDecoder('windows-1258').decode(bytes).normalize('NFC')
  const found = shareOfSyllables(windows.slice(0, SAMPLE))
  if (found && found.words >= LEAST_WORDS && found.share >= LEAST_SHARE) {
    return { raw: windows, encoding: 'windows1258' }
  }
  const { text, encoding } = toUnicode(western)
  return encoding && { raw: text, encoding }
}

function looksLikeOldEncoding(bytes: Buffer): boolean {
  if (unicodeOf(bytes) !== 'utf-8') return false
  let controls = 0
  let ascii = 0
  for (const byte of bytes) {
    if (byte >= 0x20 && byte < 0x7f) ascii += 1
    else if (byte < 0x20 && !isSpace(byte)) controls += 1
  }
  return controls / bytes.length < MOST_CONTROLS && ascii / bytes.length > LEAST_ASCII
}

function isSpace(byte: number): boolean {
  return byte >= 0x09 && byte <= 0x0d
}
