import { decodeText } from './decodeText.ts'
import { megabytes, refused, withoutText } from './result.ts'
import { parseApart } from './parseApart.ts'
import { sniffKind } from './sniffKind.ts'
import type { ParseTask } from './parserThread.ts'
import type { FileKind, ReadLimits, ReadResult } from './result.ts'

export { warmParser } from './parseApart.ts'
export type { FileKind, OldEncoding, PageStart, ReadLimits, ReadOk, ReadResult } from './result.ts'

/**
 * Bytes → text. The content decides the kind; the extension only names the fault when the two disagree.
 *
 * `text` is NFC with \n line ends; null for a valid file that holds no text or is of a kind not read, which is kept whole.
 * A refusal carries a label key under files.* that says what to do. Office and PDF files are parsed in a thread of their
 * own, ended when it takes too long, so no file can hold up the server.
 */
export async function readText(
  file: { name: string; bytes: Buffer },
  limits: ReadLimits,
): Promise<ReadResult> {
  if (file.bytes.length > limits.fileBytes) {
    return refused('files.tooLarge', { limit: megabytes(limits.fileBytes) })
  }
  if (isBlank(file.bytes)) return refused('files.empty')
  const sniffed = await sniffKind(file)
  if (!sniffed.ok) return sniffed
  const { kind } = sniffed
  if (kind === 'txt') return decodeText(file.bytes, limits.textBytes)
  if (isParsed(kind)) return parseApart({ kind, bytes: file.bytes }, limits)
  return withoutText(kind, kind === 'image' ? 'files.noTextLayer' : 'files.kindNotRead')
}

function isParsed(kind: FileKind): kind is ParseTask['kind'] {
  return kind === 'pdf' || kind === 'docx' || kind === 'doc' || kind === 'rtf'
}

// Nothing, or nothing but a byte order mark and ASCII white space.
function isBlank(bytes: Buffer): boolean {
  return bytes.length < 4 ? bytes.toString('latin1').replace(/[\sï»¿ÿþ]/g, '') === '' : false
}
