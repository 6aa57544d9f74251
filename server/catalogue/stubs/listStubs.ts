import type { PipelineStage } from 'mongoose'
import { Citation } from '../../models/Citation.ts'
import { LegalDocument } from '../../models/LegalDocument.ts'
import type { Actor } from '../../people/actor.ts'
import { hiddenFrom } from '../../people/visibleTo.ts'

export const STUBS_A_PAGE = 20

/** A document that is cited and not in the register: what is known of it is what the citations say. */
export interface StubRow {
  toKey: string
  /** As most citations print it; for a law, its name. */
  number: string
  title: string
  type: string
  /** Citations, and documents they stand in. */
  citations: number
  documents: number
  /** Some citation may mean one of several registered documents. */
  several: number
}

export interface StubList {
  rows: StubRow[]
  total: number
  page: number
}

/** Citations of the register that wait: to nothing registered, or to several, and nobody has decided. */
const WAITING = {
  isLive: true,
  state: { $in: ['missing' as const, 'several' as const] },
  decision: { $ne: 'none' as const },
}

/** Everything cited and not registered, most cited first, as far as the actor may see who cites it. */
export async function listStubs({
  actor,
  page,
}: {
  actor: Actor
  page: number
}): Promise<StubList> {
  const match = { ...WAITING, toKey: /^[npt]:/u, from: { $nin: await hiddenFrom(actor) } }
  const [counted] = await Citation.aggregate<{ total: number }>([
    { $match: match },
    { $group: { _id: '$toKey' } },
    { $count: 'total' },
  ])
  const total = counted?.total ?? 0
  const shown = Math.min(Math.max(1, page), Math.max(1, Math.ceil(total / STUBS_A_PAGE)))
  const rows = await Citation.aggregate<StubRow & { froms: unknown[] }>([
    { $match: match },
    ...grouping(),
    { $sort: { citations: -1, _id: 1 } },
    { $skip: (shown - 1) * STUBS_A_PAGE },
    { $limit: STUBS_A_PAGE },
  ])
  const list = rows.map(({ froms, ...row }) => ({ ...row, documents: froms.length }))
  return { rows: list, total, page: shown }
}

function grouping(): PipelineStage[] {
  return [
    {
      $group: {
        _id: '$toKey',
        toKey: { $first: '$toKey' },
        number: { $first: '$number' },
        title: { $max: '$title' },
        type: { $max: '$type' },
        citations: { $sum: 1 },
        several: { $sum: { $cond: [{ $eq: ['$state', 'several'] }, 1, 0] } },
        froms: { $addToSet: '$from' },
      },
    },
  ]
}

/** How many documents are registered: what an empty list says beside. */
export function countRegistered(): Promise<number> {
  return LegalDocument.countDocuments({ state: 'confirmed', origin: { $ne: 'starter' } })
}
