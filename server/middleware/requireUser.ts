import type { Request, RequestHandler } from 'express'
import { Forbidden, SignInNeeded } from '../lib/errors.ts'
import { holds, type Actor } from '../people/actor.ts'
import { findSessionActor } from '../people/sessionActor.ts'
import type { Access } from '../routes/route.ts'

declare module 'express-serve-static-core' {
  interface Request {
    /** Who is signed in. Set on every route whose access is not public. */
    actor?: Actor
  }
}

/** Finds out who asks. A person made inactive, or whose password changed elsewhere, is nobody from now on. */
export const loadActor: RequestHandler = async (req, _res, next) => {
  const { userId, passwordMark } = req.session
  if (userId !== undefined) {
    const actor = await findSessionActor({ userId, passwordMark: passwordMark ?? '' })
    if (actor) {
      req.actor = actor
    } else {
      delete req.session.userId
      delete req.session.passwordMark
    }
  }
  next()
}

/** Lets pass whom the route is for; sends pages to sign-in first, and answers posts with 401 or 403. */
export function requireAccess(access: Access): RequestHandler {
  return (req, res, next) => {
    if (typeof access === 'object' && 'public' in access) return next()
    if (!req.actor) {
      if (!wantsPage(req)) return next(new SignInNeeded())
      return res.redirect(303, `/sign-in?returnTo=${encodeURIComponent(req.originalUrl)}`)
    }
    if (access === 'signedIn' || holds(req.actor, ...access)) return next()
    next(new Forbidden())
  }
}

/** Who acts on a route that is not public. */
export function actorOf(req: Request): Actor {
  if (!req.actor) throw new SignInNeeded()
  return req.actor
}

function wantsPage(req: Request): boolean {
  return (req.method === 'GET' || req.method === 'HEAD') && req.accepts(['html', 'json']) !== 'json'
}
