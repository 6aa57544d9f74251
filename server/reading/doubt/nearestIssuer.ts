import { CENTRAL_ISSUERS, PROVINCIAL_SYMBOLS } from '../../legal/data/issuers.ts'
import { parseNumber, typeOfAbbreviation } from '../../legal/documentNumber.ts'
import { editDistance } from '../../legal/editDistance.ts'
import { foldText } from '../../legal/foldText.ts'
import type { Draft } from '../citation.ts'

/** Symbols of bodies as printed, under their folded form: `bnnmt` → `BNNMT`. */
const PRINTED = new Map<string, string>()
/** Names of bodies under the folded forms of their symbols. */
const NAMES: [code: string, name: string][] = []
for (const { abbreviation, name, aliases = [] } of CENTRAL_ISSUERS) {
  PRINTED.set(foldText(abbreviation), abbreviation)
  for (const one of [name, ...aliases]) NAMES.push([foldText(abbreviation), foldText(one)])
}
for (const [symbol, name] of Object.entries(PROVINCIAL_SYMBOLS)) {
  PRINTED.set(foldText(symbol), symbol)
  NAMES.push([foldText(symbol), foldText(name)])
}

/** From this length on a symbol one slip away from a known one is hardly another body's. */
const LONG = 5
const LONG_CODES = [...PRINTED.keys()].filter(({ length }) => length >= LONG - 1)

/**
 * The known symbol an unknown one in the number is one slip away from: `BNNTM` → `BNNMT`. A short symbol is only compared with
 * that of the body the text names beside it: `689/SVN-CCHC của Sở Nội vụ` → `SNV`. Null when the symbols are known or far off.
 */
export function nearestIssuer({ number, issuer }: Pick<Draft, 'number' | 'issuer'>): string | null {
  const parts = number ? parseNumber(number) : null
  if (parts?.style !== 'state' || isKnown(parts.groups)) return null
  for (const code of issuerCodes(parts.groups)) {
    if (PRINTED.has(code)) continue
    const near = code.length >= LONG ? nearestOf(code) : nearestNamed(code, issuer)
    if (near) return near
  }
  return null
}

/** Symbols whose bodies are all known: a text writes the same few again and again. */
const known = new Set<string>()
const MOST_KNOWN = 1000

function isKnown(groups: string[]): boolean {
  const symbol = groups.join('-')
  if (known.has(symbol)) return true
  const isSo = issuerCodes(groups).every(code => PRINTED.has(code))
  if (isSo && known.size < MOST_KNOWN) known.add(symbol)
  return isSo
}

/** Groups that name bodies: behind the type, or the first of a letter; the rest are units and topics. */
function issuerCodes(groups: string[]): string[] {
  const isTyped = groups.some(group => typeOfAbbreviation(group))
  const isJoint = groups.some(group => /^(?:ttlt|nqlt)$/u.test(foldText(group)))
  const bodies = isTyped ? groups.filter(group => !typeOfAbbreviation(group)) : groups
  return bodies.slice(0, isJoint ? 6 : 1).map(group => foldText(group).replace(/\d+$/u, ''))
}

function nearestOf(code: string): string | null {
  const near = LONG_CODES.find(one => one.startsWith(code.charAt(0)) && isNear(one, code))
  return near ? (PRINTED.get(near) ?? null) : null
}

function nearestNamed(code: string, issuer: string | null): string | null {
  if (!issuer || code.length < 3) return null
  const words = foldText(issuer)
  const near = NAMES.find(([one, name]) => words.startsWith(name) && isNear(one, code))
  return near ? (PRINTED.get(near[0]) ?? null) : null
}

function isNear(one: string, other: string): boolean {
  return editDistance(one, other, 1) === 1
}
