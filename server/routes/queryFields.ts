import type { Request } from 'express'
import { Types } from 'mongoose'

/** The values of a filter in the address that are known choices, each once. */
export function choicesIn<T extends string>(
  req: Request,
  { name, of }: { name: string; of: readonly T[] },
): T[] {
  const asked = [req.query[name] ?? []].flat()
  return of.filter(choice => asked.includes(choice))
}

/** The ids of a filter in the address, each once. */
export function idsIn(req: Request, name: string): Types.ObjectId[] {
  const asked = [req.query[name] ?? []].flat().map(String)
  const ids = asked.filter(id => /^[\da-f]{24}$/u.test(id)).slice(0, MOST_IDS)
  return [...new Set(ids)].map(id => new Types.ObjectId(id))
}

const MOST_IDS = 100
const LAST_PAGE = 10_000

/** The page number in the address: 1 unless it is a sensible number. */
export function pageIn(req: Request): number {
  const page = Number(req.query.page)
  return Number.isInteger(page) && page >= 1 && page <= LAST_PAGE ? page : 1
}
