import { Types, type ClientSession } from 'mongoose'
import { audit } from '../audit/audit.ts'
import type { IsoDate } from '../legal/dates.ts'
import type { LegalDocumentRecord } from '../models/LegalDocument.ts'
import { Review, type ReviewRecord } from '../models/Review.ts'
import type { Actor } from '../people/actor.ts'
import { t } from '../lib/labels.ts'
import type { ChainLink } from './cascade.ts'
import type { Due } from './dueOn.ts'
import { groundKey, kindOfReview, type Ground } from '../legal/reviewGrounds.ts'
import { nextCode } from './nextCode.ts'
import { responsiblePeople } from './responsible.ts'
import { tell } from './tell.ts'
import { documentsBehind } from './visibleReviews.ts'

export interface NewReview {
  document: Pick<LegalDocumentRecord, '_id' | 'docClass' | 'responsibleUnit' | 'isIllustrative'>
  ground: Ground
  triggerKey: string
  trigger?: Types.ObjectId
  triggerDocument?: Types.ObjectId | null
  chain?: ChainLink[]
  depth?: number
  due: Due
  /** Set by a person, not by the rule. */
  dueSetByPerson?: boolean
  reviewer?: Types.ObjectId
  note?: string
  /** Of a review of a document nobody has registered yet. */
  stub?: ReviewRecord['stub']
  /** The sentences that order it, a line each. */
  orderQuote?: string
  /** `inProgress` for work that was going on before. */
  state?: 'open' | 'inProgress'
}

export interface Opening {
  /** Null when a job opens. */
  actor: Actor | null
  today: IsoDate
  now: Date
  session: ClientSession
}

/** A review that was opened, and who was told of it. */
export interface ReviewOpened {
  id: Types.ObjectId
  people: Types.ObjectId[]
}

/** Opens one review: code, first line of its history, a notice to whoever must act, audit. The caller has checked that it is new. */
export async function openReview(wanted: NewReview, opening: Opening): Promise<ReviewOpened> {
  const { actor, today, now, session } = opening
  const id = new Types.ObjectId()
  const unit = wanted.document.responsibleUnit ?? null
  const code = await nextCode({ name: 'review', prefix: 'RS', today }, session)
  const [review] = await Review.create([{ _id: id, code, unit, ...shape(wanted, opening) }], {
    session,
  })
  const { reviewer = null, stub, triggerDocument } = wanted
  const about = documentsBehind({ document: wanted.document._id, stub, triggerDocument })
  const people = await responsiblePeople({ reviewer, unit, about }, session)
  const told = { _id: id, dueOn: wanted.due.dueOn, isIllustrative: wanted.document.isIllustrative }
  await tell(told, { people, stage: 'opened', today }, session)
  const after = {
    code,
    document: wanted.document._id,
    ground: wanted.ground,
    dueOn: wanted.due.dueOn,
  }
  await audit(
    { action: 'reviewOpen', by: actor, at: now, targetKind: 'Review', target: id, after },
    session,
  )
  return { id: review?._id ?? id, people }
}

function shape(wanted: NewReview, opening: Opening) {
  const { document, ground, due, trigger, triggerDocument, triggerKey, reviewer } = wanted
  const { actor, today } = opening
  const kind = kindOfReview(document.docClass)
  return {
    ...{ document: document._id, kind, ground, trigger, triggerKey, reviewer },
    ...(triggerDocument && { triggerDocument }),
    groundText: t(groundKey({ ground, kind, openedOn: today })),
    chain: wanted.chain ?? [],
    depth: wanted.depth ?? 0,
    dueOn: due.dueOn,
    duePrecision: due.precision,
    dueWhy: due.why,
    dueSetByPerson: wanted.dueSetByPerson ?? false,
    openedOn: today,
    openedBy: actor?.id,
    isIllustrative: document.isIllustrative,
    ...(wanted.stub && { stub: wanted.stub }),
    state: wanted.state ?? 'open',
    orderQuote: wanted.orderQuote ?? '',
    history: [firstLine(wanted, opening)],
  }
}

function firstLine({ ground, note }: NewReview, { actor, now }: Opening) {
  const what = ground === 'manual' ? 'openedByHand' : 'opened'
  return { at: now, by: actor?.id, byName: actor?.name ?? '', what, note: note ?? '' }
}
