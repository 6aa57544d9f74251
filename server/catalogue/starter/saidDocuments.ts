import { CENTRAL_ISSUERS } from '../../legal/data/issuers.ts'
import { numberKey } from '../../legal/documentNumber.ts'
import { foldText } from '../../legal/foldText.ts'
import { isNationalNumber, issuerKeyOf, issuerKeyOfSymbol } from '../../legal/issuerKey.ts'
import { inPieces } from './inPieces.ts'
import type { StarterKey } from './starterId.ts'
import { sourceIds, type StarterFact } from './starterTables.ts'

/** The tables that name documents. */
export interface DocumentTables {
  documents: StarterFact<'documents'>[]
  laws: StarterFact<'laws'>[]
  relations: StarterFact<'relations'>[]
}

/** What the facts say of one document; type as the noun they print. */
export interface Said {
  type: string
  number: string
  issuedOn: string
  issuer: string
  title: string
  effectiveFrom: string
  class: string
  support: number
  dissent: number
  basis: string
  vbplItem: string
  aliases: string[]
  sources: string[]
}

/**
 * Every document the facts name: the table of documents, laws that stand in the table of laws alone, and acts a later one names when
 * their number is given once in the country. Titles of laws are those of the table of laws. Pure.
 */
export async function saidDocuments({
  documents,
  laws,
  relations,
}: DocumentTables): Promise<Said[]> {
  const lawOf = new Map(laws.filter(law => law.number).map(law => [law.number, law]))
  const listed = await inPieces(documents, fact => fromDocument(fact, lawOf.get(fact.number)))
  const numbers = new Set(listed.map(({ number }) => number))
  const others = laws.filter(({ number }) => !numbers.has(number)).map(fromLaw)
  const known = [...listed, ...others]
  return [...known, ...(await namedOnly(relations, known))]
}

function fromDocument(fact: StarterFact<'documents'>, law?: StarterFact<'laws'>): Said {
  return {
    ...{ type: fact.type, number: fact.number, issuedOn: fact.issued_on, issuer: fact.issuer },
    title: isLaw(fact.type) ? (law?.title ?? fact.title) : fact.title,
    effectiveFrom: fact.effective_from,
    class: fact.class,
    ...{ support: Number(fact.support), dissent: Number(fact.dissent), basis: fact.basis },
    vbplItem: fact.vbpl_item,
    aliases: aliasesOf(law),
    sources: sourceIds(fact.sources),
  }
}

function fromLaw(law: StarterFact<'laws'>): Said {
  const type = LAW_WORDS.find(word => foldText(law.title).startsWith(foldText(word))) ?? 'Luật'
  return {
    ...{ type, number: law.number, issuedOn: law.issued_on, title: law.title, class: 'QPPL' },
    issuer: issuerOf(law.number) || (type === 'Pháp lệnh' ? STANDING_COMMITTEE : ASSEMBLY),
    effectiveFrom: law.effective_from,
    ...{ support: Number(law.support), dissent: Number(law.dissent), basis: 'law', vbplItem: '' },
    aliases: aliasesOf(law),
    sources: sourceIds(law.sources),
  }
}

const LAW_WORDS = ['Bộ luật', 'Pháp lệnh', 'Luật']
const ASSEMBLY = 'Quốc hội'
const STANDING_COMMITTEE = 'Ủy ban thường vụ Quốc hội'

function isLaw(type: string): boolean {
  return LAW_WORDS.includes(type)
}

function aliasesOf(law: StarterFact<'laws'> | undefined): string[] {
  return (law?.aliases ?? '').split(';').map(plain).filter(Boolean)
}

function plain(words: string): string {
  return words.trim()
}

/** Acts only a later one names: a number that returns each year or in each body would be none's. */
async function namedOnly(relations: StarterFact<'relations'>[], known: Said[]): Promise<Said[]> {
  const keyOf = ({ type, number }: Pick<Said, 'type' | 'number'>) => `${type}|${numberKey(number)}`
  const numbers = new Set(await inPieces(known, keyOf))
  const found = new Map<string, Said>()
  await inPieces(relations, relation => {
    for (const end of endsOf(relation)) {
      const key = keyOf(end)
      if (!end.number || numbers.has(key) || !isNationalNumber(end.number)) continue
      const sources = sourceIds(relation.sources)
      const before = found.get(key)
      if (before) addSources(before, sources)
      else found.set(key, namedRow(end, sources))
    }
  })
  return [...found.values()]
}

function addSources(said: Said, sources: string[]): void {
  const all = [...new Set([...said.sources, ...sources])]
  said.support = Math.max(said.support, all.length)
  said.sources = all.slice(0, 5)
}

function namedRow({ type, number }: StarterKey, sources: string[]): Said {
  return {
    ...{ type, number, issuedOn: '', issuer: issuerOf(number), title: '', effectiveFrom: '' },
    ...{ class: '', support: sources.length, dissent: 0, basis: 'relation', vbplItem: '' },
    ...{ aliases: [], sources: sources.slice(0, 5) },
  }
}

/** Both ends of a relation; the first is empty where a note gives the day alone. */
export function endsOf(relation: StarterFact<'relations'>): [StarterKey, StarterKey] {
  return [
    {
      type: relation.from_type,
      number: relation.from_number,
      issuedOn: relation.from_issued_on,
    },
    { type: relation.to_type, number: relation.to_number, issuedOn: relation.to_issued_on },
  ]
}

/** Names of central bodies by key; none where several names share one. */
const NAME_OF = new Map<string, string>()
for (const { name } of CENTRAL_ISSUERS) {
  const key = issuerKeyOf({ name })
  NAME_OF.set(key, (NAME_OF.get(key) ?? name) === name ? name : '')
}

/** The name of the one central body a symbol names; nothing for several. */
function issuerOf(number: string): string {
  return NAME_OF.get(number ? issuerKeyOfSymbol(number) : '') ?? ''
}
