import { CENTRAL_ISSUERS } from '../legal/data/issuers.ts'
import { numberKey, typeOfAbbreviation } from '../legal/documentNumber.ts'
import {
  GLUED_TAIL,
  GROUP_RUN,
  LOWER_SYMBOL,
  MIXED_CASE_GROUPS,
  SYMBOL_ENDS,
} from './patterns/documentNumber.ts'
import { jointAt } from './symbolJoint.ts'

/** The symbol of a number: where it ends and its groups as written. */
export interface SymbolRead {
  end: number
  groups: string[]
  /** Small letters throughout, of bodies not known: `kvn-pc`. */
  isLower: boolean
}

const TONE = /[\u0300\u0301\u0303\u0309\u0323]/u
const LOCAL_ISSUERS = ['UBND', 'HĐND', 'CTUBND', 'VPUBND', 'TU', 'ĐU', 'HU', 'CU']
const KNOWN_ISSUERS = new Set(
  [...CENTRAL_ISSUERS.map(({ abbreviation }) => abbreviation), ...LOCAL_ISSUERS].map(numberKey),
)

/**
 * Reads the symbol starting at `at` (shape copy); null when no symbol stands there. Stops before the first group that is
 * an ordinary word: `QĐ-UBND - Kế hoạch` → `QĐ-UBND`; `NĐ-CPngày` → `NĐ-CP`; `Sở` → null. `type` stands before it: `01-nq/đu`.
 */
export function symbolAt(shape: string, at: number, type?: string): SymbolRead | null {
  const groups: string[] = []
  let end = at
  let next = at
  let isOpen = true
  while (isOpen && groups.length < 9) {
    const group = groupAt(shape, next, type ? [type, ...groups] : groups)
    if (!group) break
    groups.push(group.text)
    end = next + group.text.length
    isOpen = !group.isCut
    const joint = isOpen ? jointAt(shape, end, groups) : null
    if (joint === null) break
    next = joint
  }
  if (groups.length === 0) return lowerSymbolAt(shape, at)
  return { groups, end: isOpen ? end + tailLength(shape, end, groups) : end, isLower: false }
}

function lowerSymbolAt(shape: string, at: number): SymbolRead | null {
  LOWER_SYMBOL.lastIndex = at
  const words = LOWER_SYMBOL.exec(shape)?.[0]
  return words ? { groups: words.split(/\s*-\s*/u), end: at + words.length, isLower: true } : null
}

function groupAt(
  shape: string,
  at: number,
  before: string[],
): { text: string; isCut: boolean } | null {
  GROUP_RUN.lastIndex = at
  const run = GROUP_RUN.exec(shape)?.[0]
  if (!run) return null
  const kept =
    before.length > 0 && /^\d/u.test(run) ? numeralLength(shape, at, run) : groupLength(run, before)
  return kept === 0 ? null : { text: run.slice(0, kept), isCut: kept < run.length }
}

/** `QĐ-84`, `KH-2020`: a year in two or four digits ends a symbol. */
function numeralLength(shape: string, at: number, run: string): number {
  const isLast = !/[/\d]/u.test(shape.charAt(at + run.length))
  return /^(?:\d{2,3}|(?:19|20)\d{2})$/u.test(run) && isLast ? run.length : 0
}

/** How much of a run is a group of a symbol; 0 when it is an ordinary word. */
function groupLength(run: string, before: string[]): number {
  if (isUpper(run)) return run.length
  if (/^\d/u.test(run)) return 0
  const mixed = MIXED_CASE_GROUPS.find(group => run.startsWith(group))
  if (mixed) return mixedLength(run, mixed)
  if (isKnown(run)) return run.length
  if (isLowerBehindLower(run, before)) return run.length
  return cutLength(run)
}

function mixedLength(run: string, mixed: string): number {
  const rest = run.slice(mixed.length)
  return isUpper(rest) ? run.length : mixed.length
}

/** Upper case throughout and no tone: initials. `UBND` yes, `CỦA` no. */
function isUpper(run: string): boolean {
  return INITIALS.test(run) || (/^[\p{Lu}\d]+$/u.test(run) && !TONE.test(run.normalize('NFD')))
}

/** Letters that bear no tone: most groups. */
const INITIALS = /^[A-ZĐ\d]+$/u

/** A known abbreviation in the wrong case: `qđ`, `Ubnd`, `QĐ-TTG`. */
function isKnown(run: string): boolean {
  return KNOWN_ISSUERS.has(numberKey(run)) || (run.length > 1 && Boolean(typeOfAbbreviation(run)))
}

/** `12/qđ-sxd`: all in lower case, the type known. */
function isLowerBehindLower(run: string, before: string[]): boolean {
  const [first = ''] = before
  return /^\p{Ll}/u.test(first) && /^[\p{Ll}\d]{2,8}$/u.test(run)
}

/** Initials with small letters among them (`GDTrH`), or a word glued behind (`CPngày`). */
function cutLength(run: string): number {
  const [head = ''] = /^[\p{Lu}\d]+/u.exec(run) ?? []
  if (head.length < 2 || TONE.test(head.normalize('NFD'))) return 0
  const tail = run.slice(head.length)
  if (/^[a-zđ]{1,2}$/u.test(tail) && !GLUED_TAIL.test(tail)) return run.length
  if (/^[a-zđ]{1,2}\p{Lu}{1,6}$/u.test(tail)) return run.length
  return /^\p{Ll}/u.test(tail) ? head.length : 0
}

const SPLIT_TAIL =
  /^\s{1,4}(?<rest>[A-ZĐ][A-ZĐ\d]{0,6})(?=\s*ng\s?ày(?!\p{L})|\s+(?:của|CỦA|NG\s?ÀY)(?!\p{L}))/u
const ROOM_TAIL = /^\([A-ZĐ]{1,6}\d{0,2}\)(?=\s{0,40}(?:ng\s?ày|của|[,;.]|$))/u
const NUMERAL_TAIL = /^\s{1,4}\d{1,2}(?![\d/.-])/u
const ISSUER_TAIL = /^\s{1,40}(?<rest>[A-ZĐƯ]{2,10}(?:-[A-ZĐƯ\d]{2,10}){0,4})(?![\p{L}\d/-])/u

/**
 * Length of the end of a symbol that a stray blank cut off:
 *   689/SVN-CCHC VTLT ngày, NĐ-C P của    letters right before `ngày`, one letter before `của`
 *   1593/UBND(NC1) ngày                   a room in brackets
 *   54/2014/QH 13                         term of the National Assembly
 *   58/QĐ UBND ngày                       blank for the dash behind a type
 */
function tailLength(shape: string, end: number, groups: string[]): number {
  const after = shape.slice(end, end + 100)
  const last = groups.at(-1) ?? ''
  const room = ROOM_TAIL.exec(after)
  if (room) return room[0].length
  if (/(?:^|UBTV)QH$/u.test(last)) return lengthOf(NUMERAL_TAIL.exec(after))
  if (groups.length === 1) return issuerTail(after, last)
  const match = SPLIT_TAIL.exec(after)
  const isWord = (match?.groups?.rest ?? '').length > 1
  return isWord && /^\s+\S+\s+của/iu.test(after) ? 0 : lengthOf(match)
}

function lengthOf(match: RegExpExecArray | null): number {
  return match ? match[0].length : 0
}

function issuerTail(after: string, type: string): number {
  const match = typeOfAbbreviation(type) ? ISSUER_TAIL.exec(after) : null
  if (!match) return 0
  return SYMBOL_ENDS.test(after.slice(match[0].length)) ? match[0].length : 0
}
