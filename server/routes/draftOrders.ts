import type { Request } from 'express'
import { decideOrder, type OrderDecision } from '../intake/decideOrder.ts'
import { NotFound } from '../lib/errors.ts'
import type { Services } from '../services.ts'
import { handleDraftForm } from './draftForm.ts'
import { backTo } from './draftPages.ts'
import { INTAKE, type Route } from './route.ts'

/** What may be done with an order read in a draft. */
const DECISIONS: Record<string, { decision: OrderDecision; toast: string }> = {
  accept: { decision: 'accepted', toast: 'orderAccepted' },
  decline: { decision: 'declined', toast: 'orderDeclined' },
  restore: { decision: '', toast: 'orderRestored' },
}

/** Buttons at the orders of a draft. Each sends the whole form, which is saved with it. */
export function draftOrderRoutes(services: Services): Route[] {
  return Object.entries(DECISIONS).map(([act, { decision, toast }]) => ({
    method: 'post',
    path: `/drafts/:id/orders/:order/${act}`,
    access: INTAKE,
    audit: ['draftSave', 'citationResolve', 'orderDecide'],
    handle: (req, res) => {
      const order = orderOf(req)
      return handleDraftForm(
        { req, res, services },
        form => decideOrder({ ...form, order, decision }),
        (_, { id }) => backTo(id, toast, `#o-${order}`),
      )
    },
  }))
}

/** The place of the order in the list. */
function orderOf(req: Request): number {
  const { order } = req.params
  if (typeof order !== 'string' || !/^\d{1,3}$/u.test(order)) throw new NotFound()
  return Number(order)
}
