import multer from 'multer'
import { megabytes } from '../intake/readText/result.ts'
import type { Request, RequestHandler } from 'express'
import type { StorageEngine } from 'multer'

/** What was wrong with what was sent: the form field, and the label to show beside it. */
export interface UploadError {
  field: string
  key: string
  params?: Record<string, string | number>
}

declare module 'express-serve-static-core' {
  interface Request {
    uploadError?: UploadError
  }
}

export interface UploadLimits {
  fileBytes: number
  textBytes: number
}

const MOST_FILES = 20
/** All files of one request together, in files of the largest size: they are held in memory until they are read. */
const WHOLE_FILES = 4
/** A file this many times over the limit ends the request instead of being read to its end. */
const HOPELESS = 10
/** Text over the limit is still received up to this many times, so that the form can show it again. */
const TEXT_KEPT = 3

/**
 * Reads a multipart form: `req.body` strings, `req.files` with `buffer` and the name in NFC, `req.uploadError` for the
 * first fault. Nothing is thrown at the sender's fault, and a file over the limit costs that file only: the fields before
 * and after it are kept, so the form can be shown again as it was typed. Other kinds of request pass untouched.
 */
export function uploadFiles(limits: UploadLimits): RequestHandler[] {
  const upload = multer({
    storage: boundedMemory(limits),
    defParamCharset: 'utf8',
    limits: {
      files: MOST_FILES,
      fileSize: limits.fileBytes * HOPELESS,
      fieldSize: limits.textBytes * TEXT_KEPT,
      fieldNameSize: 200,
      fields: 500,
      parts: 500 + MOST_FILES,
      headerPairs: 100,
    },
  }).any()
  return [
    (req, res, next) => {
      upload(req, res, (fault: unknown) => {
        if (fault) req.uploadError ??= faultOf(fault, limits)
        settle(req, limits)
        next()
      })
    },
  ]
}

/** Keeps files in memory up to the limit; what is over it is read to its end and thrown away. */
function boundedMemory({ fileBytes }: UploadLimits): StorageEngine {
  const received = new WeakMap<Request, number>()
  return {
    _handleFile(req, file, done) {
      const chunks: Buffer[] = []
      let size = 0
      file.stream.on('data', (chunk: Buffer) => {
        size += chunk.length
        const all = (received.get(req) ?? 0) + chunk.length
        received.set(req, all)
        const key = overLimit({ size, all, fileBytes })
        if (!key) return void chunks.push(chunk)
        chunks.length = 0
        const limit = key === 'files.tooLarge' ? fileBytes : fileBytes * WHOLE_FILES
        req.uploadError ??= { field: file.fieldname, key, params: { limit: megabytes(limit) } }
      })
      file.stream.on('end', () => done(null, { buffer: Buffer.concat(chunks), size }))
    },
    _removeFile(_req, _file, done) {
      done(null)
    },
  }
}

function overLimit(seen: { size: number; all: number; fileBytes: number }): string | undefined {
  if (seen.size > seen.fileBytes) return 'files.tooLarge'
  if (seen.all > seen.fileBytes * WHOLE_FILES) return 'files.allTooLarge'
  return undefined
}

/** Leaves whole files only, their names as people write them, and looks at the length of what was pasted. */
function settle(req: Request, limits: UploadLimits): void {
  const files = Array.isArray(req.files) ? req.files : []
  req.files = files.filter(file => (file.buffer as Buffer | undefined)?.length === file.size)
  for (const file of req.files) file.originalname = file.originalname.normalize('NFC')
  const body = (req.body ?? {}) as Record<string, unknown>
  req.body = body
  const long = Object.keys(body).find(name => textSize(body[name]) > limits.textBytes)
  if (long) {
    const params = { limit: megabytes(limits.textBytes) }
    req.uploadError ??= { field: long, key: 'files.textTooLong', params }
  }
}

// Forms send every line end as two characters; the text is stored with one.
function textSize(value: unknown): number {
  return typeof value === 'string' ? Buffer.byteLength(value.replaceAll('\r\n', '\n')) : 0
}

function faultOf(fault: unknown, limits: UploadLimits): UploadError {
  const field = fault instanceof multer.MulterError ? (fault.field ?? 'file') : 'file'
  const code = fault instanceof multer.MulterError ? fault.code : ''
  switch (code) {
    case 'LIMIT_FILE_SIZE':
      return { field, key: 'files.tooLarge', params: { limit: megabytes(limits.fileBytes) } }
    case 'LIMIT_FILE_COUNT':
      return { field, key: 'files.tooMany', params: { limit: MOST_FILES } }
    case 'LIMIT_FIELD_VALUE':
      return { field, key: 'files.textTooLong', params: { limit: megabytes(limits.textBytes) } }
    default:
      return { field, key: 'files.uploadBroken' }
  }
}
