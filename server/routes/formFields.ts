import type { Request } from 'express'

/** What a form sent, as NFC text without blanks around: never an object, whatever was posted. */
export function textField(req: Request, name: string): string {
  return secretField(req, name).trim()
}

/** A password as typed: blanks belong to it. */
export function secretField(req: Request, name: string): string {
  const body = (req.body ?? {}) as Record<string, unknown>
  const value = body[name]
  return (typeof value === 'string' ? value : '').normalize('NFC')
}

/** The values of ticked boxes of one name. */
export function listField(req: Request, name: string): string[] {
  const body = (req.body ?? {}) as Record<string, unknown>
  return [body[name] ?? []].flat().filter(value => typeof value === 'string')
}

/** The revision the form was made from; -1, which no record has, when it is missing or not a number. */
export function revisionField(req: Request): number {
  const value = textField(req, 'revision')
  return /^\d{1,9}$/u.test(value) ? Number(value) : -1
}
