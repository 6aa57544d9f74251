import { numberKey, typeOfAbbreviation } from './documentNumber.ts'
import { foldText } from './foldText.ts'

/** What a typed query says of a document number; parts it does not say are absent. */
export interface TypedNumber {
  /** Leading zeros dropped: `01` → `1`. */
  serial: string
  year?: number
  /** Folded letters of the symbol joined by `-`, as typed: `QD-UBND`; glued letters stay glued: `QDUBND`. */
  symbolKey?: string
  /** `numberKey` of the whole when the query is a full number as printed: `20/2019/QD-UBND`. */
  key?: string
}

const MARK = /^(?:so|van ban so|vb so|vb)[:.\s]*(?=\d)/u
/** `qd so` before a number with its symbol says nothing the number does not. */
const TYPE_MARK = /^[a-z]{2,4}[.:\s]+so[:.\s]*(?=\d[\d/]*[-/]?[a-z]{2})/u
const TOKEN = /\d+(?:\.\d+)?[a-z]?(?![a-z\d])|\d+|[a-z][a-z\d]*/gu

/**
 * Reads a search box query as a document number in any spelling: `20/2019`, `so 20/2019`, `qd 20 2019 ubnd`,
 * `QĐ20/2019/QĐ-UBND`, `QĐ số 20/2019/QĐ-UBND`, `967/QĐ-UBND-HC`, `01-NQ/TU`, `20/2019/QĐUBND`. Null when it is words: `quyết định 2019`
 * is no number, `20 ngày` neither.
 */
export function looksLikeNumber(query: string): TypedNumber | null {
  const folded = foldText(
    numberKey(query.trim().replace(/\s+/gu, '\u0001')).replaceAll('\u0001', ' '),
  )
  const text = withoutLeadingType(folded.replace(TYPE_MARK, '').replace(MARK, ''))
  const tokens = text.match(TOKEN) ?? []
  const [serial, ...rest] = tokens
  if (!serial || !/^\d/u.test(serial) || tokens.length > 7) return null
  const year = takeYear(rest)
  if (!rest.every(isSymbolPart)) return null
  if (!year && !saysSymbol(text, rest)) return null
  return compose({ serial, year, rest, text })
}

/** The year standing next, taken off the tokens. */
function takeYear(tokens: string[]): number | undefined {
  return /^(?:19|20)\d{2}$/u.test(tokens[0] ?? '') ? Number(tokens.shift()) : undefined
}

/** Without a year a query is a number only when slash, dash or glued letters make a symbol of what follows. */
function saysSymbol(text: string, rest: string[]): boolean {
  return rest.length > 0 && /[-/]|^\d+ [a-z]{2,4} |^\d+[a-z]{4,}$/u.test(text)
}

function compose(read: {
  serial: string
  year: number | undefined
  rest: string[]
  text: string
}): TypedNumber {
  const symbolKey = read.rest.join('-').toUpperCase()
  const typed: TypedNumber = { serial: read.serial.toUpperCase().replace(/^0+(?=\d)/u, '') }
  if (read.year) typed.year = read.year
  if (symbolKey) typed.symbolKey = symbolKey
  if (symbolKey && /^[\d.]+[a-z]?[/-]\S+$/u.test(read.text)) typed.key = numberKey(read.text)
  return typed
}

/** `qd 20/2019` and `qd20 2019 ubnd` → the type goes behind the numbers, unless the symbol repeats it. */
function withoutLeadingType(text: string): string {
  const lead = LEADING_TYPE.exec(text)?.groups
  if (!lead?.type || !typeOfAbbreviation(lead.type)) return text
  const { type, numbers = '', tail = '' } = lead
  if (!tail) return `${numbers}/${type}`
  return tail.split(/[/ -]/u)[0] === type ? `${numbers}/${tail}` : `${numbers}/${type}-${tail}`
}

const LEADING_TYPE =
  /^(?<type>[a-z]{2,4})\s?(?<numbers>\d[\d.]*[a-z]?(?:[/ -](?:19|20)\d{2}(?!\d))?)[/ -]*(?<tail>.*)$/u

function isSymbolPart(token: string): boolean {
  return /^[a-z][a-z\d]{0,19}$/u.test(token)
}
