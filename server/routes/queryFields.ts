import type { Request } from 'express'

/** The values of a filter in the address that are known choices, each once. */
export function choicesIn<T extends string>(
  req: Request,
  { name, of }: { name: string; of: readonly T[] },
): T[] {
  const asked = [req.query[name] ?? []].flat()
  return of.filter(choice => asked.includes(choice))
}

const LAST_PAGE = 10_000

/** The page number in the address: 1 unless it is a sensible number. */
export function pageIn(req: Request): number {
  const page = Number(req.query.page)
  return Number.isInteger(page) && page >= 1 && page <= LAST_PAGE ? page : 1
}
