import { tidyNumber, typeOfAbbreviation } from '../legal/documentNumber.ts'
import type { IsoDate } from '../legal/dates.ts'
import type { Span } from './types.ts'
import type { Copies } from './fold.ts'
import { settleAmendingLaws } from './amendingLaw.ts'
import { findAnchors } from './findAnchors.ts'
import type { Anchor } from './findAnchors.ts'
import { findNoun } from './findNoun.ts'
import type { NounFound } from './findNoun.ts'
import { findStandards } from './findStandards.ts'
import { wordsOf } from './furniture.ts'
import { isLawNoun } from './nounBefore.ts'
import { bareNumberAt, numberAt } from './numberAt.ts'
import type { NumberShape } from './numberAt.ts'
import { readDateAfter } from './readDate.ts'
import { readDay } from './readDay.ts'
import {
  FORM_CODE,
  COURT_SYMBOL,
  FORM_LIST_JOINT,
  NOT_A_DOCUMENT,
  SERIAL_PAPER,
} from './patterns/notADocument.ts'

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
  /** Words between number and date that name the maker: `của liên Bộ A - Bộ B ban hành ngày …`. */
  maker: string | null
  /** Whether serial, year and symbol are all there as far as such numbers have them. */
  complete: boolean
}

/** What has been read so far. */
interface Progress {
  found: NumberFound[]
  /** Where the last number ended that is none; -1 at first. */
  refusedTo: number
}

/** Every document number in the text, in order, spans apart. */
export function findNumbers(
  copies: Copies,
  standards: Span[] = findStandards(copies),
): NumberFound[] {
  const progress: Progress = { found: [], refusedTo: -1 }
  let next = 0
  for (const anchor of findAnchors(copies)) {
    while (endOf(standards[next]) <= anchor.at) next++
    const isStandard = (standards[next]?.start ?? Infinity) <= anchor.at
    if (!isStandard) readAnchor(copies, anchor, progress)
  }
  settleAmendingLaws(copies, progress.found)
  return progress.found
}

function endOf(span: Span | undefined): number {
  return span ? span.end : Infinity
}

function readAnchor(copies: Copies, { at, isBare }: Anchor, progress: Progress): void {
  const before = progress.found.at(-1)
  const limit = before ? before.end : 0
  if (at < limit) return
  const shape = isBare ? bareNumberAt(copies.shape, at) : numberAt(copies.shape, at)
  if (!shape) return
  const noun = findNoun(copies, shape, limit)
  if (isCitation(copies, { shape, noun }, progress))
    progress.found.push(complete(copies, shape, noun))
  else if (shape.kind === 'symbol') progress.refusedTo = shape.end
}

interface Candidate {
  shape: NumberShape
  noun: NounFound
}

function isCitation(copies: Copies, candidate: Candidate, progress: Progress): boolean {
  const isOne =
    mayBeCitation(copies, candidate) ||
    continuesList(copies, candidate.shape, progress.found.at(-1))
  return isOne && !isSomethingElse(copies, candidate, progress.refusedTo)
}

function mayBeCitation(copies: Copies, { shape, noun }: Candidate): boolean {
  if (shape.kind === 'bare') return isBareCitation(copies, shape, noun)
  if (shape.kind === 'year') return isYearCitation(noun)
  if (noun.type !== null) return !shape.isLoose || noun.hasMark || shape.year !== null
  return shape.kind === 'symbol' && !shape.isLoose && standsAlone(shape, noun)
}

/** A form, a standard, a certificate, or the next of a list of such. */
function isSomethingElse(copies: Copies, { shape, noun }: Candidate, refusedTo: number): boolean {
  const lead = copies.plain.slice(Math.max(0, shape.start - 120), shape.start)
  if (!isLaw(noun) && NOT_A_DOCUMENT.test(lead.slice(-40))) return true
  if (COURT_SYMBOL.test(copies.shape.slice(shape.start, shape.end))) return true
  if (noun.type !== null) return false
  if (SERIAL_PAPER.test(lead)) return true
  if (FORM_CODE.test(copies.shape.slice(shape.start, shape.end))) return true
  return (
    refusedTo >= 0 &&
    shape.start - refusedTo < 30 &&
    FORM_LIST_JOINT.test(copies.plain.slice(refusedTo, shape.start))
  )
}

/** `Luật Biển số 94/2031/QH17` is no licence plate. */
function isLaw({ type, between }: NounFound): boolean {
  return between !== '' && isLawNoun(type)
}

/** A number without a noun before it: its own shape must say that it is one. */
function standsAlone({ year, groups, isParty }: NumberShape, { hasMark }: NounFound): boolean {
  const [first = ''] = groups
  const several = groups.length > 1
  if (year?.length === 4) return several || hasMark || /^(?:QH|UBTVQH)\w?\d/u.test(first)
  const known = Boolean(typeOfAbbreviation(first))
  return isParty ? known : several && (known || hasMark)
}

const NOUN_OF_LAW_MAKING = /^(?:ngh|quy|th[oô]ng t|lu|ch[iỉ] th|Q[ĐD]|N[ĐDQ]|TT|CT|B[oộ] l)/iu
const ORDINARY_NOUN = /^(?:đề án|dự án|báo cáo|chương trình|kế hoạch|phương án|hiến pháp|luật)/iu

/** Serial and year: `Quyết định số 25/2018`, `NĐ 87/2020`. */
function isYearCitation({ type, between, hasMark }: NounFound): boolean {
  return type !== null && between === '' && (hasMark || NOUN_OF_LAW_MAKING.test(type))
}

/** Only a serial: `Công điện số 1409 ngày …`, `Quyết định số 12 của Hội đồng …`, `QĐ 12 ngày 3/4/2020`. */
function isBareCitation(copies: Copies, { end }: NumberShape, noun: NounFound): boolean {
  if (!noun.type || noun.between || ORDINARY_NOUN.test(noun.type)) return false
  if (noun.hasMark) return true
  return (
    NOUN_OF_LAW_MAKING.test(noun.type) && readDateAfter(copies.plain.slice(end, end + 80)) !== null
  )
}

/**
 * A number goes on with a list of such: `NĐ 87/2020, 104/2022, 07/2025`, `Công văn số 12/UBND-VX, 13/UBND-KT`.
 */
function continuesList(
  copies: Copies,
  shape: NumberShape,
  before: NumberFound | undefined,
): boolean {
  if (!before || !LIST_JOINT.test(copies.shape.slice(before.end, shape.start))) return false
  if (shape.kind === 'year') return /^\d+\/\d{4}$/u.test(before.number)
  return shape.kind === 'symbol' && !shape.isLoose && isLikeSymbol(before.number, shape.groups)
}

/** The same symbol, or that of another room of the body: `UBND-NC`, `UBND-KT`. */
function isLikeSymbol(number: string, groups: string[]): boolean {
  const symbol = /\/(?<symbol>\p{L}.*)$/u.exec(number)?.groups?.symbol ?? ''
  const [first = ''] = groups
  return groups.join('-') === symbol || (groups.length > 1 && symbol.startsWith(`${first}-`))
}

const LIST_JOINT = /^\s{0,40}(?:,|và|,\s{0,9}và)\s{0,40}$/u

function complete(copies: Copies, shape: NumberShape, noun: NounFound): NumberFound {
  const { date, year, title, maker, length } = readDay(copies, shape.end, noun.type)
  return {
    start: noun.start,
    end: shape.end + length,
    numberStart: shape.start,
    numberEnd: shape.end,
    number: numberOf(copies, shape),
    type: noun.type,
    between: noun.between,
    date: date ?? noun.date,
    year,
    title,
    maker,
    complete: shape.kind === 'symbol' || shape.kind === 'dash',
  }
}

/** As printed, blanks removed; the bracket of a room stays closed: `1593/UBND(NC1)`. */
function numberOf(copies: Copies, shape: NumberShape): string {
  const words = wordsOf(copies, shape)
  return tidyNumber(words) + (words.endsWith(')') ? ')' : '')
}
