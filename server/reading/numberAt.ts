import { typeOfAbbreviation } from '../legal/documentNumber.ts'
import {
  BARE_SERIAL,
  NUMBER_HEAD,
  NUMBER_WITH_DASH,
  NUMBER_WITH_YEAR,
} from './patterns/documentNumber.ts'
import { symbolAt } from './symbol.ts'
import type { SymbolRead } from './symbol.ts'

/** A number as its own letters and digits tell it; the words around decide whether it is a citation. */
export interface NumberShape {
  start: number
  end: number
  kind: 'symbol' | 'dash' | 'year' | 'bare'
  /** Digits of the year as written, two or four. */
  year: string | null
  /** Groups of the symbol as written; of `01-NQ/TU` both. */
  groups: string[]
  /** Type before the slash, `01-NQ/TU`, `71QĐ/UBBS`. */
  isParty: boolean
  /** A blank stands between serial and type, `59 TC/HCSN`, or the symbol is in small letters: believed only behind a noun. */
  isLoose: boolean
}

/** The number whose serial starts at `at` (shape copy); null when none does. */
export function numberAt(shape: string, at: number): NumberShape | null {
  return withSymbol(shape, at) ?? withDash(shape, at) ?? plain(shape, at, NUMBER_WITH_YEAR, 'year')
}

/** The bare serial at `at`: `1409` of `Công điện số 1409 ngày …`. */
export function bareNumberAt(shape: string, at: number): NumberShape | null {
  return plain(shape, at, BARE_SERIAL, 'bare')
}

function withSymbol(shape: string, at: number): NumberShape | null {
  NUMBER_HEAD.lastIndex = at
  const match = NUMBER_HEAD.exec(shape)
  if (!match || !isType(match.groups?.type)) return null
  const symbol = symbolAt(shape, at + match[0].length, match.groups?.type)
  return symbol ? numberOf(match, symbol) : null
}

function numberOf(match: RegExpExecArray, { groups, end, isLower }: SymbolRead): NumberShape {
  const { year, lost, type, glued, blank } = match.groups ?? {}
  const first = type ?? glued
  return {
    ...empty(match.index, end, 'symbol'),
    year: year ?? lost ?? null,
    groups: first ? [first, ...groups] : groups,
    isParty: first !== undefined,
    isLoose: Boolean(blank) || isLower,
  }
}

/** Before the slash of `01-NQ/TU` stand capitals, or a known type in the wrong case. */
function isType(type: string | undefined): boolean {
  return !type || /^\p{Lu}/u.test(type) || Boolean(typeOfAbbreviation(type))
}

function withDash(shape: string, at: number): NumberShape | null {
  NUMBER_WITH_DASH.lastIndex = at
  const match = NUMBER_WITH_DASH.exec(shape)
  const symbol = match
    ? symbolAt(shape, at + match[0].length - (match.groups?.group ?? '').length)
    : null
  return match && symbol ? { ...empty(at, symbol.end, 'dash'), groups: symbol.groups } : null
}

function plain(
  shape: string,
  at: number,
  pattern: RegExp,
  kind: 'year' | 'bare',
): NumberShape | null {
  pattern.lastIndex = at
  const match = pattern.exec(shape)
  return match ? empty(at, at + match[0].length, kind) : null
}

function empty(start: number, end: number, kind: NumberShape['kind']): NumberShape {
  return { start, end, kind, year: null, groups: [], isParty: false, isLoose: false }
}
