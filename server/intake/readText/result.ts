import { toUnicode } from './encoding/toUnicode.ts'
import { writeCapitals } from './encoding/capitals.ts'

/** The largest file and the largest text taken in, in bytes; `milliseconds` bounds the reading of one file. */
export interface ReadLimits {
  fileBytes: number
  textBytes: number
  milliseconds?: number
}

/** What is read, or recognised and kept whole without being read. */
export type FileKind =
  | 'txt'
  | 'docx'
  | 'doc'
  | 'pdf'
  | 'html'
  | 'rtf'
  | 'image'
  | 'spreadsheet'
  | 'presentation'
  | 'opendocument'
  | 'archive'
  | 'office'

/** Encodings of Vietnamese from before Unicode: TCVN3 ("ABC"), VNI-Windows, and the code page windows-1258. */
export type OldEncoding = 'tcvn3' | 'vni' | 'windows1258'

/** Where a page of a PDF starts in the text (UTF-16 units). */
export interface PageStart {
  start: number
}

export interface ReadOk {
  ok: true
  kind: FileKind
  /** NFC, lines ended by \n; null: a valid file that holds no text we can read. */
  text: string | null
  pages: PageStart[]
  /** Label key of what a person should know: files.noTextLayer, files.kindNotRead, files.somePagesUnread. */
  note?: string
  params?: Record<string, string | number>
  /** The old encoding the text was brought over from. */
  encoding?: OldEncoding
}

export interface ReadRefused {
  ok: false
  /** Label key under files.*, with its parameters. */
  error: string
  params?: Record<string, string | number>
}

export type ReadResult = ReadOk | ReadRefused

export function refused(error: string, params?: ReadRefused['params']): ReadRefused {
  return params ? { ok: false, error, params } : { ok: false, error }
}

/** A valid file that is kept whole, shown as "chưa có lớp văn bản". */
export function withoutText(kind: FileKind, note: string): ReadOk {
  return { ok: true, kind, text: null, pages: [], note }
}

export function megabytes(bytes: number): number {
  return Math.round((bytes / 1024 / 1024) * 10) / 10
}

/** The text as result, in Unicode whatever letters the file was set in; or its refusal when it is over the limit. */
export function withText(
  read: { kind: FileKind; text: string; pages?: PageStart[] },
  textBytes: number,
): ReadResult {
  if (Buffer.byteLength(read.text) > textBytes) {
    return refused('files.textTooLong', { limit: megabytes(textBytes) })
  }
  const { kind, pages = [] } = read
  const { text, encoding } = toUnicode(read.text)
  if (!encoding) return { ok: true, kind, text: writeCapitals(text), pages }
  const moved = movedPages(pages, read.text, text)
  return { ok: true, kind, text: writeCapitals(text), pages: moved, encoding }
}

/** Pages begin at lines, and lines stay lines when letters change. */
function movedPages(pages: PageStart[], before: string, after: string): PageStart[] {
  const starts = lineStarts(after)
  const lineOf = new Map(lineStarts(before).map((start, line) => [start, line]))
  return pages.map(({ start }) => ({ start: starts[lineOf.get(start) ?? -1] ?? after.length }))
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}
