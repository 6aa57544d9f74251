import type { IsoDate } from '../legal/dates.ts'
import { lawNumbered } from '../legal/laws.ts'
import type { Copies } from './fold.ts'
import type { NameFound } from './findNames.ts'
import type { NumberFound } from './findNumbers.ts'
import { guessedLength } from './guessLawName.ts'
import { matchLawName } from './matchLawName.ts'
import { readDateAfter } from './readDate.ts'
import { AMENDING, AMENDS, LAW_BEFORE, LAW_JOINT } from './patterns/lawName.ts'

const REACH = 1200
/** How far before `sửa đổi` a law's word may begin. */
const BACK = 240

/** The word an amending law starts with, and the last of the laws it lists. */
interface Outer {
  copies: Copies
  start: number
  word: string
  last: NumberFound
}

/**
 * Laws that amend numbered laws, nested in the words:
 *   Luật sửa đổi, bổ sung một số điều của Luật A số 1/2024/QH15 và Luật B số 2/2023/QH15 ngày …
 *     → the day is the amending law's, cited by name around the two numbers
 *   Luật sửa đổi, bổ sung một số điều của Luật A số 44/2009/QH12
 *     → the number is the amending law's, unless the table of laws says it is A's
 * Numbers come back with the words and days that are theirs, the laws cited by name beside.
 */
export function nestAmendingLaws(
  copies: Copies,
  numbers: readonly NumberFound[],
): { numbers: NumberFound[]; names: NameFound[] } {
  const nested = [...numbers]
  const names: NameFound[] = []
  const at = new Map(numbers.map((number, index) => [number.start, index]))
  for (const { word, start } of amendingWords(copies.plain)) {
    const listed = listedLaws(copies, start, from => numbers[at.get(from) ?? -1])
    const last = listed.at(-1)
    const index = at.get(last?.start ?? -1)
    if (!last || index === undefined) continue
    const outer = { copies, start, word: copies.text.slice(start, start + word.length), last }
    const day = readDateAfter(copies.plain.slice(last.numberEnd, last.numberEnd + 80))
    if (!isAround(listed)) nested[index] = widened(outer)
    else if (day) {
      names.push(around(outer, day))
      nested[index] = { ...last, end: last.numberEnd, date: null, year: null }
    }
  }
  return { numbers: nested, names }
}

/** Law's words right before `sửa đổi`, `sửa bổ sung`, in order: these are the rarer ones to look for. */
function* amendingWords(plain: string): Generator<{ word: string; start: number }> {
  for (let at = plain.indexOf('sua'); at >= 0; at = plain.indexOf('sua', at + 3)) {
    AMENDING.lastIndex = at
    if (!/\s/u.test(plain.charAt(at - 1)) || !AMENDING.test(plain)) continue
    const before = plain.slice(Math.max(0, at - BACK), at).trimEnd()
    const word = LAW_BEFORE.exec(before)
    if (word) yield { word: word[0], start: Math.max(0, at - BACK) + word.index }
  }
}

/** The laws listed, each its numbered citation or null; empty when the last has no number. */
function listedLaws(
  { plain, shape }: Copies,
  start: number,
  numberAt: (start: number) => NumberFound | undefined,
): (NumberFound | null)[] {
  const listed: (NumberFound | null)[] = []
  const end = start + REACH
  const lead = AMENDS.exec(plain.slice(start, start + 120))
  let from = lead ? start + lead[0].length : end
  while (from < end) {
    const number = numberAt(from)
    const rest = { plain: plain.slice(from, from + 260), shape: shape.slice(from, from + 260) }
    const length = number ? 0 : matchLawName(rest.plain) || guessedLength(rest)
    if (!number && length === 0) break
    listed.push(number ?? null)
    const after = number ? number.numberEnd : from + length
    const joint = LAW_JOINT.exec(plain.slice(after, after + 40))
    if (!joint) break
    from = after + joint[0].length
  }
  return listed
}

/** Every listed law has its own number: what stands behind the last is the amending law's. */
function isAround(listed: (NumberFound | null)[]): boolean {
  const last = listed.at(-1)
  if (!last || listed.includes(null)) return false
  return listed.length > 1 || isBase(last)
}

/** The table knows the number as that of a law which amends no other. */
function isBase({ number }: NumberFound): boolean {
  const law = lawNumbered(number)
  return law !== null && !/^\S+(?: lệnh| luật)? sửa đổi/u.test(law.title)
}

function around(
  { copies, start, word, last }: Outer,
  { date, length }: { date: IsoDate; length: number },
): NameFound {
  return {
    start,
    end: last.numberEnd + length,
    type: word,
    title: tidy(copies.text.slice(start, last.numberEnd)),
    date,
    year: null,
    issuer: null,
    amendedIn: [],
  }
}

/** The numbered citation from the amending law's word on. */
function widened({ copies, start, word, last }: Outer): NumberFound {
  const lead = copies.text.slice(start + word.length, last.start)
  return {
    ...last,
    start,
    type: tidy(word),
    between: tidy(`${lead} ${last.type ?? ''} ${last.between}`),
  }
}

function tidy(words: string): string {
  return words.replace(/\s+/gu, ' ').trim()
}
