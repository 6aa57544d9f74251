import { type IsoDate } from '../legal/dates.ts'
import {
  forceFacts,
  forceSpans,
  forceStatus,
  type ForceAnswer,
  type ForceEvent,
  type ForceReason,
} from '../legal/forceStatus.ts'
import { FORCE_STATUSES, labelOf, type ForceStatus } from '../legal/glossary.ts'
import { t } from '../lib/labels.ts'
import type { EffectRecord } from '../models/Effect.ts'
import type { LegalDocumentRecord } from '../models/LegalDocument.ts'
import { presentBand, type BandKind } from './band.ts'
import { documentName, documentNumber, exampleMark } from './documentName.ts'
import { formatters } from './format.ts'
import { presentLamp } from './lamp.ts'
import type { BandView, LampView } from './page.ts'

/** A document with the events of its life. */
export interface Life {
  document: LegalDocumentRecord
  effects: EffectRecord[]
}
type Known = Map<string, LegalDocumentRecord>

/** One sentence on force: bold words, then words, then the document that did it. */
export interface ForceLine {
  strong: string
  text: string
  href?: string
  linkLabel?: string
  example?: string
  /** Stands behind: who states it, when nobody of the register does. */
  note?: string
}

export interface ForceView {
  lamp: LampView
  lines: ForceLine[]
  band: BandView | null
}

/** Force status of a document on a day; the one place where presenters ask. */
export function forceOn({ document, effects }: Life, day: IsoDate): ForceAnswer {
  return forceStatus(effects, forceFacts(document, day))
}

/** Lamp, sentences and life band of a document on the day viewed. */
export function presentForce(
  life: Life,
  { day, today, known }: { day: IsoDate; today: IsoDate; known: Known },
): ForceView {
  const answer = forceOn(life, day)
  const next = answer.until ? forceOn(life, answer.until) : null
  const lines = [...nowLines(answer, known), ...onlyStart(life, answer)]
  // That it begins on the day it takes effect was said already.
  const begins = answer.status === 'notYetInForce' && next?.status === 'inForce'
  if (next && answer.until && !begins) lines.push(nextLine(next, { on: answer.until, known }))
  return {
    lamp: presentLamp(answer.status),
    lines,
    band: lifeBand(life, { ticks: [day], today }),
  }
}

/** A row of the catalogue counts as in force because a source states its first day and none its end: said so. */
function onlyStart({ document }: Life, { status }: ForceAnswer): ForceLine[] {
  const isRow = document.origin === 'starter' && (status === 'inForce' || status === 'amended')
  return isRow ? [{ strong: '', text: t('documents.force.onlyStart') }] : []
}

const QUIET = ['issued', 'tookEffect']

function nowLines(answer: ForceAnswer, known: Known): ForceLine[] {
  const lines = answer.reasons
    .filter(({ key }) => !QUIET.includes(key))
    .map(reason => reasonLine(reason, known))
  if (answer.provisions.length > 0) {
    const provisions = answer.provisions.join('; ')
    lines.push({ strong: '', text: t('documents.force.provisions', { provisions }) })
  }
  return lines
}

/** «từ 01/4/2025, bị thay thế bởi Luật số 64/2025/QH15». */
export function reasonLine({ key, on, event }: ForceReason, known: Known): ForceLine {
  const words = t(`documents.force.reasons.${key}`, { date: formatters.date(on) })
  const kind = key === 'dayUnknown' && event ? event.kind : null
  const text = kind ? `${words} ${t(`documents.force.reasons.${kind}`)}` : words
  const strong = event && on ? `${t('documents.force.since', { date: formatters.date(on) })},` : ''
  return { strong, text, ...sourceLink(event, known), ...unchecked(event) }
}

/** What only the starter catalogue states says so. */
function unchecked(event: ForceEvent | undefined): { note?: string } {
  if (event?.origin !== 'starter') return {}
  return { note: t('documents.force.starter', { n: event.starter?.support ?? 0 }) }
}

function nextLine(next: ForceAnswer, { on, known }: { on: IsoDate; known: Known }): ForceLine {
  const status = labelOf(FORCE_STATUSES, next.status)
  const strong = t('documents.force.next', { status, date: formatters.date(on) })
  const reason = next.reasons.find(({ on: day, event }) => event && day === on)
  if (!reason) return { strong, text: '' }
  const { text, ...link } = reasonLine(reason, known)
  return { ...link, strong: `${strong},`, text }
}

/** Events of the register carry the id of their source. */
function idOf(source: unknown): string {
  return (source as { toString(): string }).toString()
}

function sourceLink(event: ForceEvent | undefined, known: Known) {
  const id = event?.source ? idOf(event.source) : ''
  if (!id) return {}
  const source = known.get(id)
  if (!source) return { linkLabel: t('documents.hidden') }
  return {
    href: `/documents/${id}`,
    linkLabel: documentNumber(source),
    example: exampleMark(source),
  }
}

const BAND: Record<ForceStatus, BandKind> = {
  notYetInForce: 'upcoming',
  inForce: 'inForce',
  amended: 'inForce',
  noLongerFit: 'inForce',
  undetermined: 'inForce',
  partlyExpired: 'partly',
  suspended: 'suspended',
  partlySuspended: 'suspended',
  expired: 'ended',
}

/** The life band with its ticks; nothing when no day of its life is known. */
export function lifeBand(
  { document, effects }: Life,
  { ticks, today }: { ticks: IsoDate[]; today: IsoDate },
): BandView | null {
  const spans = forceSpans(effects, forceFacts(document, today))
    .map(({ from, status }) => ({ from, kind: BAND[status] }))
    .filter((span, index, all) => span.kind !== all[index - 1]?.kind)
  if (spans.length === 0) return null
  const end = spans.find(({ kind }) => kind === 'ended')?.from
  const band = presentBand({ spans, ticks })
  const left = document.effectiveFrom
    ? t('documents.head.effective', { date: formatters.date(document.effectiveFrom) })
    : ''
  const viewed = t(ticks.includes(today) ? 'documents.head.today' : 'documents.head.day')
  // Before its life begins the day viewed stands at the left end.
  if (left && ticks.every(day => day < (document.effectiveFrom ?? '')))
    return { ...band, left: viewed, right: left }
  const rightStrong = viewed
  const right = end ? `, ${t('documents.head.ends', { date: formatters.date(end) })}` : ''
  return { ...band, ...(left && { left, rightStrong, right }) }
}

/** Name for sentences: `Luật số 80/2015/QH13`. */
export function nameOf(life: Life): string {
  return documentName(life.document)
}
