import { Types } from 'mongoose'
import type { IsoDate } from '../legal/dates.ts'
import type { EffectKind, ReviewKind } from '../legal/glossary.ts'
import { Review } from '../models/Review.ts'
import { Unit } from '../models/Unit.ts'
import type { Actor } from '../people/actor.ts'
import { hiddenFrom } from '../people/visibleTo.ts'
import { setting } from '../settings/setting.ts'
import { cascade, type Reached } from './cascade.ts'
import { glance, glances, type DocumentGlance } from './documentGlance.ts'
import { dueOn, type Due } from './dueOn.ts'
import { dueRules } from './dueRules.ts'
import { kindOfReview } from '../legal/reviewGrounds.ts'

export interface CascadeItem extends DocumentGlance {
  ground: 'basisChanged' | 'selfChanged'
  kind: ReviewKind
  depth: number
  chain: { document: DocumentGlance; relation: string; quote: string }[]
  /** Null: the queue of the legal lead. */
  unit: { id: string; name: string } | null
  /** Null when `today` was not given. */
  due: Due | null
  /** A review of this document is open already, for whatever ground. */
  hasOpenReview: boolean
}

export interface CascadePreview {
  toOpen: CascadeItem[]
  others: CascadeItem[]
  expired: CascadeItem[]
}

export interface PreviewWanted {
  target: Types.ObjectId
  kind: EffectKind
  /** What the actor may not see is left out. */
  actor: Actor | null
  source?: Types.ObjectId | null
  on?: IsoDate | null
  quote?: string
  today?: IsoDate
}

/** What a change would touch, before anyone agrees to it. Nothing is written. */
export async function previewCascade(wanted: PreviewWanted): Promise<CascadePreview> {
  const depthLimit = await setting('cascadeDepth')
  const found = await cascade({ ...wanted, depthLimit })
  const hidden = new Set((await hiddenFrom(wanted.actor)).map(String))
  const shown = (rows: Reached[]) =>
    rows.filter(({ chain }) => chain.every(link => !hidden.has(String(link.document))))
  const rows = {
    toOpen: shown(found.toOpen),
    others: shown(found.others),
    expired: shown(found.expired),
  }
  const complete = await completer(Object.values(rows).flat(), wanted)
  return {
    toOpen: rows.toOpen.map(complete),
    others: rows.others.map(complete),
    expired: rows.expired.map(complete),
  }
}

/** Loads what all rows need at once; the returned function makes one row of the page. */
async function completer(
  rows: Reached[],
  wanted: PreviewWanted,
): Promise<(reached: Reached) => CascadeItem> {
  const ids = rows.flatMap(({ chain }) => chain.map(({ document }) => document))
  const known = await glances(ids)
  const units = await unitNames(rows)
  const busy = await Review.distinct('document', { document: { $in: ids }, isOpen: true })
  const open = new Set(busy.map(String))
  const due = await dueOf(wanted)
  return ({ document, ground, depth, chain }) => ({
    ...glance(document),
    ground,
    kind: kindOfReview(document.docClass),
    depth,
    chain: chain.flatMap(link => {
      const one = known.get(String(link.document))
      return one ? [{ document: one, relation: link.relation, quote: link.quote }] : []
    }),
    unit: units.get(String(document.responsibleUnit ?? '')) ?? null,
    due,
    hasOpenReview: open.has(String(document._id)),
  })
}

async function dueOf({ today, on }: PreviewWanted): Promise<Due | null> {
  if (!today) return null
  return dueOn({ recordedOn: today, effectiveOn: on ?? null, ...(await dueRules(today)) })
}

async function unitNames(rows: Reached[]): Promise<Map<string, { id: string; name: string }>> {
  const ids = rows.flatMap(({ document }) => document.responsibleUnit ?? [])
  const units = await Unit.find({ _id: { $in: ids } }, { name: 1 }).lean()
  return new Map(units.map(({ _id, name }) => [String(_id), { id: String(_id), name }]))
}

export type { DocumentGlance }
