import type { ClientSession, Types } from 'mongoose'
import { numberKey } from '../../legal/documentNumber.ts'
import { LegalDocument } from '../../models/LegalDocument.ts'
import { learnedDocument } from '../learned/loadKnowledge.ts'
import { keysAnsweredBy, lawNameKey, toKeyOf, TYPES_CITED_BY_NAME } from './citationKeys.ts'
import type { CandidateFacts, CitedDocument } from './explainCandidate.ts'

/** A registered document that may be the one cited. */
export interface Candidate extends CandidateFacts {
  _id: Types.ObjectId
  /** A person taught that the name means it. */
  isLearned?: boolean
}

const FIELDS = 'number type issuedOn issuedPartial effectiveFrom issuerKey issuerName title'
/** More than this many under one number are listed no further: a person will search. */
const MOST = 100

/** Registered documents of the cited number, or laws of the cited name (and year). */
export async function findCandidates(
  cited: CitedDocument,
  session?: ClientSession,
): Promise<Candidate[]> {
  return cited.number ? byNumber(cited.number, session) : byName(cited, session)
}

/** Looks candidates up; the one below asks once for all numbers of a text. */
export type CandidateLookUp = (cited: CitedDocument) => Promise<Candidate[]>

/** What a person once said the name means. */
async function learned(title: string, session?: ClientSession): Promise<Candidate[]> {
  const _id = await learnedDocument(title, session)
  if (!_id) return []
  const found = await LegalDocument.find({ _id, state: 'confirmed' }, FIELDS)
    .session(session ?? null)
    .lean<Candidate[]>()
  return found.map(candidate => ({ ...candidate, isLearned: true }))
}

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

/** Laws whose folded words hold all words of the name: an index scan over the rarest word, compared exactly after. */
async function byName(cited: CitedDocument, session?: ClientSession): Promise<Candidate[]> {
  const words = lawNameKey(cited.title ?? '')
    .split(' ')
    .filter(Boolean)
  if (words.length === 0) return []
  const rarestFirst = [...new Set(words)].sort((a, b) => b.length - a.length)
  const found = await LegalDocument.find(
    {
      searchWords: { $all: rarestFirst },
      state: 'confirmed',
      type: { $in: [...TYPES_CITED_BY_NAME] },
    },
    FIELDS,
  )
    .session(session ?? null)
    .lean<Candidate[]>()
  const key = toKeyOf({ title: cited.title ?? '', year: cited.year ?? null })
  const named = found.filter(document => keysAnsweredBy(document).includes(key))
  return named.length > 0 ? named.slice(0, MOST) : learned(cited.title ?? '', session)
}
