import type { Types } from 'mongoose'
import { classifyDocument } from '../../legal/documentClass.ts'
import { numberKey, parseNumber } from '../../legal/documentNumber.ts'
import { foldText } from '../../legal/foldText.ts'
import {
  codes,
  DOCUMENT_TYPES,
  type DocumentClass,
  type DocumentType,
} from '../../legal/glossary.ts'
import { issuerKeyOf } from '../../legal/issuerKey.ts'
import { searchWords } from '../../legal/searchWords.ts'
import { inPieces } from './inPieces.ts'
import { saidDocuments, type DocumentTables, type Said } from './saidDocuments.ts'
import { starterId, starterKey, starterPrint } from './starterId.ts'

/** One document of the catalogue, in the fields of the record. */
export interface StarterRow {
  _id: Types.ObjectId
  number: string
  numberKey: string
  type: DocumentType | ''
  issuerName: string
  issuerKey: string
  issuedOn: string
  issuedPartial: string
  title: string
  effectiveFrom: string
  docClass: DocumentClass
  docClassReason: string
  searchWords: string[]
  starter: {
    support: number
    dissent: number
    basis: string
    sources: string[]
    vbplItem: string
    aliases: string[]
    doubtFrom: string
    doubtBy: string
    told: Record<'number' | 'type' | 'issuedOn' | 'issuerName' | 'title' | 'effectiveFrom', string>
    print: string
  }
}

/** Every document the facts name, in the fields of the record. Pure. */
export async function documentRows(tables: DocumentTables): Promise<StarterRow[]> {
  return withDoubts(await inPieces(await saidDocuments(tables), rowOf))
}

/** The type a noun of the tables stands for: `Thông tư` → circular. */
export const TYPE_OF: ReadonlyMap<string, DocumentType> = new Map(
  codes(DOCUMENT_TYPES).map(type => [DOCUMENT_TYPES[type].vi, type]),
)
const CLASS_OF: Record<string, DocumentClass> = {
  QPPL: 'qppl',
  administrative: 'administrative',
  consolidated: 'administrative',
  Party: 'party',
}

function rowOf(said: Said): StarterRow {
  const { number, issuedOn, title, effectiveFrom, issuer } = said
  const type = TYPE_OF.get(said.type) ?? ''
  const year = parseNumber(number)?.year
  const { support, dissent, basis, sources, vbplItem, aliases } = said
  const plain = { number, issuedOn, issuerName: issuer, title, effectiveFrom }
  const key = starterKey(said)
  return {
    _id: starterId(said),
    ...plain,
    type,
    numberKey: number ? numberKey(number) : '',
    issuerKey: issuerKeyOf({ number, name: issuer, issuedOn: issuedOn || null }),
    issuedPartial: issuedOn ? '' : String(year ?? ''),
    ...classOf(said, issuedOn || (year ? `${year}-12-31` : null)),
    searchWords: searchWords({
      ...{ number, issuerName: issuer, signer: '', typeLabel: said.type },
      title: [title, ...aliases].join(' '),
    }),
    starter: {
      ...{ support, dissent, basis, sources, vbplItem, aliases, told: { ...plain, type } },
      ...{ doubtFrom: '', doubtBy: '', print: starterPrint([key, said]) },
    },
  }
}

/** The class the facts name, else the one computed; an act known by its year alone is judged as of the end of it. */
function classOf(
  { number, type: word, issuer, class: told }: Said,
  issuedOn: string | null,
): Pick<StarterRow, 'docClass' | 'docClassReason'> {
  const guess = classifyDocument({ number, type: TYPE_OF.get(word) ?? null, issuer, issuedOn })
  const docClass = CLASS_OF[told] ?? guess.documentClass
  return {
    docClass,
    docClassReason: docClass === guess.documentClass ? guess.reason : 'starter',
  }
}

/**
 * A law of which a later version is known is doubtful from the day that one takes effect, when no source states its end: nothing is
 * made of that but the doubt.
 */
function withDoubts(rows: StarterRow[]): StarterRow[] {
  const versions = new Map<string, StarterRow[]>()
  for (const row of rows.filter(({ type }) => VERSIONED.includes(type))) {
    if (!row.title) continue
    const key = foldText(row.title)
    versions.set(key, [...(versions.get(key) ?? []), row])
  }
  for (const group of versions.values()) {
    const byAge = [...group].sort((a, b) => (ageOf(a) < ageOf(b) ? -1 : 1))
    byAge.forEach((row, index) => {
      const later = byAge[index + 1]
      if (!later || ageOf(later) === ageOf(row)) return
      row.starter.doubtFrom =
        later.effectiveFrom || later.issuedOn || `${later.issuedPartial}-01-01`
      row.starter.doubtBy = later.number
      row.starter.print = starterPrint([row.starter.print, row.starter.doubtFrom])
    })
  }
  return rows
}

const VERSIONED: readonly string[] = ['law', 'code', 'ordinance']

function ageOf({ issuedOn, issuedPartial }: StarterRow): string {
  return issuedOn || issuedPartial
}
