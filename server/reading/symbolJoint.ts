import { typeOfAbbreviation } from '../legal/documentNumber.ts'
import { SYMBOL_ENDS } from './patterns/documentNumber.ts'

const JOINT = /(\s{0,120})([-/\\,&.])(\s{0,120})(?=[\p{L}\d])/uy
const GROUPS = /[\p{Lu}\d]{1,20}(?:-[\p{Lu}\d]{1,20}){0,4}(?![\p{L}\d])/uy

/**
 * Where the next group of a symbol begins behind the sign that joins it; null when the symbol ends here.
 *   QĐ-UBND  TTLT/BTC  XDCQ,CTTN  CTTN&BĐG  QĐ.UBND     signs without blanks
 *   UBND- HCC  KL -HĐ  QĐ-⏎⏎UBND                        a blank on one side of a dash or slash
 *   QĐ - UBND                                           on both sides: right behind the type, else only where
 *                                                       the symbol surely ends behind the next group
 * `TT-BTC⏎- UBND tỉnh` is the next item of a list.
 */
export function jointAt(shape: string, end: number, groups: string[]): number | null {
  JOINT.lastIndex = end
  const match = JOINT.exec(shape)
  if (!match) return null
  const [whole, before = '', sign = '', after = ''] = match
  const read = JOINTS[sign]
  return read ? read(shape, end + whole.length, { before, after, groups }) : null
}

interface Around {
  before: string
  after: string
  groups: string[]
}

const JOINTS: Record<string, (shape: string, next: number, around: Around) => number | null> = {
  '-': dashJoint,
  '/': slashJoint,
  '\\': slashJoint,
  ',': commaJoint,
  '&': (_shape, next) => next,
  '.': (shape, next, { before, after }) =>
    before === '' && after === '' && (endsSurely(shape, next) || isRoman(shape, next))
      ? next
      : null,
}

function dashJoint(shape: string, next: number, { before, after, groups }: Around): number | null {
  if (before === '' || isTypeAlone(groups)) return isNextNumber(shape, next) ? null : next
  if (after === '' && !before.includes('\n')) return next
  if (isSpread(shape, next - before.length - after.length - 1, groups)) return next
  return endsSurely(shape, next) || isRoom(shape, next, groups) ? next : null
}

/** `599/SCT - VP⏎`: the room that wrote a letter ends its line. */
function isRoom(shape: string, next: number, groups: string[]): boolean {
  const end = next + groupsAt(shape, next).length
  return (
    groups.length === 1 && end > next && /^\s{0,9}(?:\n|V\/v)/u.test(shape.slice(end, end + 14))
  )
}

/** `TTLT - BXD - BCT`: the dash before the last group stood between blanks as well. */
function isSpread(shape: string, end: number, groups: string[]): boolean {
  const last = groups.at(-1) ?? ''
  return groups.length > 1 && shape.startsWith(' - ', end - last.length - 3)
}

/** Only a type so far: its issuer has to follow. */
function isTypeAlone(groups: string[]): boolean {
  const [first = ''] = groups
  return groups.length === 1 && Boolean(typeOfAbbreviation(first))
}

function slashJoint(shape: string, next: number, { before, after, groups }: Around): number | null {
  if (/\d/u.test(shape.charAt(next)))
    return isYear(shape, next) && before + after === '' ? next : null
  if (before + after === '' || isTypeAlone(groups)) return next
  return endsSurely(shape, next) ? next : null
}

/** `43/NĐ-CP/2014`. */
function isYear(shape: string, next: number): boolean {
  return /^(?:19|20)\d{2}(?![\d/\p{L}])/u.test(shape.slice(next, next + 6))
}

/** `XDCQ,CTTN&BĐG`; with a blank only when the date follows. The abbreviation of a type begins another citation. */
function commaJoint(shape: string, next: number, { after }: Around): number | null {
  const groups = groupsAt(shape, next)
  const [first = ''] = groups.split('-')
  if (groups === '' || typeOfAbbreviation(first) || isBody(first)) return null
  const rest = shape.slice(next + groups.length, next + groups.length + 60)
  if (after === '') return next
  return /^\s{1,40}ng\s?ày\s/u.test(rest) || rest.startsWith('&') ? next : null
}

/** Bodies a sentence goes on with: `…/QĐ-UBND, UBND tỉnh`. */
function isBody(group: string): boolean {
  return /^(?:UBND|HĐND|HDND|UBMTTQ|BCĐ)$/u.test(group)
}

/** `QĐ- 13/2020/…`: the dash opens the next item of a list. */
function isNextNumber(shape: string, next: number): boolean {
  return /^\d{1,6}\s?[/-]/u.test(shape.slice(next, next + 10))
}

/** `KBKV.XII-NV1`: which region. */
function isRoman(shape: string, next: number): boolean {
  return /^[IVX]{1,6}(?:-|\s|$)/u.test(shape.slice(next, next + 8))
}

function endsSurely(shape: string, next: number): boolean {
  const groups = groupsAt(shape, next)
  return (
    groups !== '' && SYMBOL_ENDS.test(shape.slice(next + groups.length, next + groups.length + 60))
  )
}

function groupsAt(shape: string, at: number): string {
  GROUPS.lastIndex = at
  return GROUPS.exec(shape)?.[0] ?? ''
}
