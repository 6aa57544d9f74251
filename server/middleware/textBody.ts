import express, { type RequestHandler } from 'express'
import { megabytes } from '../intake/readText/result.ts'

/** A JSON text may need six bytes (`\u1ec7`) where UTF-8 needs two or three. */
const ESCAPED = 3

/**
 * Reads a body of JSON or of plain text; forms are read already. Nothing is thrown at the sender's fault: it stands in
 * `req.uploadError`, so that the route can answer in its own way.
 */
export function readTextBody(textBytes: number): RequestHandler[] {
  const limit = textBytes * ESCAPED
  return [express.json({ limit }), express.text({ limit })].map(gently(textBytes))
}

function gently(textBytes: number): (read: RequestHandler) => RequestHandler {
  return read => (req, res, next) => {
    const settle = (error?: unknown) => {
      if (error) req.uploadError = faultOf(error, textBytes)
      next()
    }
    void read(req, res, settle)
  }
}

function faultOf(error: unknown, textBytes: number) {
  const { status } = error as { status?: unknown }
  return status === 413
    ? { field: 'text', key: 'files.textTooLong', params: { limit: megabytes(textBytes) } }
    : { field: 'text', key: 'api.unreadable' }
}
