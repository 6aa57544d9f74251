import { addDays, type IsoDate } from '../legal/dates.ts'
import type { EffectKind } from '../legal/glossary.ts'
import { Effect, type EffectRecord } from '../models/Effect.ts'
import { LegalDocument, type LegalDocumentRecord } from '../models/LegalDocument.ts'
import { Review } from '../models/Review.ts'
import type { Actor } from '../people/actor.ts'
import { hiddenFrom, visibleTo } from '../people/visibleTo.ts'
import { glance, glances, type DocumentGlance } from '../review/documentGlance.ts'
import { TRIGGERING_EFFECTS } from '../legal/reviewGrounds.ts'

/** Something that just changed in the register: a document changed another, or one was registered. */
export interface RecentChange {
  on: IsoDate
  document: DocumentGlance
  kind: EffectKind | 'registered'
  target: DocumentGlance | null
  effectiveOn: IsoDate | null
  reviews: number
}

const DAYS_BACK = 30
const MOST = 5

/** The newest changes of the last thirty days, as far as this person may see them. */
export async function recentChanges(actor: Actor, today: IsoDate): Promise<RecentChange[]> {
  const since = addDays(today, -DAYS_BACK)
  const [made, registered] = await Promise.all([
    madeChanges(actor, since),
    newDocuments(actor, since),
  ])
  const shown = new Set(made.map(({ document }) => document.id))
  return [...made, ...registered.filter(({ document }) => !shown.has(document.id))]
    .sort((a, b) => b.on.localeCompare(a.on))
    .slice(0, MOST)
}

async function madeChanges(actor: Actor, since: IsoDate): Promise<RecentChange[]> {
  const hidden = await hiddenFrom(actor)
  const effects = await Effect.find({
    kind: { $in: [...TRIGGERING_EFFECTS] },
    recordedOn: { $gte: since },
    withdrawnReason: '',
    origin: { $ne: 'starter' },
    target: { $nin: hidden },
    source: { $nin: [...hidden, null] },
  })
    .sort({ recordedOn: -1, _id: -1 })
    .limit(MOST)
    .lean<EffectRecord[]>()
  const known = await glances(
    effects.flatMap(({ source, target }) => [source ?? [], target].flat()),
  )
  const rows = effects.map(async effect => {
    const document = known.get(String(effect.source))
    if (!document) return []
    const reviews = await Review.countDocuments({
      trigger: effect._id,
      document: { $nin: hidden },
    })
    const target = known.get(String(effect.target)) ?? null
    const { recordedOn: on, kind } = effect
    return [{ on, document, kind, target, effectiveOn: effect.on ?? null, reviews }]
  })
  return (await Promise.all(rows)).flat()
}

async function newDocuments(actor: Actor, since: IsoDate): Promise<RecentChange[]> {
  const documents = await LegalDocument.find({
    $and: [{ state: 'confirmed', registeredOn: { $gte: since } }, visibleTo(actor)],
  })
    .sort({ registeredOn: -1, _id: -1 })
    .limit(MOST)
    .lean<LegalDocumentRecord[]>()
  return documents.map(document => ({
    on: document.registeredOn ?? since,
    document: glance(document),
    kind: 'registered' as const,
    target: null,
    effectiveOn: null,
    reviews: 0,
  }))
}
