import type { Types } from 'mongoose'
import type { IsoDate } from '../../legal/dates.ts'
import { Effect, type EffectRecord } from '../../models/Effect.ts'
import { LegalDocument } from '../../models/LegalDocument.ts'
import { projectForceStatus } from '../effects/projectForceStatus.ts'
import type { StarterEvent } from './relationRows.ts'
import type { DocumentsWritten } from './writeDocuments.ts'
import { writeInBatches, type Planned, type Writing, type Written } from './writeInBatches.ts'

/** What a registered document says of its own first and last day. */
type OwnDays = Map<string, { effectiveFrom?: string | null; effectiveTo?: string | null }>

/**
 * Writes the dated events the catalogue states. On a registered document they stand where it and its texts say nothing; no review opens
 * by them. One a person took back stays taken back. The status of what they touch follows in the same transaction; that of rows this load
 * added (`added`) was written with them.
 */
export async function writeEvents(
  events: StarterEvent[],
  { registered, added }: Pick<DocumentsWritten, 'registered' | 'added'>,
  writing: Writing & { today: IsoDate },
): Promise<Written> {
  const days = await ownDays([...registered.values()])
  const placed = events.flatMap(event => placesOf(event, { registered, days }))
  const [kept, stated] = await Promise.all([keptEvents(), statedPairs([...registered.values()])])
  const planned: Planned[] = []
  for (const event of placed) {
    const before = kept.get(keyOf(event))
    if (before === event.starter.print || stated.has(pairOf(event))) continue
    const op = operation(event, writing.today, before !== undefined)
    const isCounted = added.has(String(event.target))
    planned.push({ op, isNew: !before, ...(!isCounted && { touches: event.target }) })
  }
  return writeInBatches(
    async (ops, session, batch) => {
      await Effect.bulkWrite(ops as never[], { session })
      const touched = batch.flatMap(({ touches = [] }) => touches)
      await projectForceStatus(touched, writing.today, session)
    },
    { planned, all: placed.length },
    writing,
  )
}

/**
 * Where an event of a row is written: what another document does, at the registered document in its place; the row's own days at the row
 * and, where the registered document is silent, there too.
 */
export function placesOf(
  event: StarterEvent,
  { registered, days }: { registered: Map<string, Types.ObjectId>; days: OwnDays },
): StarterEvent[] {
  const target = registered.get(String(event.target))
  if (event.source) {
    const source = registered.get(String(event.source)) ?? event.source
    return [{ ...event, source, target: target ?? event.target }]
  }
  return target && isSilent(event, days.get(String(target)) ?? {})
    ? [event, { ...event, target }]
    : [event]
}

/** Whether a registered document leaves open what an own event of its row states. */
export function isSilent(
  { kind }: Pick<StarterEvent, 'kind'>,
  own: { effectiveFrom?: string | null; effectiveTo?: string | null },
): boolean {
  if (kind === 'tookEffect') return !own.effectiveFrom
  return kind === 'expired' && !own.effectiveTo
}

async function ownDays(ids: Types.ObjectId[]): Promise<OwnDays> {
  const documents = await LegalDocument.find(
    { _id: { $in: ids } },
    'effectiveFrom effectiveTo',
  ).lean()
  return new Map(documents.map(document => [String(document._id), document]))
}

function operation(event: StarterEvent, today: IsoDate, isKnown: boolean): Planned['op'] {
  const { target, kind, source, on, provisions, starter } = event
  const said = { provisions, starter, ...(on && { on }) }
  const filter = { target, kind, source }
  if (isKnown)
    return { updateOne: { filter: { ...filter, origin: 'starter' }, update: { $set: said } } }
  const update = { $setOnInsert: { ...said, origin: 'starter', recordedOn: today } }
  return { updateOne: { filter, update, upsert: true } }
}

function keyOf({ target, kind, source }: Pick<StarterEvent, 'target' | 'kind' | 'source'>): string {
  return `${String(target)}|${kind}|${String(source ?? '')}`
}

async function keptEvents(): Promise<Map<string, string>> {
  const events = await Effect.find({ origin: 'starter' }, 'target kind source starter.print').lean<
    EffectRecord[]
  >()
  return new Map(
    events.map(event => [
      keyOf({ ...event, source: event.source ?? null }),
      event.starter?.print ?? '',
    ]),
  )
}

/** Which document did something to which, as texts and people of the register state it: there the catalogue is silent. */
async function statedPairs(ids: Types.ObjectId[]): Promise<Set<string>> {
  const events = await Effect.find(
    {
      origin: { $ne: 'starter' },
      source: { $ne: null },
      $or: [{ target: { $in: ids } }, { source: { $in: ids } }],
    },
    'target source',
  ).lean<EffectRecord[]>()
  return new Set(events.map(event => pairOf({ ...event, source: event.source ?? null })))
}

function pairOf({ target, source }: Pick<StarterEvent, 'target' | 'source'>): string {
  return source ? `${String(target)}|${String(source)}` : ''
}
