import type { ClientSession, Types } from 'mongoose'
import { numberKey } from '../../legal/documentNumber.ts'
import { lawTitle, lawVersions } from '../../legal/laws.ts'
import { LegalDocument } from '../../models/LegalDocument.ts'
import { learnedLaw, learnedPlans } from '../learned/loadKnowledge.ts'
import {
  holdsPlanName,
  keysAnsweredBy,
  lawNameKey,
  planNameKey,
  toKeyOf,
  TYPES_CITED_BY_NAME,
  TYPES_OF_PLANS,
} from './citationKeys.ts'
import type { CandidateFacts, CitedDocument } from './explainCandidate.ts'

/** A registered document that may be the one cited. */
export interface Candidate extends CandidateFacts {
  _id: Types.ObjectId
  /** Keys of the bodies people taught it to be the plan of, under the name and years cited. */
  learnedFor?: string[]
  /** Title of the law people taught the cited name to be another name of. */
  learnedTitle?: string
}

const FIELDS = 'number type issuedOn issuedPartial effectiveFrom issuerKey issuerName title'
/** More than this many under one number are listed no further: a person will search. */
const MOST = 100

/** Registered documents of the cited number, laws of the cited name, or plans of it. */
export async function findCandidates(
  cited: CitedDocument,
  session?: ClientSession,
): Promise<Candidate[]> {
  if (cited.number) return byNumber(cited.number, session)
  return cited.form === 'plan' ? byPlan(cited, session) : byName(cited, session)
}

/** Looks candidates up; the one below asks once for all numbers of a text. */
export type CandidateLookUp = (cited: CitedDocument) => Promise<Candidate[]>

const AT_ONCE = 500

/** A look-up for the citations of one text: the documents of all its numbers are fetched together, laws by name as they are asked for. */
export async function lookUpAll(
  numbers: readonly (string | null)[],
  session?: ClientSession,
): Promise<CandidateLookUp> {
  const keys = [...new Set(numbers.flatMap(number => (number ? [numberKey(number)] : [])))]
  const found = new Map<string, Candidate[]>(keys.map(key => [key, []]))
  for (let at = 0; at < keys.length; at += AT_ONCE) {
    const some = keys.slice(at, at + AT_ONCE)
    const documents = await LegalDocument.find(
      { numberKey: { $in: some }, state: 'confirmed' },
      `${FIELDS} numberKey`,
    )
      .sort({ issuedOn: -1, _id: 1 })
      .session(session ?? null)
      .lean<(Candidate & { numberKey: string })[]>()
    for (const document of documents) {
      const group = found.get(document.numberKey)
      if (group && group.length < MOST) group.push(document)
    }
  }
  return async cited => {
    const known = cited.number ? found.get(numberKey(cited.number)) : undefined
    return known ?? findCandidates(cited, session)
  }
}

function byNumber(number: string, session?: ClientSession): Promise<Candidate[]> {
  return LegalDocument.find({ numberKey: numberKey(number), state: 'confirmed' }, FIELDS)
    .sort({ issuedOn: -1, _id: 1 })
    .limit(MOST)
    .session(session ?? null)
    .lean<Candidate[]>()
}

/** Plans and what approves them: taught by people, or their title holds the name in one piece, and the same years when both say any. */
async function byPlan(cited: CitedDocument, session?: ClientSession): Promise<Candidate[]> {
  const { title, period } = { title: cited.title ?? '', period: cited.period ?? '' }
  const name = planNameKey(title)
  const words = [...new Set(name.split(' ').slice(2))].sort((a, b) => b.length - a.length)
  const taught = await taughtPlans({ title, period }, session)
  if (words.length < 2) return taught
  const found = await LegalDocument.find(
    {
      ...{ searchWords: { $all: words }, state: 'confirmed', type: { $in: [...TYPES_OF_PLANS] } },
      _id: { $nin: taught.map(({ _id }) => _id) },
    },
    FIELDS,
  )
    .session(session ?? null)
    .lean<Candidate[]>()
  return [...taught, ...found.filter(document => isPlanNamed(document, { name, period }))]
}

async function taughtPlans(
  plan: { title: string; period: string },
  session?: ClientSession,
): Promise<Candidate[]> {
  const plans = await learnedPlans(plan, session)
  if (plans.length === 0) return []
  const ids = plans.map(({ document }) => document)
  const found = await LegalDocument.find({ _id: { $in: ids }, state: 'confirmed' }, FIELDS)
    .session(session ?? null)
    .lean<Candidate[]>()
  return found.map(candidate => {
    const learnedFor = plans.find(one => one.document.equals(candidate._id))?.owners ?? []
    return { ...candidate, learnedFor }
  })
}

function isPlanNamed(
  { type, title }: Candidate,
  { name, period }: { name: string; period: string },
): boolean {
  const asked = period.match(/\d{4}/gu) ?? []
  const said = title.match(/(?:19|20)\d{2}/gu) ?? []
  const isSilent = asked.length === 0 || said.length === 0
  return (
    holdsPlanName({ type, title }, name) &&
    (isSilent || asked.every(year => said.some(one => one === year)))
  )
}

/**
 * Laws of the name; where there is none, laws of the name people taught it to stand for: its version is told by year and citing day
 * like that of any name.
 */
async function byName(cited: CitedDocument, session?: ClientSession): Promise<Candidate[]> {
  const { title, year } = { title: cited.title ?? '', year: cited.year ?? null }
  const named = await lawsNamed({ title, year }, session)
  if (named.length > 0 || title === '') return named
  const _id = await learnedLaw(title, session)
  if (!_id) return []
  const taught = await LegalDocument.findOne({ ...LAWS, _id }, FIELDS)
    .session(session ?? null)
    .lean<Candidate>()
  if (!taught) return []
  const versions = await lawsNamed({ title: taught.title, year }, session)
  return (versions.length > 0 ? versions : [taught]).map(candidate => ({
    ...candidate,
    learnedTitle: taught.title,
  }))
}

const LAWS = { state: 'confirmed' as const, type: { $in: [...TYPES_CITED_BY_NAME] } }

/** Laws of the versions the table knows by the name, and those whose folded words hold all words of it, compared exactly after. */
async function lawsNamed(
  { title, year }: { title: string; year: number | null },
  session?: ClientSession,
): Promise<Candidate[]> {
  const words = lawNameKey(lawTitle(title) ?? title)
    .split(' ')
    .filter(Boolean)
  if (words.length === 0) return []
  const rarestFirst = [...new Set(words)].sort((a, b) => b.length - a.length)
  const numbers = lawVersions(title).flatMap(({ number }) => (number ? [numberKey(number)] : []))
  const found = await LegalDocument.find(
    {
      $or: [{ searchWords: { $all: rarestFirst } }, { numberKey: { $in: numbers } }],
      ...LAWS,
    },
    `${FIELDS} numberKey`,
  )
    .session(session ?? null)
    .lean<(Candidate & { numberKey: string })[]>()
  const key = toKeyOf({ title, year })
  const named = found.filter(
    document => numbers.includes(document.numberKey) || keysAnsweredBy(document).includes(key),
  )
  return named.slice(0, MOST)
}
