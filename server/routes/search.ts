import type { Request } from 'express'
import { codes, DOCUMENT_CLASSES, DOCUMENT_TYPES } from '../legal/glossary.ts'
import type { Actor } from '../people/actor.ts'
import { presentSearch } from '../presenters/search.ts'
import { searchDocuments } from '../search/searchDocuments.ts'
import type { SearchInput } from '../search/types.ts'
import type { Services } from '../services.ts'
import { renderPage } from './renderPage.ts'
import { STAFF, type Route } from './route.ts'

const MOST_QUERY = 500
const MOST_PAGE = 100

function listOf(value: unknown): string[] {
  const all = Array.isArray(value) ? value : [value]
  return all.filter((one): one is string => typeof one === 'string')
}

/** What the address asks for; values outside the closed lists are dropped. */
export function searchInput(req: Request, actor: Actor): SearchInput {
  const { q, type, year, docClass, origin, page } = req.query
  const known = (values: string[], value: unknown): string[] =>
    listOf(value).filter(one => values.includes(one))
  return {
    q: (typeof q === 'string' ? q : '').normalize('NFC').trim().slice(0, MOST_QUERY),
    filters: {
      type: known(codes(DOCUMENT_TYPES), type),
      docClass: known(codes(DOCUMENT_CLASSES), docClass),
      origin: known(['register', 'starter'], origin),
      year: listOf(year)
        .filter(one => /^(?:19|20)\d{2}$/u.test(one))
        .map(Number),
    },
    page: Math.min(MOST_PAGE, Math.max(1, Math.trunc(Number(page)) || 1)),
    actor,
  }
}

/** The search page. */
export function searchRoutes(_: Services): Route[] {
  return [
    {
      method: 'get',
      path: '/search',
      access: STAFF,
      answers: 'page',
      handle: async (req, res) => {
        const input = searchInput(req, req.actor!)
        const result = await searchDocuments(input)
        await renderPage(req, res, { view: 'search/results', model: presentSearch(input, result) })
      },
    },
  ]
}
