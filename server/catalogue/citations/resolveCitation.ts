import type { ClientSession, Types } from 'mongoose'
import type { IsoDate } from '../../legal/dates.ts'
import { parseNumber } from '../../legal/documentNumber.ts'
import type { CitationState } from '../../legal/glossary.ts'
import { isNationalNumber, issuerKeyOf } from '../../legal/issuerKey.ts'
import { explainCandidate, type CandidateMatch, type CitedDocument } from './explainCandidate.ts'
import { lawVersionsMeant } from './lawVersion.ts'
import { findCandidates, type Candidate, type CandidateLookUp } from './findCandidates.ts'
import { isPlanMeant, isTaughtFor, planIssuerKey } from './planReach.ts'
import { writtenOn } from './writtenOn.ts'

/** A citation as the reader found it or as it is stored, and the document it stands in. */
export interface CitationQuestion extends CitedDocument {
  /** Issuer in words, for a citation whose `issuerKey` is not computed yet. */
  issuer?: string | null
  from?: {
    id?: Types.ObjectId
    /** Province meant by "UBND tỉnh" in that document (`provinceContext`). */
    province?: string | null
    /** Key of the body it is of. */
    issuerKey?: string | null
    issuedOn?: IsoDate | null
    /** Its month or year when the day is not printed. */
    issuedPartial?: string | null
    /** Its text was read by OCR. */
    isOcr?: boolean
  }
}

/** `reason` is a label key under `documents.citationReasons`. */
export interface Resolution {
  state: Exclude<CitationState, 'rejected'>
  to: Types.ObjectId | null
  candidates: Types.ObjectId[]
  reason: string
  /** Key of the body meant, in the province of the citing document: stored with the citation. */
  issuerKey: string
}

export interface Weighed {
  candidate: Candidate
  match: CandidateMatch
  /** A person taught that the name means it, here too. */
  isLearned: boolean
}

/** Key of the issuer a citation names, in the province of the document it stands in. */
export function citationIssuerKey(cited: CitationQuestion): string {
  if (cited.issuerKey) return cited.issuerKey
  const { number, issuer: name, issuedOn, from } = cited
  if (!number && cited.form === 'plan') return planIssuerKey(cited)
  return issuerKeyOf({
    number,
    name,
    issuedOn,
    province: from?.province,
    writtenOn: writtenOn(from),
  })
}

/**
 * Which registered document a citation means. Look-up is by number (or law name and year); issuer, day and type narrow it. A stated
 * day or issuer that differs is a contradiction; two left are `several`; a lone candidate that too little speaks for is
 * `several` too: a person decides. Never guesses.
 */
export async function resolveCitation(
  cited: CitationQuestion,
  session?: ClientSession,
  lookUp: CandidateLookUp = question => findCandidates(question, session),
): Promise<Resolution> {
  const question = { ...cited, issuerKey: citationIssuerKey(cited) }
  const found = await lookUp(question)
  const chosen = choose(question, found)
  const resolution = cited.from?.isOcr ? suggested(chosen) : chosen
  return { ...resolution, issuerKey: question.issuerKey }
}

/** One digit that OCR read wrong names another document: what would be a link is a suggestion, for a person to pick. */
function suggested(chosen: Omit<Resolution, 'issuerKey'>): Omit<Resolution, 'issuerKey'> {
  return chosen.state === 'linked'
    ? { ...chosen, state: 'several', to: null, reason: 'readByOcr' }
    : chosen
}

const NONE: Omit<Resolution, 'issuerKey'> = {
  state: 'missing',
  to: null,
  candidates: [],
  reason: 'missing',
}

/** The pure half of `resolveCitation`: chooses among candidates already looked up. */
export function choose(cited: CitationQuestion, found: Candidate[]): Omit<Resolution, 'issuerKey'> {
  const weighed = weigh(cited, found)
  if (weighed.length === 0) return NONE
  const fitting = weighed.filter(one => one.match.date !== false && isEarlier(cited, one))
  if (fitting.length === 0) return several(weighed, 'dateDiffers')
  const { kept, isCertain } = versionsMeant(cited, fitting)
  if (kept.length === 0) return NONE
  const best = inForce(cited, narrow(narrow(kept, 'date'), 'issuer'))
  const [only] = best
  if (!only || best.length > 1) return several(best, 'several')
  if (!isCertain || !isEnough(cited, only)) return several(best, 'tooLittle')
  const { _id } = only.candidate
  return {
    state: 'linked',
    to: _id,
    candidates: [_id],
    reason: isByTaught(only) ? 'learned' : reasonOf(cited, only.match),
  }
}

/** What a person taught stands alone; else whatever the citation does not contradict. */
function weigh(cited: CitationQuestion, found: Candidate[]): Weighed[] {
  const weighed = found
    .filter(candidate => !cited.from?.id?.equals(candidate._id))
    .map(candidate => ({
      candidate,
      match: explainCandidate(cited, candidate),
      isLearned: isTaughtFor(cited, candidate),
    }))
    .filter(one => Boolean(cited.number) || isEarlier(cited, one))
  const taught = weighed.filter(({ isLearned }) => isLearned)
  return taught.length > 0 ? taught : weighed.filter(({ match }) => fits(match))
}

function isByTaught({ isLearned, candidate }: Weighed): boolean {
  return isLearned || candidate.learnedTitle !== undefined
}

/** For a law cited by name, the versions the table of laws says may be meant. */
function versionsMeant(cited: CitationQuestion, weighed: Weighed[]) {
  const { number, form, title, year, issuedOn, from } = cited
  if (number || form === 'plan' || !title) return { kept: weighed, isCertain: true }
  const law = weighed[0]?.candidate.learnedTitle ?? title
  return lawVersionsMeant({ title: law, year, issuedOn, citedOn: from?.issuedOn }, weighed)
}

/** Not asked of what a person taught: an "Đề án" of a department may be the decision of the committee that approves it. */
function fits({ issuer, type }: CandidateMatch): boolean {
  return issuer !== false && type !== false
}

/** Nothing is cited before it is issued: a law of 2024 is not the one a decision of 2019 names. */
function isEarlier(cited: CitationQuestion, { candidate }: Weighed): boolean {
  const citedOn = cited.from?.issuedOn
  return !citedOn || !candidate.issuedOn || candidate.issuedOn <= citedOn
}

/**
 * A law cited by its name alone is the version in force on the citing day: the last to take effect by then. One issued by then but not
 * yet in force may be meant as well: all stay.
 */
function inForce(cited: CitationQuestion, weighed: Weighed[]): Weighed[] {
  const citedOn = cited.from?.issuedOn
  const isToldApart = cited.number ?? cited.year ?? cited.issuedOn ?? cited.period
  if (weighed.length < 2 || isToldApart || !citedOn || cited.form === 'plan') return weighed
  const from = ({ candidate }: Weighed) => candidate.effectiveFrom ?? candidate.issuedOn ?? ''
  if (weighed.some(one => from(one) === '' || from(one) > citedOn)) return weighed
  const last = weighed.reduce((one, other) => (from(other) > from(one) ? other : one))
  return weighed.filter(one => from(one) === from(last))
}

/** Those that agree in a point, when any does; else all. */
function narrow(weighed: Weighed[], point: 'date' | 'issuer'): Weighed[] {
  const agreeing = weighed.filter(({ match }) => match[point] === true)
  return agreeing.length > 0 ? agreeing : weighed
}

/**
 * Whether a lone candidate may be linked: what a person taught; a law by name; a plan of the years and body meant; a number given once in the
 * country; a number with its day; a number with its year and body. (`20/2019/QĐ-UBND` of a province not known fits 63 decisions;
 * `599/SCT-VP` returns every year.)
 */
function isEnough(cited: CitationQuestion, { candidate, match, isLearned }: Weighed): boolean {
  const { number, form } = cited
  if (isLearned) return true
  if (!number && form === 'plan') return isPlanMeant(cited, { candidate, match })
  if (!number || isNationalNumber(number) || match.date === true) return true
  return match.issuer === true && parseNumber(number)?.year != null
}

function reasonOf(cited: CitationQuestion, match: CandidateMatch): string {
  if (!cited.number) return match.date ? 'nameAndYear' : 'name'
  if (match.date) return match.issuer ? 'numberDateIssuer' : 'numberDate'
  return match.issuer ? 'numberIssuer' : 'number'
}

function several(weighed: Weighed[], reason: string): Omit<Resolution, 'issuerKey'> {
  return {
    state: 'several',
    to: null,
    candidates: weighed.map(({ candidate }) => candidate._id),
    reason,
  }
}
