import { addDays, daysBetween, type IsoDate } from '../legal/dates.ts'
import { t } from '../lib/labels.ts'
import { formatters } from './format.ts'

export type BandKind = 'upcoming' | 'inForce' | 'partly' | 'suspended' | 'ended'

export interface BandView {
  label: string
  segments: { x: string; width: string; kind: BandKind }[]
  ticks: { x: string }[]
  left?: string
  right?: string
  rightStrong?: string
}

export interface BandFacts {
  /** Stretches of the life in order; each lasts until the next begins. */
  spans: { from: IsoDate; kind: BandKind }[]
  /** Days marked on the band: the day viewed, the day of a citation. */
  ticks: IsoDate[]
  /** First and last day drawn; by default the life and its ticks with a little air. */
  from?: IsoDate
  to?: IsoDate
}

const AIR_DAYS = 60

/** The life band (dải hiệu lực) as an SVG in hundredths of its width. */
export function presentBand(facts: BandFacts): BandView {
  const { from, to } = scaleOf(facts)
  const place = (day: IsoDate) => percent({ day, from, to })
  const segments = facts.spans.map((span, index) => {
    const x = place(span.from)
    const end = place(facts.spans[index + 1]?.from ?? to)
    return { x: print(x), width: print(Math.max(0, end - x)), kind: span.kind }
  })
  const ticks = facts.ticks.map(day => ({ x: print(Math.min(place(day), 99.6)) }))
  return { label: labelOf(facts), segments, ticks }
}

function scaleOf({ spans, ticks, from, to }: BandFacts): { from: IsoDate; to: IsoDate } {
  const days = [...spans.map(span => span.from), ...ticks].sort()
  const last = days.at(-1) ?? ''
  return { from: from ?? days[0] ?? '', to: to ?? (last && addDays(last, AIR_DAYS)) }
}

function percent({ day, from, to }: { day: IsoDate; from: IsoDate; to: IsoDate }): number {
  const length = Math.max(1, daysBetween({ from, to }))
  return Math.min(100, Math.max(0, (daysBetween({ from, to: day }) / length) * 100))
}

function print(hundredths: number): string {
  return hundredths.toFixed(1)
}

function labelOf({ spans, ticks }: BandFacts): string {
  const parts = spans.map((span, index) =>
    t(`components.band.${span.kind}`, {
      from: formatters.date(span.from),
      to: formatters.date(spans[index + 1]?.from),
    }),
  )
  const marks = ticks.map(day => t('components.band.tick', { date: formatters.date(day) }))
  return t('components.band.label', { text: [...parts, ...marks].join('; ') })
}
