import type { DocumentClass, DocumentType } from './glossary.ts'
import type { IsoDate } from './dates.ts'
import { numberKey, parseNumber, typeFromSymbol } from './documentNumber.ts'

/** Whether a document is normative, how sure that is, and the label (`documentClass.<reason>`) that says why. */
export interface ClassGuess {
  documentClass: DocumentClass
  confidence: 'high' | 'medium' | 'low' | 'none'
  reason: string
}

/** Types that are never normative, with or without a year (Nghị định 30/2020 Điều 7). */
const ADMINISTRATIVE = new Set<DocumentType>(
  `communique notice guidance programme actionProgramme plan scheme project investmentProject report minutes
  submission contract officialLetter telegram conclusion invitation regulation rules`.split(
    /\s+/u,
  ) as DocumentType[],
)
const ALWAYS_NORMATIVE = new Set<DocumentType>(['constitution', 'code', 'law', 'ordinance'])
/** Symbols (folded) of the types of Luật 64/2025 Điều 4, as amended by Luật 87/2025. */
const NORMATIVE =
  /^(?:QH\d+|UBTVQH\d+|(?:PL|NQ|NQLT)-UBTVQH\d+|NQ-QH\d+|L-CTN|QD-CTN|NQLT-.+|ND-CP|NQ-CP|QD-TTG|NQ-HDTP|TT-.+|TTLT-.+|NQ-HDND\d*|QD-UBND\d*|QD-CTUBND)$/u
const PARTY_ISSUER = /^(?:TW|VPTW|TU|DU|CU|HU|.*TU|DUK.*)$/u
const CHAIR_POWER_FROM: IsoDate = '2025-07-01'
const MINISTER_DECISIONS_UNTIL: IsoDate = '2008-12-31'
const COMMUNE_GAP = { from: '2025-04-01', to: '2025-06-30' }

/**
 * Class of a document from its number, type, issuer and date. A number with year, type and issuer of Luật 64/2025 Điều 4 is
 * normative; the same symbol without a year is administrative (Nghị định 30/2020 Điều 15). Never certain: a person may change it.
 */
export function classifyDocument(document: {
  number: string | null
  type: DocumentType | null
  issuer?: string | null
  issuedOn?: IsoDate | null
}): ClassGuess {
  const { number, type } = document
  if (!number) return classFromType(type)
  const parts = parseNumber(number)
  if (!parts || parts.groups.length === 0) return guess('unknown', 'none', 'incompleteSymbol')
  const last = numberKey(parts.groups.at(-1) ?? '')
  if (parts.style === 'party' && PARTY_ISSUER.test(last))
    return guess('party', 'high', 'partySymbol')
  const byType = classFromSymbol(typeFromSymbol(number) ?? type)
  if (byType) return byType
  if (!parts.year) return withoutYear(document)
  return withYear({ symbol: numberKey(parts.groups.join('-')), ...document })
}

function classFromSymbol(type: DocumentType | null): ClassGuess | null {
  if (type === 'consolidatedText') return guess('administrative', 'high', 'consolidated')
  return type && ADMINISTRATIVE.has(type)
    ? guess('administrative', 'high', 'administrativeType')
    : null
}

function classFromType(type: DocumentType | null): ClassGuess {
  if (type && ALWAYS_NORMATIVE.has(type)) return guess('qppl', 'high', 'lawByName')
  if (type && ADMINISTRATIVE.has(type)) return guess('administrative', 'high', 'administrativeType')
  return guess('unknown', 'none', 'noNumber')
}

/** Before 1997 numbers carried no year (195/CP): nothing can be said of those from the symbol. */
function withoutYear({ issuedOn }: { issuedOn?: IsoDate | null }): ClassGuess {
  if (issuedOn && issuedOn < '1997-01-01') return guess('unknown', 'none', 'oldNumber')
  return guess('administrative', 'high', 'noYear')
}

function withYear(document: {
  symbol: string
  issuer?: string | null
  issuedOn?: IsoDate | null
}): ClassGuess {
  const { symbol, issuedOn } = document
  if (symbol === 'QD-CTUBND') {
    const normative = Boolean(issuedOn && issuedOn >= CHAIR_POWER_FROM)
    return guess(normative ? 'qppl' : 'administrative', 'medium', 'chairDecision')
  }
  if (symbol === 'QD-UBND' && isCommuneInGap(document)) {
    return guess('administrative', 'low', 'communeWithoutPower')
  }
  if (NORMATIVE.test(symbol)) return guess('qppl', 'high', 'normativeSymbol')
  if (/^(?:QD|CT)-/u.test(symbol)) return olderDecision(symbol, issuedOn ?? null)
  return guess('unknown', 'none', 'unknownSymbol')
}

/** Ministers' decisions and directives were normative until 2008, People's Committees' directives until 30/6/2016. */
function olderDecision(symbol: string, issuedOn: IsoDate | null): ClassGuess {
  const until = symbol.startsWith('CT-UB') ? '2016-06-30' : MINISTER_DECISIONS_UNTIL
  if (issuedOn && issuedOn <= until) return guess('qppl', 'medium', 'formerNormativeType')
  return guess('administrative', 'medium', 'noLongerNormative')
}

function isCommuneInGap({
  issuer,
  issuedOn,
}: {
  issuer?: string | null
  issuedOn?: IsoDate | null
}) {
  if (!issuer || !issuedOn) return false
  const inGap = issuedOn >= COMMUNE_GAP.from && issuedOn <= COMMUNE_GAP.to
  return inGap && /(?:^|\s)(?:xã|phường|đặc khu)\s/iu.test(issuer.normalize('NFC'))
}

function guess(
  documentClass: DocumentClass,
  confidence: ClassGuess['confidence'],
  reason: string,
): ClassGuess {
  return { documentClass, confidence, reason }
}
