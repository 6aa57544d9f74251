import { cleanText } from './cleanText.ts'
import { refused, withText, withoutText } from './result.ts'
import { rtfText } from './rtf/rtfText.ts'
import type { ReadResult } from './result.ts'

// The number of a list stands before a tab, as a writer of .docx puts a blank.
const LABEL_TAB = /^(\S{1,12})\t+(?=\S)/gmu

/** RTF: paragraphs as lines, tables cell by cell, numbers of lists as the writer stored them, footnotes at the end. */
export function readRtf(file: { bytes: Uint8Array; textBytes: number }): Promise<ReadResult> {
  const { bytes, textBytes } = file
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  if (!source.startsWith('{\\rtf')) return Promise.resolve(refused('files.brokenRtf'))
  const text = cleanText(rtfText(source, textBytes))
    .replace(LABEL_TAB, '$1 ')
    .replace(/[ \t]+$/gmu, '')
    .replace(/\n{3,}/gu, '\n\n')
    .replace(/^\n+/u, '')
  if (text.trim() === '') return Promise.resolve(withoutText('rtf', 'files.noTextLayer'))
  return Promise.resolve(withText({ kind: 'rtf', text }, textBytes))
}
