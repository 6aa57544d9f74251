import type { Request } from 'express'
import { FACETS, LIST_STATES, type DocumentFilters } from '../catalogue/documents/documentFilter.ts'
import { listDocuments, SORTS, type DocumentSort } from '../catalogue/documents/listDocuments.ts'
import { actorOf } from '../middleware/requireUser.ts'
import { presentDocumentList } from '../presenters/documentList.ts'
import type { Services } from '../services.ts'
import { documentChangeRoutes } from './documentChanges.ts'
import { lookAtImpact } from './documentImpact.ts'
import { sendDocument, tabAsked } from './documentPage.ts'
import { renderPage } from './renderPage.ts'
import { STAFF, type Route } from './route.ts'

const MOST_VALUES = 40

/** Filters as the address says; each value is only ever compared, never run. */
function filtersAsked(req: Request): DocumentFilters {
  const filters: DocumentFilters = {
    state: LIST_STATES.find(state => state === req.query.state) ?? 'confirmed',
  }
  for (const facet of FACETS) {
    const values = [req.query[facet] ?? []].flat().filter(value => typeof value === 'string')
    if (values.length > 0) filters[facet] = [...new Set(values)].slice(0, MOST_VALUES)
  }
  return filters
}

function sortAsked(req: Request): DocumentSort {
  const names = Object.keys(SORTS) as DocumentSort[]
  return names.find(name => name === req.query.sort) ?? 'issued'
}

/** The page number of the address; 1 for anything that is none. */
export function pageAsked(req: Request): number {
  const page = Number(req.query.page)
  return Number.isInteger(page) && page > 0 ? Math.min(page, 100_000) : 1
}

/** The register: its list, one document with its tabs, what a change would touch, and the changes themselves. */
export function documentRoutes(services: Services): Route[] {
  const page = { method: 'get' as const, access: STAFF, answers: 'page' as const }
  return [
    {
      ...page,
      path: '/documents',
      handle: async (req, res) => {
        const asked = { filters: filtersAsked(req), sort: sortAsked(req) }
        const list = await listDocuments({ ...asked, page: pageAsked(req), actor: actorOf(req) })
        const model = presentDocumentList(list, asked)
        await renderPage(req, res, { view: 'documents/list', model })
      },
    },
    {
      ...page,
      path: '/documents/:id',
      handle: (req, res) => sendDocument(req, res, { services, tab: tabAsked(req) }),
    },
    {
      ...page,
      path: '/documents/:id/impact',
      handle: (req, res) => lookAtImpact(req, res, services),
    },
    ...documentChangeRoutes(services),
  ]
}
