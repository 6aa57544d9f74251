import type { ClientSession, Types } from 'mongoose'
import type { IsoDate } from '../legal/dates.ts'
import { Effect, type EffectRecord } from '../models/Effect.ts'
import { Review } from '../models/Review.ts'
import type { Actor } from '../people/actor.ts'
import { setting } from '../settings/setting.ts'
import { cascade, type Reached } from './cascade.ts'
import { dueOn } from './dueOn.ts'
import { dueRules, type DueRules } from './dueRules.ts'
import { TRIGGERING_EFFECTS } from '../legal/reviewGrounds.ts'
import { openReview, type Opening, type ReviewOpened } from './openReview.ts'

export interface OpenedReviews {
  count: number
  ids: Types.ObjectId[]
  /** Who was told, each once. */
  people: string[]
}

/** Several openings as one: each person is told of them once. */
export function openedReviews(opened: ReviewOpened[]): OpenedReviews {
  const ids = opened.map(({ id }) => id)
  const people = opened.flatMap(one => one.people.map(String))
  return { count: ids.length, ids, people: [...new Set(people)] }
}

/**
 * Opens the reviews that new effects call for: one on each own document touched, in the transaction of the save that
 * recorded them. Doing it again changes nothing, not even after such a review was closed; neither do two at once: the
 * effect is written first, so the second transaction meets the first and is tried again.
 */
export async function openReviewsFor({
  effects,
  actor,
  today,
  now,
  session,
}: {
  effects: EffectRecord[]
  actor: Actor | null
  today: IsoDate
  now: Date
  session: ClientSession
}): Promise<OpenedReviews> {
  const opening: Opening = { actor, today, now, session }
  const rules = await dueRules(today, session)
  const opened: ReviewOpened[] = []
  for (const effect of effects) {
    if (!TRIGGERING_EFFECTS.includes(effect.kind) || effect.withdrawnReason) continue
    opened.push(...(await openForEffect(effect, { opening, rules })))
  }
  return openedReviews(opened)
}

interface Context {
  opening: Opening
  rules: DueRules
}

async function openForEffect(effect: EffectRecord, { opening, rules }: Context) {
  const { session, now } = opening
  await Effect.updateOne(
    { _id: effect._id },
    { $set: { cascadedAt: effect.cascadedAt ?? now }, $currentDate: { updatedAt: true } },
    { session, timestamps: false },
  )
  const siblings = await sameChange(effect, session)
  const { toOpen } = await cascade(
    {
      target: effect.target,
      kind: effect.kind,
      source: effect.source ?? null,
      on: effect.on ?? null,
      quote: effect.quote,
      depthLimit: await setting('cascadeDepth', session),
    },
    session,
  )
  const opened = []
  for (const reached of toOpen) {
    if (await wasOpened(reached, siblings, session)) continue
    opened.push(await openOne(reached, { effect, opening, rules }))
  }
  return opened
}

/** All effects of the same document on the same target: amending Điều 3 and ending Điều 5 is one change to review. */
async function sameChange(effect: EffectRecord, session: ClientSession): Promise<string[]> {
  if (!effect.source) return [String(effect._id)]
  const rows = await Effect.find({ source: effect.source, target: effect.target }, { _id: 1 })
    .session(session)
    .lean()
  return rows.map(({ _id }) => String(_id))
}

async function wasOpened(
  { document, ground }: Reached,
  triggerKeys: string[],
  session: ClientSession,
): Promise<boolean> {
  const found = await Review.exists({
    document: document._id,
    ground,
    triggerKey: { $in: triggerKeys },
  }).session(session)
  return found !== null
}

function openOne(
  { document, ground, chain, depth }: Reached,
  { effect, opening, rules }: Context & { effect: EffectRecord },
) {
  const due = dueOn({ recordedOn: effect.recordedOn, effectiveOn: effect.on ?? null, ...rules })
  return openReview(
    {
      document,
      ground,
      triggerKey: String(effect._id),
      trigger: effect._id,
      triggerDocument: effect.source ?? null,
      chain,
      depth,
      due,
    },
    opening,
  )
}
