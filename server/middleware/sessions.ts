import MongoStore from 'connect-mongo'
import type { Request, RequestHandler } from 'express'
import session from 'express-session'
import mongoose from 'mongoose'
import type { Config } from '../config.ts'
import { sessionSecret } from '../lib/sessionSecret.ts'
import type { Toast } from '../presenters/page.ts'

const HOUR_MS = 3_600_000
/** A signed-in session lives this long after the last request. */
const SIGNED_IN_MS = 12 * HOUR_MS
/** One that only holds the token of the sign-in form. */
const VISITOR_MS = HOUR_MS

type StoreOptions = Parameters<typeof MongoStore.create>[0]

declare module 'express-session' {
  interface SessionData {
    userId?: string
    /** Ties the session to the password it was opened with: another password ends it. */
    passwordMark?: string
    csrf?: string
    toast?: Toast
  }
}

export const SESSION_COOKIE = 'soat.session'

/** Sessions in MongoDB, over mongoose's connection (which must be open). */
export function sessions(config: Config): RequestHandler[] {
  return [sessionOf(config), saveBeforeRedirect]
}

/**
 * The headers of an answer leave before express-session has saved. A browser follows a redirect as soon as it sees them,
 * and would not find itself signed in, or its message.
 */
const saveBeforeRedirect: RequestHandler = (req, res, next) => {
  const before = contentOf(req)
  const redirect = res.redirect.bind(res) as (...to: unknown[]) => void
  res.redirect = (...to: unknown[]) => {
    if (!req.session || contentOf(req) === before) return redirect(...to)
    req.session.save(error => (error ? next(error) : redirect(...to)))
  }
  next()
}

const contentOf = (req: Request) =>
  req.session && JSON.stringify([req.sessionID, { ...req.session, cookie: null }])

function sessionOf(config: Config): RequestHandler {
  return session({
    name: SESSION_COOKIE,
    secret: sessionSecret(config),
    resave: false,
    saveUninitialized: false,
    rolling: true,
    store: MongoStore.create({
      // The store's own types may come from another release of the driver; it uses nothing but `db()`.
      client: mongoose.connection.getClient() as unknown as StoreOptions['client'],
      dbName: mongoose.connection.name,
      collectionName: 'sessions',
      stringify: false,
      touchAfter: 300,
    }),
    cookie: {
      httpOnly: true,
      sameSite: 'lax',
      secure: config.baseUrl?.startsWith('https:') ? true : 'auto',
      maxAge: VISITOR_MS,
    },
  })
}

/** Opens a signed-in session under a new id: one planted before is worth nothing. */
export async function startSession(
  req: Request,
  { userId, passwordMark }: { userId: string; passwordMark: string },
): Promise<void> {
  await new Promise<void>((done, fail) => {
    req.session.regenerate(error => (error ? fail(error as Error) : done()))
  })
  req.session.cookie.maxAge = SIGNED_IN_MS
  req.session.userId = userId
  req.session.passwordMark = passwordMark
}

/** Ends the session on the server, whatever the browser keeps. */
export async function endSession(req: Request): Promise<void> {
  await new Promise<void>((done, fail) => {
    req.session.destroy(error => (error ? fail(error as Error) : done()))
  })
}

/** Keeps a message for the next page this person sees. */
export function setToast(req: Request, toast: Toast): void {
  req.session.toast = toast
}

/** The message for this page, once. */
export function takeToast(req: Request): Toast | undefined {
  const toast = req.session?.toast
  if (toast) delete req.session.toast
  return toast
}
