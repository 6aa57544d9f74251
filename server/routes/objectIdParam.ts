import type { Request } from 'express'
import { Types } from 'mongoose'
import { NotFound } from '../lib/errors.ts'

/**
 * The record id in the path.
 * @throws NotFound when it is not an id: `/documents/xyz` is no page
 */
export function objectIdParam(req: Request, name = 'id'): Types.ObjectId {
  const value = req.params[name]
  if (typeof value !== 'string' || !/^[\da-f]{24}$/iu.test(value)) throw new NotFound()
  return new Types.ObjectId(value)
}
