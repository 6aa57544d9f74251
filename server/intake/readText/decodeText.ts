import { cleanText, controlShare } from './cleanText.ts'
import { refused, withText } from './result.ts'
import type { ReadResult } from './result.ts'

const SAMPLE = 1_000_000
const MOST_CONTROLS = 0.02
// TCVN3, VNI and windows-1258 keep ASCII letters for half of a Vietnamese text; random bytes hold 37 % ASCII.
const LEAST_ASCII = 0.5

/** Plain text in UTF-8, or UTF-16 with its mark. Older encodings are named, anything else is not text. */
export function decodeText(bytes: Buffer, textBytes: number): ReadResult {
  const raw = decode(bytes)
  if (raw === null) {
    return refused(looksLikeOldEncoding(bytes) ? 'files.oldEncoding' : 'files.unreadable')
  }
  // The beginning is enough, and a large file of zeros costs nothing.
  if (controlShare(raw.slice(0, SAMPLE)) > MOST_CONTROLS) return refused('files.unreadable')
  const text = cleanText(raw)
  if (text.trim() === '') return refused('files.empty')
  return withText({ kind: 'txt', text }, textBytes)
}

function decode(bytes: Buffer): string | null {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function encodingOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}

function looksLikeOldEncoding(bytes: Buffer): boolean {
  if (encodingOf(bytes) !== 'utf-8') return false
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
