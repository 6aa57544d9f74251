import type { Request, Response } from 'express'
import { megabytes } from '../intake/readText/result.ts'
import { t } from '../lib/labels.ts'
import { csrfTokenOf } from '../middleware/security.ts'
import { readTextBody } from '../middleware/textBody.ts'
import type { UploadError } from '../middleware/upload.ts'
import { extract } from '../reading/index.ts'
import type { Services } from '../services.ts'
import type { Route } from './route.ts'

/**
 * The reader for programs of those signed in: `{"text": "…"}`, a `text/plain` body or a form field `text` in, what
 * `soat/extract` finds out. The token of the session stands in the header `x-csrf-token`, in JSON and forms also in `_csrf`;
 * `GET /api/token` tells it, before sign-in for the sign-in form, and anew after it: signing in opens another session.
 */
export function extractRoutes({ config }: Services): Route[] {
  return [
    {
      method: 'get',
      path: '/api/token',
      access: { public: 'a program signs in with it; the page of sign-in holds the same' },
      answers: 'json',
      // Another site can make a browser ask for this, but not read the answer: no header allows it to.
      handle: (req, res) =>
        void res.set('cache-control', 'no-store').json({ token: csrfTokenOf(req) }),
    },
    {
      method: 'post',
      path: '/api/extract',
      access: 'signedIn',
      audit: { none: 'reads the text it is sent and keeps nothing of it' },
      before: readTextBody(config.textLimitBytes),
      handle: (req, res) => answer(req, res, config.textLimitBytes),
    },
  ]
}

function answer(req: Request, res: Response, textBytes: number): void {
  const text = textOf(req)
  const fault = req.uploadError ?? faultOf(text, textBytes)
  if (fault) {
    const status = fault.key === 'files.textTooLong' ? 413 : 400
    res.status(status).json({ error: t(fault.key, fault.params) })
  } else res.set('cache-control', 'no-store').json(extract(text))
}

function textOf(req: Request): string {
  const body: unknown = req.body
  if (typeof body === 'string') return body
  const { text } = (body ?? {}) as { text?: unknown }
  return typeof text === 'string' ? text : ''
}

function faultOf(text: string, textBytes: number): UploadError | null {
  if (text.trim() === '') return { field: 'text', key: 'api.noText' }
  if (Buffer.byteLength(text) <= textBytes) return null
  return { field: 'text', key: 'files.textTooLong', params: { limit: megabytes(textBytes) } }
}
