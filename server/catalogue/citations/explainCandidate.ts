import type { IsoDate } from '../../legal/dates.ts'
import { typeFromSymbol } from '../../legal/documentNumber.ts'
import { foldText } from '../../legal/foldText.ts'
import { codes, DOCUMENT_TYPES, type DocumentType } from '../../legal/glossary.ts'
import { sameIssuer } from '../../legal/issuerKey.ts'

/** What a citation says of the document it means; absent, null and '' all mean "not said". */
export interface CitedDocument {
  number?: string | null
  /** Noun as written: `Quyết định`. */
  type?: string | null
  resolvedType?: string | null
  issuedOn?: IsoDate | null
  /** `2019` or `2019-08`. */
  issuedPartial?: string | null
  issuerKey?: string | null
  title?: string | null
  year?: number | null
  form?: string | null
  period?: string | null
}

/** What a registered document says of itself. */
export interface CandidateFacts {
  number: string
  type: string
  issuedOn?: IsoDate | null
  issuedPartial?: string
  effectiveFrom?: IsoDate | null
  issuerKey: string
  title: string
}

/** true = agrees, false = contradicts, null = one side does not say. */
export interface CandidateMatch {
  number: boolean | null
  issuer: boolean | null
  date: boolean | null
  type: boolean | null
  title: boolean | null
}

/** Which of number, issuer, date, type and title of a candidate agree with the citation: for linking and for the picker. */
export function explainCandidate(cited: CitedDocument, candidate: CandidateFacts): CandidateMatch {
  return {
    number: cited.number ? true : null,
    issuer: sameIssuer({ one: cited.issuerKey ?? '', other: candidate.issuerKey }),
    date: sameDate(cited, candidate),
    type: sameType(cited, candidate),
    title: cited.number ? null : Boolean(cited.title),
  }
}

function sameDate(cited: CitedDocument, candidate: CandidateFacts): boolean | null {
  const year = cited.year ? String(cited.year) : ''
  const said = cited.issuedOn ?? (cited.issuedPartial?.length ? cited.issuedPartial : year)
  const own = candidate.issuedOn ?? candidate.issuedPartial ?? ''
  if (!said || !own) return null
  return said.length <= own.length ? own.startsWith(said) : said.startsWith(own)
}

/** Law and code are cited for one another; a wildcard noun ("Văn bản") says nothing; a symbol with a type settles it. */
function sameType(cited: CitedDocument, candidate: CandidateFacts): boolean | null {
  if (cited.form === 'plan' || (cited.number && typeFromSymbol(cited.number))) return null
  const said = cited.resolvedType?.length ? cited.resolvedType : typeOfNoun(cited.type ?? '')
  if (!said || said === 'document' || !candidate.type) return null
  const plain = (type: string) => (type === 'code' ? 'law' : type)
  return plain(said) === plain(candidate.type)
}

const BY_NOUN = new Map(
  codes(DOCUMENT_TYPES).map(type => [foldText(DOCUMENT_TYPES[type].vi), type]),
)

/** The type a noun before a number names: `Quyết định` → decision. */
export function typeOfNoun(noun: string): DocumentType | '' {
  return BY_NOUN.get(foldText(noun)) ?? ''
}
