import { Citation } from '../models/Citation.ts'
import { LegalDocument, type LegalDocumentRecord } from '../models/LegalDocument.ts'
import { numberKey, parseNumber, type NumberParts } from '../legal/documentNumber.ts'
import type { TypedNumber } from '../legal/looksLikeNumber.ts'
import { foldText } from '../legal/foldText.ts'
import type { Actor } from '../people/actor.ts'
import { hiddenFrom, visibleTo } from '../people/visibleTo.ts'
import type { StubHit } from './types.ts'

const LIMIT = 200
/** Leading zeros a serial may be printed with: 5, 05, 005. */
const PADDINGS = ['', '0', '00']

/** Anchored patterns a typed number may begin with in `numberKey`: each reads one stretch of the index. */
export function keyPatterns(typed: TypedNumber): RegExp[] {
  const rest = typed.year ? `/${typed.year}(?!\\d)` : '(?!\\d)'
  return PADDINGS.map(zeros => new RegExp(`^${zeros}${escapeRegExp(typed.serial)}${rest}`, 'u'))
}

/** The query on documents by number: used as it is, and explained in the tests. */
export function numberFilter(typed: TypedNumber, field: 'numberKey' | 'toKey'): object {
  if (field === 'numberKey') return { $or: keyPatterns(typed).map(key => ({ numberKey: key })) }
  return {
    $or: keyPatterns(typed).map(key => ({
      toKey: new RegExp(key.source.replace('^', '^n:'), 'u'),
    })),
  }
}

/** Registered documents whose number the query spells, in any spelling; those whose symbol fits exactly first. */
export async function findByNumber(
  typed: TypedNumber,
  actor: Actor,
): Promise<LegalDocumentRecord[]> {
  const found = await LegalDocument.find({
    $and: [numberFilter(typed, 'numberKey'), { state: 'confirmed' }, visibleTo(actor)],
  })
    .sort({ issuedOn: -1, _id: 1 })
    .limit(LIMIT)
    .lean()
  const fitting = found.filter(document => symbolFits(document.number, typed))
  return fitting.sort(
    (left, right) => exactness(right, typed) - exactness(left, typed) || isRow(left) - isRow(right),
  )
}

/** What is registered stands before rows of the starter catalogue. */
function isRow({ origin }: LegalDocumentRecord): number {
  return origin === 'starter' ? 1 : 0
}

/** Numbers that are cited and not registered. */
export async function findStubsByNumber(typed: TypedNumber, actor: Actor): Promise<StubHit[]> {
  const hidden = await hiddenFrom(actor)
  const rows = await Citation.aggregate<{ _id: string; number: string; citations: number }>([
    {
      $match: {
        ...numberFilter(typed, 'toKey'),
        state: 'missing',
        isLive: true,
        from: { $nin: hidden },
      },
    },
    { $group: { _id: '$toKey', number: { $first: '$number' }, citations: { $sum: 1 } } },
    { $sort: { citations: -1, _id: 1 } },
    { $limit: 20 },
  ])
  return rows
    .filter(row => symbolFits(row.number, typed))
    .map(row => ({ toKey: row._id, number: row.number, citations: row.citations }))
}

/** Whether every letter group typed begins a group of the number, in order; glued letters are compared glued. */
export function symbolFits(number: string, typed: TypedNumber): boolean {
  if (!typed.symbolKey) return true
  const parts = parseNumber(number)
  const groups = (parts?.groups ?? []).map(group => foldText(group).toUpperCase())
  const wanted = typed.symbolKey.split('-')
  return groupsFit(groups, wanted) || groups.join('').startsWith(wanted.join(''))
}

function groupsFit(groups: string[], wanted: string[]): boolean {
  let at = 0
  for (const want of wanted) {
    const next = groups.findIndex((group, index) => index >= at && group.startsWith(want))
    if (next < 0) return false
    at = next + 1
  }
  return true
}

function exactness(document: LegalDocumentRecord, typed: TypedNumber): number {
  if (typed.key && document.numberKey === typed.key) return 3
  const parts: NumberParts | null = parseNumber(document.number)
  const symbol = (parts?.groups ?? []).map(group => numberKey(group)).join('-')
  if (typed.symbolKey && symbol === typed.symbolKey) return 2
  return parts?.serial === typed.serial ? 1 : 0
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
}
