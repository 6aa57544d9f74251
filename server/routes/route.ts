import type { Request, RequestHandler, Response } from 'express'
import type { AuditAction } from '../audit/actions.ts'
import type { Role } from '../legal/glossary.ts'

/** Who may use a route: roles, everyone signed in, or the public for a stated reason. */
export type Access = readonly Role[] | 'signedIn' | { public: string }

interface RouteBase {
  /** Express path: `/documents/:id`. */
  path: string
  access: Access
  handle: (req: Request, res: Response) => void | Promise<void>
  /** Middleware that must run before the CSRF check, such as file upload. */
  before?: RequestHandler[]
}

/** A page or a file. `answers` tells the page walk what to expect. */
export interface ReadingRoute extends RouteBase {
  method: 'get'
  answers: 'page' | 'file' | 'json' | 'redirect'
}

/** A form. It names the audit entries it may leave, or the reason why it leaves none. */
export interface WritingRoute extends RouteBase {
  method: 'post'
  audit: readonly AuditAction[] | { none: string }
}

/** One line of the table of routes. */
export type Route = ReadingRoute | WritingRoute

export const STAFF = ['reader', 'clerk', 'reviewer', 'legalLead', 'admin'] as const
export const INTAKE = ['clerk', 'legalLead', 'admin'] as const
export const REVIEWING = ['reviewer', 'legalLead'] as const
export const LEADING = ['legalLead'] as const
export const ADMINISTERING = ['admin'] as const
