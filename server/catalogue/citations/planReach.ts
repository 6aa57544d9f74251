import type { IsoDate } from '../../legal/dates.ts'
import { isCentralIssuer, issuerKey, sameIssuer } from '../../legal/issuerKey.ts'
import { foldText } from '../../legal/foldText.ts'
import { DOCUMENT_TYPES, labelOf } from '../../legal/glossary.ts'
import { MERGER_DAY } from '../../legal/provinces.ts'
import { planNameKey } from './citationKeys.ts'
import type { Candidate } from './findCandidates.ts'
import { isPlanCode } from '../learned/nameWords.ts'
import type { CitationQuestion, Weighed } from './resolveCitation.ts'
import { writtenOn } from './writtenOn.ts'

/** Bodies that speak for a province as a whole. */
const OF_PROVINCE = new Set(['ubnd', 'hdnd', 'tinh uy', 'thanh uy'])

/** Whether a person taught that the name means a candidate, and the citation is of the body it was taught for. */
export function isTaughtFor(cited: CitationQuestion, { learnedFor = [] }: Candidate): boolean {
  return learnedFor.some(owner =>
    cited.issuerKey
      ? sameIssuer({ one: cited.issuerKey, other: owner }) === true
      : isWithinReach(cited, owner),
  )
}

/**
 * Whether a plan found by its title is the one meant: its body is named, or none but this comes into question; and years stand on both sides or on
 * neither, for last year's plan has the same name. A code needs none.
 */
export function isPlanMeant(
  cited: CitationQuestion,
  { candidate, match }: Pick<Weighed, 'candidate' | 'match'>,
): boolean {
  const isOne = Boolean(cited.period) === /(?:19|20)\d{2}/u.test(candidate.title)
  if (!isOne && !isPlanCode(cited.title ?? '')) return false
  if (isAboutIt(cited.title ?? '', candidate)) return false
  if (match.issuer === true) return true
  return Boolean(cited.period) && !cited.issuerKey && isWithinReach(cited, candidate.issuerKey)
}

/** `Kế hoạch thực hiện Đề án …`, `Quyết định điều chỉnh Kế hoạch …`: a title that holds the name and speaks of another document. */
function isAboutIt(title: string, candidate: Candidate): boolean {
  const own = `${foldText(labelOf(DOCUMENT_TYPES, candidate.type))} ${planNameKey(candidate.title)}`
  const before = own.slice(0, own.indexOf(planNameKey(title)))
  return /(?:thuc hien|trien khai|sua doi|bo sung|dieu chinh|bai bo|so ket|tong ket)/u.test(before)
}

/**
 * Whether a plan named without its body may be one of this body: of the centre, of the citing body itself, or of the province the text
 * stands in. Another department or another province has a plan of the same name and years.
 */
function isWithinReach({ from }: CitationQuestion, owner: string): boolean {
  if (owner === '' || owner.includes('/?')) return false
  return isCentralIssuer(owner) || owner === from?.issuerKey || isOfProvince(from, owner)
}

function isOfProvince(from: CitationQuestion['from'], owner: string): boolean {
  const [body = '', , period] = owner.split('/')
  if (!OF_PROVINCE.has(body) || !from?.province) return false
  const issuedOn = period === 'current' ? MERGER_DAY : BEFORE
  const meant = issuerKey(body, { province: from.province, issuedOn, writtenOn: writtenOn(from) })
  return sameIssuer({ one: meant, other: owner }) === true
}

/** Any day on which the former units still stood. */
const BEFORE: IsoDate = '2000-01-01'

/**
 * Key of the body a plan is cited as of. Its years stand for the day it has not. Without any, "UBND tỉnh" in a text of after 01/7/2025 may be each of
 * the units its province was formed from; in an older text it is the former one.
 */
export function planIssuerKey({ issuer, issuedOn, period, from }: CitationQuestion): string {
  const written = writtenOn(from)
  const keyOn = (day: IsoDate | null) =>
    issuerKey(issuer ?? '', { province: from?.province ?? null, issuedOn: day, writtenOn: written })
  const day = issuedOn ?? firstDay(period)
  if (day) return keyOn(day)
  const former = keyOn(BEFORE)
  const isOld = Boolean(written && written < MERGER_DAY.slice(0, written.length))
  return isOld || former.includes('/?') ? former : keyOn(null)
}

/** The year of the merger tells neither side. */
function firstDay(period: string | null | undefined): IsoDate | null {
  const year = /^\d{4}/u.exec(period ?? '')?.[0]
  return !year || MERGER_DAY.startsWith(year) ? null : `${year}-01-01`
}
