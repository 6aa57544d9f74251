import WordExtractor from 'word-extractor'
import { cleanText } from './cleanText.ts'
import { refused, withText, withoutText } from './result.ts'
import type { ReadResult } from './result.ts'

// Left out of @types/word-extractor: false keeps typographic quotes and dashes as they are written.
type Body = (options: { filterUnicode: boolean }) => string

// The format ends table cells and tabs alike; before the State's name it is the letterhead's right cell that begins.
const LETTERHEAD_CELL = /\t+(?=CỘNG\s+H(?:ÒA|OÀ)\s)/gu

/** Word 97–2003. Automatic numbers are not part of the text of this format and are missing. */
export async function readDoc(file: { bytes: Uint8Array; textBytes: number }): Promise<ReadResult> {
  const text = await bodyOf(
    Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.length),
  )
  if (text === null) return refused('files.brokenDoc')
  if (text.trim() === '') return withoutText('doc', 'files.noTextLayer')
  return withText({ kind: 'doc', text }, file.textBytes)
}

async function bodyOf(bytes: Buffer): Promise<string | null> {
  try {
    const document = await new WordExtractor().extract(bytes)
    const body = cleanText((document.getBody.bind(document) as Body)({ filterUnicode: false }))
    return body.replace(LETTERHEAD_CELL, '\n').replace(/[ \t]+$/gm, '')
  } catch {
    // The library throws plain errors and range errors alike for a damaged file.
    return null
  }
}
