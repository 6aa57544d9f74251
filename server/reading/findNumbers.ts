import { tidyNumber, typeOfAbbreviation } from '../legal/documentNumber.ts'
import type { IsoDate } from '../legal/dates.ts'
import type { Span } from './types.ts'
import type { Copies } from './fold.ts'
import { findNoun } from './findNoun.ts'
import type { NounFound } from './findNoun.ts'
import { readDateAfter, readYearAfter } from './readDate.ts'
import { splitTailLength, symbolLength } from './symbol.ts'
import { readTitleAndDate } from './readTitleAndDate.ts'
import {
  NOT_A_DOCUMENT,
  NUMBER_WITHOUT_SYMBOL,
  NUMBER_WITH_DASH,
  NUMBER_WITH_SYMBOL,
} from './patterns/documentNumber.ts'

/** A citation by number: from its noun to its date. */
export interface NumberFound extends Span {
  numberStart: number
  numberEnd: number
  number: string
  type: string | null
  /** Words between noun and mark: name of the law, or an issuer. */
  between: string
  date: IsoDate | null
  year: number | null
  title: string | null
  /** Whether serial, year and symbol are all there as far as such numbers have them. */
  complete: boolean
}

interface Candidate extends Span {
  kind: 'symbol' | 'dash' | 'bare'
  year?: string | undefined
  groups: string[]
  isParty: boolean
}

/** Every document number in the text, in order, spans apart. */
export function findNumbers(copies: Copies): NumberFound[] {
  const found: NumberFound[] = []
  for (const candidate of candidates(copies)) {
    const before = found.at(-1)
    const limit = before?.end ?? 0
    if (candidate.start < limit) continue
    const noun = findNoun(copies, candidate.start, limit)
    if (!isCitation(copies, candidate, noun) && !continuesList(copies, candidate, before)) continue
    found.push(complete(copies, candidate, noun))
  }
  return found
}

function candidates({ shape }: Copies): Candidate[] {
  const list: Candidate[] = []
  for (const match of shape.matchAll(NUMBER_WITH_SYMBOL)) {
    const candidate = withSymbol(shape, match)
    if (candidate) list.push(candidate)
  }
  for (const match of shape.matchAll(NUMBER_WITH_DASH)) list.push(plainCandidate(match, 'dash'))
  for (const match of shape.matchAll(NUMBER_WITHOUT_SYMBOL))
    list.push(plainCandidate(match, 'bare'))
  return list.sort((a, b) => a.start - b.start || b.end - a.end)
}

function withSymbol(shape: string, match: RegExpExecArray): Candidate | null {
  const { symbol = '', type, glued, year } = match.groups ?? {}
  const end = match.index + match[0].length
  const kept = symbolLength(symbol)
  const lower = kept === 0 && isLowerCaseSymbol(symbol)
  if (kept === 0 && !lower) return null
  const stop = lower ? end : end - symbol.length + kept
  const extra =
    kept === symbol.length
      ? splitTailLength(shape.slice(match.index, stop), shape.slice(stop, stop + 40))
      : 0
  const groups = [type, glued, ...symbol.slice(0, lower ? symbol.length : kept).split(/[\s,&-]+/u)]
  return {
    kind: 'symbol',
    start: match.index,
    end: stop + extra,
    year,
    groups: groups.filter(group => group !== undefined),
    isParty: Boolean(type),
  }
}

/** `20/2019/qđ-ubnd`: lower case throughout, first group a known type. */
function isLowerCaseSymbol(symbol: string): boolean {
  const [first = '', ...rest] = symbol.split('-')
  return (
    /^[\p{Ll}\d-]{4,24}$/u.test(symbol) && rest.length > 0 && Boolean(typeOfAbbreviation(first))
  )
}

function plainCandidate(match: RegExpExecArray, kind: 'dash' | 'bare'): Candidate {
  const end = match.index + match[0].length
  return { kind, start: match.index, end, groups: [], isParty: false }
}

const NOUN_OF_LAW_MAKING = /^(?:ngh|quy|th[oô]ng t|lu|ch[iỉ] th|Q[ĐD]|N[ĐDQ]|TT|CT|B[oộ] l)/iu
const ORDINARY_NOUN = /^(?:giấy phép|đề án|dự án|báo cáo|chương trình|kế hoạch)/iu

function isCitation(copies: Copies, candidate: Candidate, noun: NounFound): boolean {
  const before = copies.plain.slice(Math.max(0, candidate.start - 40), candidate.start)
  if (NOT_A_DOCUMENT.test(before)) return false
  if (candidate.kind === 'bare') return isBareCitation(copies, candidate, noun)
  if (noun.type !== null) return true
  return candidate.kind === 'symbol' && standsAlone(candidate, noun)
}

/** A number without a noun before it: its own shape must say that it is one. */
function standsAlone({ year, groups, isParty }: Candidate, { hasMark }: NounFound): boolean {
  const [first = ''] = groups
  const several = groups.length > 1
  if (year?.length === 4) return several || hasMark || /^(?:QH|UBTVQH)\d/u.test(first)
  const known = Boolean(typeOfAbbreviation(first))
  return isParty ? known : several && (known || hasMark)
}

function isBareCitation(copies: Copies, candidate: Candidate, noun: NounFound): boolean {
  if (!noun.type || noun.between) return false
  const withYear = copies.shape.slice(candidate.start, candidate.end).includes('/')
  if (noun.hasMark) return withYear || !ORDINARY_NOUN.test(noun.type)
  return withYear && NOUN_OF_LAW_MAKING.test(noun.type)
}

/** `NĐ 87/2020, 104/2022, 07/2025`: a number without symbol goes on with a list of such. */
function continuesList(
  copies: Copies,
  candidate: Candidate,
  before: NumberFound | undefined,
): boolean {
  if (!before || candidate.kind !== 'bare' || !/^\d+\/\d{4}$/u.test(before.number)) return false
  return /^\s*(?:,|và|,\s*và)\s*$/u.test(copies.shape.slice(before.end, candidate.start))
}

function complete(copies: Copies, candidate: Candidate, noun: NounFound): NumberFound {
  const { start, end } = candidate
  const told = readDay(copies, end)
  return {
    ...told,
    start: noun.start,
    end: end + told.length,
    numberStart: start,
    numberEnd: end,
    number: tidyNumber(copies.text.slice(start, end)),
    type: noun.type,
    between: noun.between,
    complete: candidate.kind !== 'bare',
  }
}

/** The date behind a number; else the year; else title and date. */
function readDay(copies: Copies, at: number) {
  const after = copies.plain.slice(at, at + 120)
  const nothing = { date: null, year: null, title: null, length: 0 }
  const date = readDateAfter(after)
  if (date) return { ...nothing, ...date }
  const year = readYearAfter(after)
  if (year) return { ...nothing, ...year }
  return { ...nothing, ...readTitleAndDate(copies, at) }
}
