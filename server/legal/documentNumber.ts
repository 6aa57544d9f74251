import { DOCUMENT_TYPES } from './glossary.ts'
import type { DocumentType } from './glossary.ts'
import { foldText } from './foldText.ts'
import { remembered } from './remembered.ts'

/** Parts of a document number. `20/2019/QĐ-UBND` → serial 20, year 2019, groups QĐ, UBND. */
export interface NumberParts {
  /** As printed, leading zeros and letter kept: `01`, `1249a`, `66.22`. */
  serial: string
  /** Four digits when the number carries them. */
  year: number | null
  /** Everything behind serial and year, groups as printed: `['QĐ', 'UBND', 'HC']`. */
  groups: string[]
  /** Number-type before the slash (`01-NQ/TU`): the grammar of the Party and of a few old State numbers. */
  style: 'state' | 'party'
}

const DASHES = /[\u2010-\u2015\u2212\u00ad\ufe58\ufe63\uff0d]/gu
const SLASHES = /[\u2044\u2215\uff0f\\]/gu
const BLANKS = /[\s\u200b-\u200f\ufeff]+/gu

/** Nothing in it to write otherwise: most numbers, asked for again and again. */
const TIDY = /^[\dA-ZĐ](?:[\dA-Za-zĐđ./&-]*[\dA-Za-zĐđ])?$/u

/** The number with look-alikes written plainly and all blanks dropped: `4146/UBND- HCC` → `4146/UBND-HCC`. */
export function tidyNumber(number: string): string {
  if (TIDY.test(number)) return number
  return number
    .normalize('NFC')
    .replace(DASHES, '-')
    .replace(SLASHES, '/')
    .replace(BLANKS, '')
    .replaceAll('Ð', 'Đ')
    .replaceAll('ð', 'đ')
    .replace(/^[.,;:()]+|[.,;:()]+$/gu, '')
}

/**
 * Key two spellings of one number share: NFC, upper case, Đ read as D, dash and slash look-alikes plain, no blanks.
 * Dashes stay: `20/2019/QĐ-UBND` and `20/2019/qd-ubnd` meet, `48/KH-TCT` and `48/KHTCT` do not (a person merges those).
 */
export function numberKey(number: string): string {
  return tidyNumber(number).toUpperCase().replaceAll('Đ', 'D')
}

const STATE = /^(?<serial>\d[\d.]*\p{L}?)(?:\/(?<year>\d{4}))?(?:[/-](?<symbol>\p{L}.*))?$/u
const PARTY = /^(?<serial>\d+\p{Ll}?)-(?<type>\p{L}[\p{L}\d]*)\/(?<issuer>\p{L}.*)$/u
const GLUED = /^(?<serial>\d+)(?<symbol>\p{Lu}{2,}.*)$/u

/** Cuts a number into its parts; null when it has none of the known shapes. */
export function parseNumber(number: string): NumberParts | null {
  const tidy = tidyNumber(number)
  return (
    partyParts(PARTY.exec(tidy)?.groups) ??
    stateParts((STATE.exec(tidy) ?? GLUED.exec(tidy))?.groups)
  )
}

type Groups = Record<string, string> | undefined

function partyParts(groups: Groups): NumberParts | null {
  if (!groups) return null
  const { serial = '', type = '', issuer = '' } = groups
  return { serial, year: null, groups: [type, ...cut(issuer)], style: 'party' }
}

function stateParts(groups: Groups): NumberParts | null {
  if (!groups) return null
  const { serial = '', year, symbol = '' } = groups
  return { serial, year: year ? Number(year) : null, groups: cut(symbol), style: 'state' }
}

function cut(symbol: string): string[] {
  return symbol.split(/[-/]+/u).filter(Boolean)
}

const TYPE_OF_ABBREVIATION = new Map<string, DocumentType>()
const entries = Object.entries(DOCUMENT_TYPES) as [DocumentType, { abbr: readonly string[] }][]
for (const fold of [(abbr: string) => abbr.toUpperCase(), numberKey]) {
  for (const [type, { abbr }] of entries) {
    for (const short of abbr) {
      if (!TYPE_OF_ABBREVIATION.has(fold(short))) TYPE_OF_ABBREVIATION.set(fold(short), type)
    }
  }
}

/** The type an abbreviation stands for (`QĐ`, `qd` → decision); undefined when it stands for none. */
export const typeOfAbbreviation = remembered(
  (abbreviation): DocumentType | undefined =>
    TYPE_OF_ABBREVIATION.get(abbreviation.toUpperCase()) ??
    TYPE_OF_ABBREVIATION.get(numberKey(abbreviation)),
)

/**
 * The type a number says by its symbol. A symbol without a type group is an official letter (Nghị định 30/2020, Phụ lục I);
 * null when the symbol is missing or does not tell (`64/2025/QH15` may be a law or a resolution).
 */
export const typeFromSymbol = remembered(typeOfParts)

function typeOfParts(number: string): DocumentType | null {
  const parts = parseNumber(number)
  const [first, second] = parts?.groups ?? []
  if (!parts || !first) return null
  if (/^l$/iu.test(first)) return /^ctn$/iu.test(second ?? '') ? 'order' : 'law'
  return parts.groups.map(typeOfAbbreviation).find(Boolean) ?? typeWithoutGroup(parts)
}

function typeWithoutGroup({ year, groups, style }: NumberParts): DocumentType | null {
  return !year && groups.length > 1 && style === 'state' ? 'officialLetter' : null
}

/**
 * Forms under which a number is looked up, folded, as written and with leading zeros dropped: all parts joined by blanks,
 * all glued, type before the numbers. `20/2019/QĐ-UBND` → `20 2019 qd ubnd`, `202019qdubnd`, `qd 20 2019`,
 * `qd 20 2019 ubnd`, `qd20 2019`; `01-NQ/TU` adds `1 nq tu`, `1nqtu`, `nq 1`, `nq 1 tu`, `nq1`.
 */
export function numberAliases(number: string): string[] {
  const parts = parseNumber(number)
  if (!parts) return [foldText(tidyNumber(number))].filter(Boolean)
  const aliases = [parts.serial, parts.serial.replace(/^0+(?=\d)/u, '')].flatMap(serial =>
    aliasesOf(serial.toLowerCase(), parts),
  )
  return [...new Set(aliases)]
}

function aliasesOf(serial: string, { year, groups }: NumberParts): string[] {
  const numbers = year ? [serial, String(year)] : [serial]
  const folded = groups.map(foldText)
  const all = [...numbers, ...folded]
  const [first, ...rest] = folded
  if (!first) return [all.join(' '), all.join('')]
  const glued = [`${first}${numbers[0] ?? ''}`, ...numbers.slice(1)]
  return [
    all.join(' '),
    all.join(''),
    [first, ...numbers].join(' '),
    [first, ...numbers, ...rest].join(' '),
    glued.join(' '),
    [...glued, ...rest].join(' '),
  ]
}
