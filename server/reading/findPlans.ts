import { planAliases } from '../legal/plans.ts'
import type { RelationKind } from '../legal/glossary.ts'
import type { Copies } from './fold.ts'
import type { Draft } from './citation.ts'
import { emptyDraft } from './citation.ts'
import type { NameTree } from './nameTree.ts'
import { longestName, treeOf, treeOfLearned } from './nameTree.ts'
import { readIssuerAfter, readIssuerBefore } from './readIssuer.ts'
import type { Span } from './types.ts'
import {
  ANOTHER_PLAN,
  MADE_BY_NUMBER,
  OWN_PLAN,
  PLAN_CODE,
  PLAN_NOUN,
  PLAN_PERIOD,
  PLAN_STOP,
} from './patterns/plan.ts'

const REACH = 240
const MOST_WORDS = 28
/** How far a numbered document speaks of the plan it makes. */
const MAKING = 170

/** A plan's noun, the room behind it, and where the citation before it ends. */
interface Place extends Span {
  limit: number
}

interface Named {
  /** Units of the name without its years. */
  length: number
  /** Units with them. */
  whole: number
  period: string | null
  needsOwner: boolean
}

let shipped: NameTree | undefined

/**
 * Plans, programmes and projects named without a number, in order, outside the spans `taken`; `names` are those a register has
 * learned. A plan this document makes, or one said to be made by a numbered document just before, is none.
 */
export function findPlans(
  copies: Copies,
  taken: readonly Span[],
  names: readonly string[] = [],
): Draft[] {
  const found: Draft[] = []
  let from = 0
  for (const place of placesOf(copies, taken)) {
    if (place.start < from || isMade(copies, place)) continue
    const draft = readPlan(copies, place, names)
    if (!draft) continue
    found.push(draft)
    from = draft.end
  }
  return found
}

/** Where a plan's noun stands between the spans taken, with the end of the one before. */
function* placesOf(copies: Copies, taken: readonly Span[]): Generator<Place> {
  const spans = [...taken, { start: copies.text.length, end: Infinity }]
  let next = 0
  let limit = 0
  for (const { index: start } of copies.shape.matchAll(PLAN_NOUN)) {
    for (let span = spans[next]; span && span.end <= start; span = spans[++next]) limit = span.end
    const barrier = spans[next]?.start ?? 0
    if (start < barrier) yield { start, end: Math.min(barrier, start + REACH), limit }
  }
}

function isMade(copies: Copies, { start, limit }: Place): boolean {
  const before = copies.plain.slice(Math.max(0, start - 90), start)
  if (OWN_PLAN.test(before)) return true
  const between = copies.plain.slice(limit, start)
  return (
    limit > 0 && between.length < MAKING && MADE_BY_NUMBER.test(between) && !/[.;]\s/u.test(between)
  )
}

function readPlan(copies: Copies, place: Place, names: readonly string[]): Draft | null {
  const { start, end, limit } = place
  const shape = copies.shape.slice(start, end)
  const named = byCode(shape) ?? byName(copies, place, names) ?? byPeriod(shape)
  if (!named) return null
  const at = start + named.whole
  const issuer =
    readIssuerAfter(copies, at) ?? readIssuerBefore(copies, start, { limit, number: '' })
  if (named.needsOwner && !issuer) return null
  const title = copies.text
    .slice(start, start + named.length)
    .replace(/\s+/gu, ' ')
    .trim()
  return {
    ...emptyDraft(copies.text, { start, end: at }),
    form: 'plan',
    type: /^\S+\s+\S+/u.exec(title)?.[0] ?? null,
    title: title.replace(/[“”",\s(]+$/u, ''),
    period: named.period,
    issuer,
    relation: relationBefore(copies, start),
  }
}

function byCode(shape: string): Named | null {
  const length = PLAN_CODE.exec(shape)?.[0].length
  return length ? withPeriod(shape, length) : null
}

function byName(copies: Copies, { start, end }: Span, names: readonly string[]): Named | null {
  shipped ??= treeOf(planAliases())
  const trees = names.length > 0 ? [shipped, treeOfLearned(names)] : [shipped]
  const length = longestName(copies.plain.slice(start, end), trees)
  return length > 0 ? withPeriod(copies.shape.slice(start, end), length) : null
}

/** A known name, with its years when they stand right behind. */
function withPeriod(shape: string, length: number): Named {
  const after = shape.slice(length, length + 90)
  const match = PLAN_PERIOD.exec(after)
  const isBehind = match && after.slice(0, match.index).trim() === ''
  if (!isBehind) return { length, whole: length, period: null, needsOwner: false }
  const whole = length + match.index + match[0].length
  return { length, whole, period: periodOf(match), needsOwner: false }
}

/** A name up to its years, with no other sentence part between. */
function byPeriod(shape: string): Named | null {
  const match = PLAN_PERIOD.exec(shape)
  if (!match) return null
  const name = shape.slice(0, match.index)
  const rest = name.replace(/^\S+\s+\S+\s*/u, '')
  if (!isName(rest.replace(/^[“"]/u, ''))) return null
  const whole = match.index + match[0].length
  const close = /^[“"]/u.test(rest) ? /^\s?[”"]/u.exec(shape.slice(whole)) : null
  return {
    length: name.replace(/\s(?:giai\s+đoạn|thời\s+kỳ)\s*$/u, '').length,
    whole: whole + (close?.[0].length ?? 0),
    period: periodOf(match),
    needsOwner: match.groups?.year !== undefined,
  }
}

function isName(words: string): boolean {
  const name = words.trim()
  if (name.length < 4 || name.split(/\s+/u).length > MOST_WORDS) return false
  return !PLAN_STOP.test(words) && !ANOTHER_PLAN.test(words)
}

/** `2016-2020`, `đến 2030`, `2024`. */
function periodOf({ groups = {} }: RegExpExecArray): string {
  const { from, to, years, until, year } = groups
  if (from && to) return `${from}-${to}`
  return years?.replace(/\s+/gu, '') ?? (until ? `đến ${until}` : (year ?? ''))
}

function relationBefore(copies: Copies, start: number): RelationKind | null {
  const before = copies.plain.slice(Math.max(0, start - 30), start)
  if (/can\s+cu\s+$/u.test(before)) return 'basedOn'
  return /(?:thuc\s+hien|trien\s+khai)\s+$/u.test(before) ? 'implements' : null
}
