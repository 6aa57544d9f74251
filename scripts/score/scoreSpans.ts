import { numberKey, wordsKey } from './keys.ts'
import type { LabelledCitation } from './passage.ts'
import { citationKey } from './sides.ts'
import type { Sides } from './sides.ts'
import type { Tally } from './tally.ts'

interface Mention {
  key: string
  start: number
  end: number
  optional: boolean
  taken: boolean
}

/** Compares mentions one by one: the same key, and at least half of both spans together in common. */
export function scoreSpans(tally: Tally, sides: Sides): { missed: string[]; extra: string[] } {
  const mentions = sides.passage.citations.flatMap(mentionOf)
  const extra: string[] = []
  for (const citation of sides.predicted) {
    const verdict = place(citation, mentions, sides)
    if (verdict === 'right') tally.right++
    if (verdict === 'wrong') extra.push(shown(citation, sides))
  }
  tally.extra += extra.length
  const missed = mentions.filter(({ optional, taken }) => !optional && !taken)
  tally.missed += missed.length
  return { missed: missed.map(mention => shown(mention, sides)), extra }
}

function mentionOf(citation: LabelledCitation): Mention[] {
  const key = citationKey(citation)
  const { start, end } = citation
  if (!key || typeof start !== 'number' || typeof end !== 'number') return []
  return [{ key, start, end, optional: Boolean(citation.optional), taken: false }]
}

function place(
  citation: LabelledCitation,
  mentions: Mention[],
  sides: Sides,
): 'right' | 'wrong' | 'free' {
  const key = citationKey(citation)
  if (!key) return 'free'
  const { start, end, quote } = citation
  if (typeof start === 'number' && typeof end === 'number' && end > start) {
    if (typeof quote === 'string' && quote !== sides.passage.text.slice(start, end)) return 'wrong'
    const hit = mentions.find(
      mention => !mention.taken && mention.key === key && overlaps(mention, { start, end }),
    )
    if (hit) {
      hit.taken = true
      return hit.optional ? 'free' : 'right'
    }
  }
  return isFree(citation, sides) ? 'free' : 'wrong'
}

function overlaps(one: { start: number; end: number }, other: { start: number; end: number }) {
  const common = Math.min(one.end, other.end) - Math.max(one.start, other.start)
  return 2 * common >= Math.max(one.end, other.end) - Math.min(one.start, other.start)
}

/** Optional, or a name that is part of a labelled one. */
function isFree(citation: LabelledCitation, { ignored, titles }: Sides): boolean {
  if (ignored.has(citationKey(citation))) return true
  if (numberKey(citation.number)) return false
  const name = wordsKey(citation.title) ?? ''
  return titles.some(title => title?.includes(name))
}

function shown(
  { start, end, ...rest }: { start?: number | null; end?: number | null; number?: string | null },
  { passage }: Sides,
): string {
  const words = passage.text.slice(start ?? 0, end ?? 0).replace(/\s+/gu, ' ')
  return `${start ?? '?'}-${end ?? '?'} ${words}${rest.number ? ` (${rest.number})` : ''}`
}
