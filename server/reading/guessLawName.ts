import { matchLawName } from './matchLawName.ts'
import { AMENDS, COMMA_HEAD, LAW_JOINT, NAME_STOP, NOT_A_NAME } from './patterns/lawName.ts'

const LONGEST = 240
const MOST_WORDS = 24
/** Words a name without year or day behind it may have. */
const MOST_PLAIN_WORDS = 14

/** A stretch of text in its two copies. */
interface Words {
  plain: string
  shape: string
}

/** Length of a law's name not in the tables, told by the words around it; 0 where none is. */
export function guessedLength(words: Words): number {
  const plain = words.plain.slice(0, LONGEST)
  const shape = words.shape.slice(0, LONGEST)
  const head = /^(?:bo\s+luat|phap\s+lenh|\S+)\s+/u.exec(plain)?.[0].length ?? 0
  const isLoud = !/\p{Ll}/u.test(shape.slice(0, head + 12))
  const written = isLoud ? shape.toLowerCase() : shape
  if (NOT_A_NAME.test(written.slice(head))) return 0
  if (!plain.includes(',') && runsOn(plain, written, head)) return 0
  const stop = firstStop(written, head)
  const length = cutList({ plain, shape: written }, { head, stop })
  const name = withoutJoint(plain.slice(0, length))
  return isNameLong(name, { head, isClosed: isClosed(plain, length) }) ? name.length : 0
}

/** Nothing ends the words before they are more than a name has. */
function runsOn(plain: string, shape: string, head: number): boolean {
  WORD_ENDS.lastIndex = 0
  for (let count = 0; count <= MOST_WORDS + 1; count++) if (!WORD_ENDS.test(plain)) return false
  const end = WORD_ENDS.lastIndex
  return firstStop(shape.slice(0, end), head) === end
}

const WORD_ENDS = /\s+/gu

/** A name without the `và`, blanks and commas behind it. */
function withoutJoint(words: string): string {
  let end = words.length
  while (end > 0 && IS_JOINT.test(words.charAt(end - 1))) end--
  const name = words.slice(0, end)
  return name.endsWith('va') ? name.replace(/\s+va$/u, '') : name
}

const IS_JOINT = /[\s,-]/u

/** Stops are words in lower case: `Luật Thi đua` has none. */
function firstStop(shape: string, head: number): number {
  NAME_STOP.lastIndex = head
  const match = NAME_STOP.exec(shape)
  NAME_STOP.lastIndex = 0
  return match?.index ?? shape.length
}

/** Where a comma or the stop ends the name: a comma inside a name is followed by its lower case other half. */
function cutList({ plain, shape }: Words, { head, stop }: { head: number; stop: number }): number {
  for (const match of plain.slice(0, stop).matchAll(/\s*,\s*/gu)) {
    if (match.index < head) continue
    const rest = shape.slice(match.index + match[0].length, stop)
    const first = plain.slice(head, match.index)
    const goesOn = /^\p{Ll}/u.test(rest) && rest.length < 90
    if (goesOn && (isClosed(plain, stop) || COMMA_HEAD.test(first))) continue
    return match.index
  }
  return stop
}

function isNameLong(
  name: string,
  { head, isClosed }: { head: number; isClosed: boolean },
): boolean {
  const count = wordCount(name)
  return count >= 2 && count <= (isClosed ? MOST_WORDS : MOST_PLAIN_WORDS) && name.length > head
}

/** Words of a name, no further counted than a name may have. */
function wordCount(name: string): number {
  const blanks = /\s+/gu
  let count = 1
  while (count <= MOST_WORDS && blanks.test(name)) count++
  return count
}

/** A name with commas counts only when something ends it for sure: a date, a year, a number, the clause. */
function isClosed(plain: string, length: number): boolean {
  return /^\s*(?:ng\s?ay\s|nam\s+\d|(?:19|20)\d{2}|so\s+\d|[;.)]|$)/u.test(plain.slice(length))
}

/**
 * Length of the name of a law that amends others: the laws it lists are part of it, known or as the words tell
 * (`Luật sửa đổi, bổ sung một số điều của Luật Dược và Luật Thú y`); else all words up to its date
 * (`Luật sửa đổi, bổ sung một số điều của các Luật về thuế ngày …`).
 */
export function amendingLength({ plain, shape }: Words, titles: readonly string[]): number {
  const lead = AMENDS.exec(plain)
  const list = lead ? listLength({ plain, shape }, { at: lead[0].length, titles }) : 0
  if (list > 0) return list
  const match = /\s+(?:ng\s?ay\s+\d|\d{1,2}\s+thang\s+\d|(?:nam\s+)?(?:19|20)\d{2}(?!\d))/u.exec(
    plain,
  )
  return match && !/[;:“”"]|\.\s|hieu luc/u.test(plain.slice(0, match.index)) ? match.index : 0
}

function listLength(
  { plain, shape }: Words,
  { at, titles }: { at: number; titles: readonly string[] },
): number {
  const ends: { end: number; joint: string }[] = []
  for (let from = at; from < plain.length;) {
    const rest = { plain: plain.slice(from), shape: shape.slice(from) }
    const length = matchLawName(rest.plain, titles) || guessedLength(rest)
    if (length === 0) break
    const joint = LAW_JOINT.exec(plain.slice(from + length, from + length + 40))?.[0] ?? ''
    ends.push({ end: from + length, joint })
    if (!joint) break
    from += length + joint.length
  }
  return listEnd(plain, ends)
}

/** Laws set apart by `;` are one list only when `và` and a year or day end it: `Luật A; Luật B và Luật C 2025`. */
function listEnd(plain: string, ends: { end: number; joint: string }[]): number {
  const last = ends.at(-1)?.end ?? 0
  const cut = ends.find(({ joint }) => joint.includes(';'))
  const isOne = (ends.at(-2)?.joint ?? '').includes('va') && isClosed(plain, last)
  return cut && !isOne ? cut.end : last
}
