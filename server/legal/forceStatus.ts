import { addDays, type IsoDate } from './dates.ts'
import type { EffectKind, ForceStatus } from './glossary.ts'

/** One event in the life of a document, as far as force is concerned. */
export interface ForceEvent {
  kind: EffectKind
  on?: IsoDate | null
  /** Named when only part of the document is touched. */
  provisions?: string | null
  /** Named when it works in part of the territory only. */
  territory?: string | null
  /** Whatever identifies the acting document; handed back with the result. */
  source?: unknown
  /** `starter`: stated by the shipped catalogue. */
  origin?: string | null
  /** `notBefore`: an event of unknown day cannot have worked earlier. */
  starter?: { support?: number | null; notBefore?: IsoDate | null } | null
  withdrawnReason?: string | null
}

export interface ForceFacts {
  /** Day asked. */
  day: IsoDate
  issuedOn?: IsoDate | null
  effectiveFrom?: IsoDate | null
  /** Last day of the stated term. */
  effectiveTo?: IsoDate | null
  /** A row of the starter catalogue: only what a source states counts. `doubtFrom`: a later version of the same law is known from then. */
  catalogue?: { doubtFrom?: IsoDate | null } | null
}

/** What the force of a stored document is computed from, on a day. */
export function forceFacts(
  document: Omit<ForceFacts, 'day' | 'catalogue'> & {
    origin?: string | null
    starter?: { doubtFrom?: IsoDate | null } | null
  },
  day: IsoDate,
): ForceFacts {
  const { issuedOn, effectiveFrom, effectiveTo, origin, starter } = document
  const catalogue = origin === 'starter' ? { doubtFrom: starter?.doubtFrom ?? null } : null
  return { day, issuedOn, effectiveFrom, effectiveTo, catalogue }
}

/** Why: a label key under `documents.force.reasons` with the event it speaks of. */
export interface ForceReason {
  key: string
  on?: IsoDate
  event?: ForceEvent
}

export interface ForceAnswer {
  status: ForceStatus
  /** First day of this status, where known. */
  since?: IsoDate
  /** First day of the next status already known. */
  until?: IsoDate
  provisions: string[]
  reasons: ForceReason[]
}

const ENDING: readonly EffectKind[] = ['replaced', 'repealed', 'expired']

/**
 * Force status of a document on a day: a pure function of its events and dates, never a stored word (Luật 64/2025 Điều 57 khoản 1: a
 * document ends when its term ends, when it is replaced, when it is repealed; part of it likewise). Events without a day and
 * withdrawn ones do not count. An issued document whose first day is not known counts as in force, and says so.
 */
export function forceStatus(effects: readonly ForceEvent[], facts: ForceFacts): ForceAnswer {
  const events = datedEvents(effects, facts)
  const said = statusOn(events, facts)
  const unknown = effects.filter(event => !event.on && !event.withdrawnReason && isChange(event))
  const reasons = unknown.map(event => ({ key: 'dayUnknown', event }))
  const answer = facts.catalogue ? asFarAsStated(said, { facts, unknown }) : said
  const until = nextChange(events, facts, said.status)
  return { ...answer, ...(until && { until }), reasons: [...answer.reasons, ...reasons] }
}

/**
 * A row of the catalogue nobody has checked is of unknown force where no source states its first day, where one says it ended and not when,
 * and once a later version of the same law is known.
 */
function asFarAsStated(
  said: ForceAnswer,
  { facts, unknown }: { facts: ForceFacts; unknown: ForceEvent[] },
): ForceAnswer {
  const { doubtFrom } = facts.catalogue ?? {}
  const nothing = { status: 'undetermined' as const, provisions: [] }
  if (said.status === 'undetermined') return { ...nothing, reasons: [{ key: 'notStated' }] }
  if (said.status === 'expired' || said.status === 'notYetInForce') return said
  if (doubtFrom && doubtFrom <= facts.day)
    return { ...nothing, reasons: [{ key: 'laterVersion', on: doubtFrom }] }
  const hasEnded = unknown.some(
    event =>
      ENDING.includes(event.kind) &&
      !isLimited(event) &&
      (event.starter?.notBefore ?? '') <= facts.day,
  )
  return hasEnded ? { ...nothing, reasons: [] } : said
}

interface DatedEvent extends ForceEvent {
  on: IsoDate
}

function isChange({ kind }: ForceEvent): boolean {
  return kind !== 'issued' && kind !== 'tookEffect'
}

/** Events that count, in order of their days; the document's own dates join as events. */
function datedEvents(effects: readonly ForceEvent[], facts: ForceFacts): DatedEvent[] {
  const { issuedOn, effectiveFrom, effectiveTo } = facts
  const own: ForceEvent[] = [
    { kind: 'issued', on: issuedOn },
    { kind: 'tookEffect', on: effectiveFrom },
    { kind: 'expired', on: effectiveTo ? addDays(effectiveTo, 1) : null },
  ]
  return [...effects, ...own]
    .filter(({ kind }) => !(facts.catalogue && kind === 'issued'))
    .filter((event): event is DatedEvent => Boolean(event.on) && !event.withdrawnReason)
    .sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)))
}

const first = (events: DatedEvent[], test: (event: DatedEvent) => boolean) => events.find(test)
const isEnd = (event: DatedEvent) => ENDING.includes(event.kind) && !isLimited(event)
/** A replacement that names provisions or a territory ends only that part. */
const isLimited = ({ provisions, territory }: ForceEvent) =>
  Boolean((provisions ?? '') || (territory ?? ''))
const isPartEnd = (event: DatedEvent) =>
  event.kind === 'partlyEnded' || (ENDING.includes(event.kind) && isLimited(event))

function statusOn(events: DatedEvent[], { day }: ForceFacts): ForceAnswer {
  const past = events.filter(({ on }) => on <= day)
  const end = first(past, isEnd)
  if (end) return answer('expired', [end])
  const start = first(events, ({ kind }) => kind === 'tookEffect')
  const issued = first(events, ({ kind }) => kind === 'issued')
  if (events.length === 0)
    return { status: 'undetermined', provisions: [], reasons: [{ key: 'noData' }] }
  const begins = start ?? issued
  if (begins && begins.on > day) {
    return { status: 'notYetInForce', provisions: [], reasons: [{ key: 'notYet', on: begins.on }] }
  }
  return changed(past) ?? running(start, issued)
}

/** What later events made of a document in force; the heaviest word wins. */
function changed(past: DatedEvent[]): ForceAnswer | undefined {
  const suspension = suspensionAmong(past)
  if (suspension && !isLimited(suspension)) return answer('suspended', [suspension])
  const partEnds = past.filter(isPartEnd)
  if (partEnds.length > 0) return answer('partlyExpired', partEnds)
  if (suspension) return answer('partlySuspended', [suspension])
  const amendments = past.filter(({ kind }) => kind === 'amended')
  return amendments.length > 0 ? answer('amended', amendments) : undefined
}

/** The suspension still running: the last one, unless force was resumed since. */
function suspensionAmong(past: DatedEvent[]): DatedEvent | undefined {
  const last = past.findLast(({ kind }) => kind === 'suspended' || kind === 'resumed')
  return last?.kind === 'suspended' ? last : undefined
}

function answer(status: ForceStatus, events: DatedEvent[]): ForceAnswer {
  return {
    status,
    ...(events[0] && { since: events[0].on }),
    provisions: [...new Set(events.map(event => event.provisions ?? '').filter(Boolean))],
    reasons: events.map(event => ({ key: event.kind, on: event.on, event })),
  }
}

function running(start: DatedEvent | undefined, issued: DatedEvent | undefined): ForceAnswer {
  if (start)
    return {
      status: 'inForce',
      since: start.on,
      provisions: [],
      reasons: [{ key: 'tookEffect', on: start.on }],
    }
  const reasons = [{ key: 'startUnknown', ...(issued && { on: issued.on }) }]
  return { status: issued ? 'inForce' : 'undetermined', provisions: [], reasons }
}

function nextChange(
  events: DatedEvent[],
  facts: ForceFacts,
  status: ForceStatus,
): IsoDate | undefined {
  const days = events.map(({ on }) => on).filter(on => on > facts.day)
  return days.find(day => statusOn(events, { ...facts, day }).status !== status)
}

/** One stretch of a document's life with one status. */
export interface ForceSpan {
  from: IsoDate
  status: ForceStatus
}

/** The whole life of a document as stretches, for the life band: the same function asked on every day something happens. */
export function forceSpans(
  effects: readonly ForceEvent[],
  facts: Omit<ForceFacts, 'day'>,
): ForceSpan[] {
  const dated = datedEvents(effects, { ...facts, day: '' }).map(({ on }) => on)
  const doubtFrom = dated.length > 0 ? facts.catalogue?.doubtFrom : null
  const days = [...dated, ...(doubtFrom ? [doubtFrom] : [])].sort()
  const spans = [...new Set(days)].map(from => ({
    from,
    status: forceStatus(effects, { ...facts, day: from }).status,
  }))
  return spans.filter((span, index) => span.status !== spans[index - 1]?.status)
}
