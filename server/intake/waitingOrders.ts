import type { ClientSession } from 'mongoose'
import { isWaiting } from '../legal/orderDay.ts'
import { t } from '../lib/labels.ts'
import type { LegalDocumentRecord } from '../models/LegalDocument.ts'
import type { Outside } from '../outside.ts'
import type { Actor } from '../people/actor.ts'
import { setting } from '../settings/setting.ts'
import { refuse, writeChange } from './changeDraft.ts'

/**
 * Orders nobody decided when their document enters the register: asked about, so that none gets lost; or left out, when a person said so:
 * declined by them, with the sentences in the history. Answers the document as it stands then.
 */
export async function settleWaiting(
  document: LegalDocumentRecord,
  { orders: wanted, actor, outside }: { orders: 'ask' | 'leave'; actor: Actor; outside: Outside },
  session: ClientSession,
): Promise<LegalDocumentRecord> {
  const clock = { beforeDay: await setting('beforeDay', session), today: outside.today() }
  const waiting = document.orders.filter(order => isWaiting(order, clock))
  const n = waiting.length
  if (n === 0) return document
  if (wanted === 'ask') refuse('viec', 'intake.errors.ordersWait', { n })
  const declined = { decision: 'declined' as const, decidedBy: actor.id, decidedAt: outside.now() }
  const orders = document.orders.map(one => (waiting.includes(one) ? { ...one, ...declined } : one))
  const quotes = waiting.map(({ quote }) => `“${quote.replace(/\s+/gu, ' ').trim()}”`)
  const reason = t('intake.orders.left', { n, quotes: quotes.join('; ') })
  await writeChange(
    document,
    { change: { orders }, action: 'orderDecide', after: { left: quotes }, reason, actor, outside },
    session,
  )
  return { ...document, orders, revision: document.revision + 1 } as LegalDocumentRecord
}
