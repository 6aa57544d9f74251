import type { ClientSession, Types } from 'mongoose'
import { LearnedName } from '../../models/LearnedName.ts'
import { LegalDocument } from '../../models/LegalDocument.ts'
import type { Knowledge } from '../../reading/types.ts'
import { TYPES_CITED_BY_NAME } from '../citations/citationKeys.ts'
import { nameWords } from './learnNames.ts'

/** What the register adds to the tables shipped with the reader: titles of its laws, bodies and names people taught it. */
export async function loadKnowledge(): Promise<Knowledge> {
  const [laws, names] = await Promise.all([
    LegalDocument.find(
      {
        state: 'confirmed',
        type: { $in: [...TYPES_CITED_BY_NAME] },
        // The reader ships the titles of the starter catalogue.
        origin: { $ne: 'starter' },
      },
      'title',
    ).lean(),
    LearnedName.find({ isRetired: false }, 'kind written name').lean(),
  ])
  const of = (kind: string) => names.filter(one => one.kind === kind)
  return {
    lawTitles: [...new Set(laws.map(({ title }) => title).filter(Boolean))],
    issuerNames: of('issuer').map(({ written }) => written),
    planNames: of('document').map(({ written }) => written),
  }
}

/** Full names by the folded abbreviation people taught. */
export async function learnedIssuers(session?: ClientSession): Promise<Map<string, string>> {
  const names = await LearnedName.find({ kind: 'issuer', isRetired: false }, 'words name')
    .session(session ?? null)
    .lean()
  return new Map(names.map(({ words, name }) => [words, name]))
}

/** The document a name means, as a person taught; null when nobody did. */
export async function learnedDocument(
  title: string,
  session?: ClientSession,
): Promise<Types.ObjectId | null> {
  const words = nameWords(title)
  const learned = await LearnedName.findOne({ kind: 'document', words, isRetired: false })
    .session(session ?? null)
    .lean()
  return learned?.document ?? null
}
