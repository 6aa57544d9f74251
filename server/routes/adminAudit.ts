import type { Request } from 'express'
import { AUDIT_ACTIONS } from '../audit/actions.ts'
import { firstBrokenEntry } from '../audit/audit.ts'
import { AUDIT_PAGE, listEntries } from '../audit/listEntries.ts'
import { presentAudit } from '../presenters/adminAudit.ts'
import type { Services } from '../services.ts'
import { renderPage } from './renderPage.ts'
import { ADMINISTERING, type Route } from './route.ts'

/** The log of everything written. */
export function auditRoutes(_services: Services): Route[] {
  return [
    {
      method: 'get',
      path: '/admin/audit',
      access: ADMINISTERING,
      answers: 'page',
      async handle(req, res) {
        const page = pageOf(req)
        const action = AUDIT_ACTIONS.find(code => code === req.query.action) ?? null
        const found = await listEntries({ page, action })
        const brokenAt = req.query.check === '1' ? ((await firstBrokenEntry()) ?? 0) : null
        const facts = { ...found, page, action, brokenAt, size: AUDIT_PAGE }
        const model = presentAudit({ ...facts, actions: AUDIT_ACTIONS })
        await renderPage(req, res, { view: 'admin/audit', model })
      },
    },
  ]
}

function pageOf(req: Request): number {
  const { page } = req.query
  return typeof page === 'string' && /^[1-9]\d{0,5}$/u.test(page) ? Number(page) : 1
}
