import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Request, RequestHandler } from 'express'
import helmet from 'helmet'
import type { Config } from '../config.ts'
import { BadToken, Forbidden } from '../lib/errors.ts'

/** Helmet with a policy that allows nothing inline and nothing from elsewhere. */
export function securityHeaders(config: Pick<Config, 'baseUrl'>): RequestHandler {
  const isHttps = config.baseUrl?.startsWith('https:') ?? false
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: isHttps && { maxAge: 15_552_000 },
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  })
}

const isSafe = (req: Request) => ['GET', 'HEAD', 'OPTIONS'].includes(req.method)

/**
 * Refuses what a browser posts from another site, before any body is read. A request that says neither where it comes
 * from (curl, tests) goes on to the token check.
 */
export const crossSiteGuard: RequestHandler = (req, _res, next) => {
  if (isSafe(req) || isFromHere(req)) next()
  else next(new Forbidden('cross-site request'))
}

function isFromHere(req: Request): boolean {
  const site = req.get('sec-fetch-site')
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const origin = req.get('origin')
  return origin === undefined || hostOf(origin) === hostAskedFor(req)
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}

/** `Host` as the browser wrote it, or as the trusted proxy passed it on. `URL` drops the standard port. */
function hostAskedFor(req: Request): string | null {
  return hostOf(`${req.protocol}://${req.host}`)
}

/** The session's token, for the forms of a page. Asking for it opens a session. */
export function csrfTokenOf(req: Request): string {
  req.session.csrf ??= randomBytes(32).toString('base64url')
  return req.session.csrf
}

/** The form must carry the token of its session, in `_csrf` or in the header `x-csrf-token`. */
export const checkCsrf: RequestHandler = (req, _res, next) => {
  const body = (req.body ?? {}) as Record<string, unknown>
  const given = body._csrf ?? req.get('x-csrf-token')
  const kept = req.session.csrf
  if (typeof given === 'string' && kept !== undefined && isSame(given, kept)) next()
  else next(new BadToken())
}

/** In constant time. */
function isSame(given: string, kept: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(kept)]
  return left.length === right.length && timingSafeEqual(left, right)
}
