import { randomUUID } from 'node:crypto'
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express'
import { BadToken, NotFound } from '../lib/errors.ts'
import { t } from '../lib/labels.ts'
import { log } from '../lib/log.ts'
import { presentError, type ErrorView } from '../presenters/errors.ts'
import { renderPage } from '../routes/renderPage.ts'

/** Nothing in the table answered. */
export const notFound: RequestHandler = (_req, _res, next) => next(new NotFound())

/** The one place where what was thrown becomes an answer: a page, JSON when asked for, never a stack. */
// Express knows an error handler by its four parameters.
export const errorHandler: ErrorRequestHandler = async (error: unknown, req, res, _next) => {
  const status = statusOf(error)
  const requestId = status >= 500 ? randomUUID().slice(0, 8) : ''
  if (status >= 500)
    log.error({ err: error, requestId, method: req.method, path: pathOf(req) }, 'failed')
  if (res.headersSent) return void res.destroy()
  const kind = error instanceof BadToken ? 'token' : kindOf(status)
  const view = presentError({ kind, requestId, signedIn: Boolean(req.actor) })
  res.status(status)
  if (wantsJson(req)) {
    res.json({ error: view.title, ...(requestId && { requestId }) })
    return
  }
  await sendPage(req, res, { view, status })
}

/** Programs are answered in JSON whatever they say they accept. */
function wantsJson(req: Request): boolean {
  return req.path.startsWith('/api/') || req.accepts(['html', 'json']) === 'json'
}

/** The path without the token of a one-time link: the log is no place for it. */
function pathOf(req: Request): string {
  return req.path.replace(/^(\/(?:first-admin|set-password)\/).+/u, '$1…')
}

/** An error's own status when it is one of ours or one of Express's parsers; anything else is our fault. */
function statusOf(error: unknown): number {
  if (typeof error !== 'object' || error === null) return 500
  const { status } = error as { status?: unknown }
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500
}

const KINDS: Record<number, ErrorView['kind']> = {
  400: 'malformed',
  401: 'signIn',
  403: 'forbidden',
  404: 'notFound',
  405: 'notFound',
  413: 'tooLarge',
  503: 'unavailable',
}

function kindOf(status: number): ErrorView['kind'] {
  return KINDS[status] ?? (status < 500 ? 'malformed' : 'failed')
}

/** Words alone when even the page around them cannot be drawn: no session, or no database. */
async function sendPage(
  req: Request,
  res: Response,
  { view, status }: { view: ErrorView; status: number },
): Promise<void> {
  try {
    if (!req.session) throw new Error('no session to draw a page for')
    await renderPage(req, res, { view: 'errors/error', model: { ...view }, status })
  } catch (error) {
    if (req.session) log.error({ err: error }, 'the error page could not be drawn')
    if (!res.headersSent)
      res.type('text/plain').send(`${t('layout.brand')}: ${view.title}. ${view.text}`)
  }
}
