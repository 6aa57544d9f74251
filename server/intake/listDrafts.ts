import type { IsoDate } from '../legal/dates.ts'
import { isWaiting, type OrderClock } from '../legal/orderDay.ts'
import { Citation } from '../models/Citation.ts'
import { LegalDocument, type LegalDocumentRecord } from '../models/LegalDocument.ts'
import { User } from '../models/User.ts'
import type { Actor } from '../people/actor.ts'
import { visibleTo } from '../people/visibleTo.ts'
import { setting } from '../settings/setting.ts'

export const DRAFTS_A_PAGE = 20

export interface DraftRow {
  draft: LegalDocumentRecord & { createdAt: Date; updatedAt: Date }
  by: string
  citations: number
  /** Places a person has to decide on. */
  open: number
}

export interface DraftList {
  rows: DraftRow[]
  total: number
  page: number
}

/** Drafts that wait for a person, newest first. */
export async function listDrafts({
  actor,
  page,
  today,
}: {
  actor: Actor
  page: number
  today: IsoDate
}): Promise<DraftList> {
  const filter = { $and: [{ state: 'draft' as const }, visibleTo(actor)] }
  const total = await LegalDocument.countDocuments(filter)
  const last = Math.max(1, Math.ceil(total / DRAFTS_A_PAGE))
  const shown = Math.min(Math.max(1, page), last)
  const drafts = await LegalDocument.find(filter)
    .select('+orders')
    .sort({ updatedAt: -1 })
    .skip((shown - 1) * DRAFTS_A_PAGE)
    .limit(DRAFTS_A_PAGE)
    .lean<DraftRow['draft'][]>()
  return {
    rows: await withCounts(drafts, { today, beforeDay: await setting('beforeDay') }),
    total,
    page: shown,
  }
}

async function withCounts(drafts: DraftRow['draft'][], clock: OrderClock): Promise<DraftRow[]> {
  const [counts, people] = await Promise.all([
    Citation.aggregate<{ _id: { from: unknown; state: string }; n: number }>([
      { $match: { from: { $in: drafts.map(({ _id }) => _id) } } },
      { $group: { _id: { from: '$from', state: '$state' }, n: { $sum: 1 } } },
    ]),
    User.find({ _id: { $in: drafts.map(({ createdBy }) => createdBy) } }, { name: 1 }).lean(),
  ])
  const names = new Map(people.map(({ _id, name }) => [String(_id), name]))
  return drafts.map(draft => {
    const own = counts.filter(({ _id }) => String(_id.from) === String(draft._id))
    const sum = (states: string[]) =>
      own.filter(({ _id }) => states.includes(_id.state)).reduce((total, { n }) => total + n, 0)
    return {
      draft,
      by: names.get(String(draft.createdBy)) ?? '',
      citations: sum(['linked', 'several', 'missing']),
      open:
        sum(['several']) +
        draft.orders.filter(order => isWaiting(order, clock)).length +
        draft.evidence.filter(({ doubt, field }) => doubt && !draft.decidedFields.includes(field))
          .length,
    }
  })
}
