import type { ClientSession } from 'mongoose'
import type { LegalDocumentRecord, OrderRecord } from '../models/LegalDocument.ts'
import type { ChangeAnswer } from './answers.ts'
import { changeDocument, refuse, writeChange, type FormOrigin } from './changeDraft.ts'
import type { Corrections } from './corrections.ts'
import { withValues } from './orderCorrections.ts'
import { proposalOf, proposalRules, valuesOf } from './orderProposal.ts'
import { writeCorrections } from './saveCorrections.ts'

export type OrderDecision = OrderRecord['decision']

/**
 * A person takes an order of a draft (a task or a review opens with the registration), declines it, or takes the decision back
 * (''). What stands in its fields is saved with it. A task needs a unit and a day; a review is given both by its rules.
 */
export async function decideOrder(
  form: FormOrigin & { corrections: Corrections; order: number; decision: OrderDecision },
): Promise<ChangeAnswer> {
  const { order: index, decision, actor, outside } = form
  return changeDocument(form, async (draft, session) => {
    const saved = await writeCorrections(draft, form, session)
    const order = saved.orders[index]
    if (!order) refuse('orders', 'intake.errors.orderGone')
    const settled = decision === 'accepted' ? await settle(order, session) : order
    if (decision === 'accepted') mayAccept(settled, index)
    const decided = { ...settled, decision, decidedBy: actor.id, decidedAt: outside.now() }
    const orders = saved.orders.map((one, at) => (at === index ? decided : one))
    const { quote, typedUnit: unit, typedDueOn: dueOn, typedAction: action } = settled
    await writeChange(
      saved,
      {
        ...{ change: { orders }, action: 'orderDecide', actor, outside },
        before: { decision: order.decision },
        after: { decision, quote, unit, dueOn, action },
      },
      session,
    )
    return {}
  })
}

/** What is taken is what stands in the fields, typed or proposed. */
async function settle(order: OrderRecord, session: ClientSession): Promise<OrderRecord> {
  const proposed = proposalOf(order, await proposalRules(session))
  return withValues(order, valuesOf(order, proposed))
}

function mayAccept(order: OrderRecord, index: number): void {
  if (order.isReview) return
  if (!order.typedUnit) refuse(`orderUnit-${index}`, 'intake.errors.orderUnit')
  if (!order.typedDueOn) refuse(`orderDay-${index}`, 'intake.errors.orderDay')
  if (!order.typedAction) refuse(`orderAction-${index}`, 'intake.errors.orderAction')
}

/** Accepted orders of a document, with their place in its list. */
export function acceptedOrders({
  orders,
}: Pick<LegalDocumentRecord, 'orders'>): { order: OrderRecord; index: number }[] {
  return orders
    .map((order, index) => ({ order, index }))
    .filter(({ order }) => order.decision === 'accepted')
}
