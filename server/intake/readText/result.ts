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

/** The text as result, or its refusal when it is over the limit. */
export function withText(
  read: { kind: FileKind; text: string; pages?: PageStart[] },
  textBytes: number,
): ReadResult {
  if (Buffer.byteLength(read.text) > textBytes) {
    return refused('files.textTooLong', { limit: megabytes(textBytes) })
  }
  return { ok: true, kind: read.kind, text: read.text, pages: read.pages ?? [] }
}
