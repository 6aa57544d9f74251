import { issuerKey, issuerKeyOfSymbol, sameIssuer } from '../legal/issuerKey.ts'
import { remembered } from '../legal/remembered.ts'
import type { Copies } from './fold.ts'
import { issuerLength, knownLength } from './issuerLength.ts'
import {
  ALSO_SAID,
  BRACKET_BEFORE,
  HEAD_WORD,
  ISSUER_AFTER,
  LINKS_BEFORE,
  MADE_AFTER,
  MADE_AFTER_VERB,
  MAY_LINK,
  OPENS_WITH_IT,
  SAYS,
  SENT_TO,
  TITLE_START,
  TOLD_BEFORE,
} from './patterns/issuer.ts'

const REACH = 200
const REACH_BEFORE = 190
const LINK_REACH = 120
const TOLD_REACH = 420

/** The issuer named right behind a citation: `… của Bộ Tài chính hướng dẫn`, `… do UBND tỉnh ban hành`. */
export function readIssuerAfter(copies: Copies, at: number): string | null {
  const after = copies.plain.slice(at, at + 24)
  const lead = ISSUER_AFTER.exec(after)
  if (lead) return isNextSpeaker(copies, at, lead[0]) ? null : issuerAt(copies, at + lead[0].length)
  const speaker = saysThere(copies, at, after)
  if (speaker) return speaker
  const maker = MADE_AFTER.exec(after)
  return maker ? readMaker(copies, at + maker[0].length) : readBare(copies, at)
}

/** `Theo đề nghị của A tại Văn bản số … ngày …, của Giám đốc Công an tỉnh tại Văn bản số …`: who says the next one. */
function isNextSpeaker(copies: Copies, at: number, lead: string): boolean {
  if (!lead.trimStart().startsWith(',')) return false
  const name = nameAt(copies, at + lead.length, at + REACH)
  return name !== null && /^\s+tai\s/u.test(copies.plain.slice(name.end, name.end + 8))
}

function readBare(copies: Copies, at: number): string | null {
  const blanks = /^\s+(?=\p{Lu})/u.exec(copies.shape.slice(at, at + 8))
  if (!blanks) return null
  const start = at + blanks[0].length
  const length = knownLength(copies.plain.slice(start, start + REACH), [])
  const isNamed =
    length > 0 && TITLE_START.test(copies.plain.slice(start + length, start + length + 24))
  return isNamed ? issuerAt(copies, start, start + length) : null
}

/** `Tại Công văn số … ngày …, Bộ Xây dựng đã có ý kiến …`: the line or sentence begins with the document. */
function saysThere(copies: Copies, at: number, after: string): string | null {
  const blanks = /^,\s+/u.exec(after)
  if (!blanks || !OPENS_WITH_IT.test(copies.plain.slice(Math.max(0, at - 160), at))) return null
  const name = nameAt(copies, at + blanks[0].length, at + REACH)
  return name && SAYS.test(copies.plain.slice(name.end, name.end + 40)) ? name.words : null
}

/** The name whose verb says that it made the document. */
function readMaker(copies: Copies, start: number): string | null {
  const name = nameAt(copies, start, start + REACH)
  return name && MADE_AFTER_VERB.test(copies.plain.slice(name.end, name.end + 40))
    ? name.words
    : null
}

/**
 * The issuer named before a citation, its document's number told: `đề nghị của Giám đốc Sở Y tế tại Tờ trình số …`,
 * `Bộ Y tế có Công văn số …`, `đã được UBND tỉnh phê duyệt tại Quyết định số …`. Not past `limit`; not a body the number's
 * symbol denies (`Bộ Tài chính hướng dẫn theo Nghị định số 12/2020/NĐ-CP`).
 */
export function readIssuerBefore(
  copies: Copies,
  at: number,
  { limit, number }: { limit: number; number: string },
): string | null {
  const from = Math.max(limit, at - REACH_BEFORE)
  const before = copies.shape.slice(from, at)
  if (!MAY_LINK.test(before.slice(-24))) return null
  const told = toldBefore(copies, at, limit)
  if (told && !isDenied(told, number)) return told
  for (const link of [...LINKS_BEFORE, BRACKET_BEFORE]) {
    const window = before.slice(-LINK_REACH)
    const match = link.exec(window)
    if (!match) continue
    const end = at - window.length + match.index
    const name = nameEndingAt(copies, { from, end, isOwner: link === BRACKET_BEFORE })
    if (name && !isDenied(name, number)) return name
  }
  return null
}

/** `nghe Ban Tổ chức Trung ương báo cáo về … (Báo cáo số`, `Báo cáo của Đảng ủy Chính phủ về … (Báo cáo số`. */
function toldBefore(copies: Copies, at: number, limit: number): string | null {
  const from = Math.max(limit, at - TOLD_REACH)
  const match = TOLD_BEFORE.exec(copies.plain.slice(from, at))
  const words = match?.[1]
  if (!match || words === undefined) return null
  const start = from + match.index + match[0].indexOf(words)
  const name = nameAt(copies, start, start + words.length)
  return name?.end === start + words.length ? name.words : null
}

/** The longest name that ends where the link begins. */
function nameEndingAt(
  copies: Copies,
  { from, end, isOwner }: { from: number; end: number; isOwner: boolean },
): string | null {
  const shape = copies.shape.slice(from, end)
  const clause = clauseIn(shape)
  for (const match of shape.matchAll(HEAD_WORD)) {
    if (match.index < clause) continue
    const lead = shape.slice(Math.max(0, match.index - 12), match.index)
    if (isOwner ? !/(?:của|và|[,:;])\s+$|^\s*$/u.test(lead) : SENT_TO.test(lead)) continue
    const name = nameAt(copies, from + match.index, end)
    if (name && isNoMore(copies.text.slice(name.end, end))) return name.words
  }
  return null
}

/** Nothing behind the name, or the person in the office: `Thủ tướng Chính phủ Nguyễn Văn A vừa ký …`. */
function isNoMore(rest: string): boolean {
  return /^\s*(?:(?:\s\p{Lu}\p{Ll}{1,6}){3,4}\s*)?$/u.test(rest)
}

/**
 * Whether a body that spoke before goes on: `Sở Nội vụ tại Tờ trình số 14/TTr-SNV …, Công văn số 22/SNV-CCHC`, with nothing but
 * one sentence between and the body's own symbol in the number.
 */
export function saidAlso(
  copies: Copies,
  spoken: { name: string; end: number },
  said: { start: number; number: string },
): boolean {
  const between = copies.plain.slice(spoken.end, said.start)
  if (between.length > 500 || !ALSO_SAID.test(between) || /[;:]|\.\s/u.test(between)) return false
  if (/^\s*(?:,|va|,\s*va)\s*$/u.test(between)) return !isDenied(spoken.name, said.number)
  const [one, other] = keysOf(spoken.name, said.number)
  return one !== '' && one.split('/')[0] === other.split('/')[0]
}

/** Where the last part of a sentence starts: behind its last stop, bracket or quotation mark. */
function clauseIn(shape: string): number {
  for (let at = shape.length; at > 0; at--) if (STOPS.includes(shape.charAt(at - 1))) return at
  return 0
}

const STOPS = ';:.“”"()'

/** A central symbol tells its body, `SNV` a department; `UBND` may be any People's Committee, and is no department. */
function isDenied(name: string, number: string): boolean {
  const [one, other] = keysOf(name, number)
  if (one === '' || other === '') return false
  if (!other.includes('/')) return sameIssuer({ one, other }) === false
  const [body, told] = [one, other].map(key => key.split('/')[0] ?? '')
  return body !== told && (isDepartment(told) ? one.includes('/') : isDepartment(body))
}

const keyOfName = remembered(issuerKey)
const keyOfSymbol = remembered(issuerKeyOfSymbol)

/** Keys of a body's name and of the body a number's symbol names. */
function keysOf(name: string, number: string): [string, string] {
  return [keyOfName(name), keyOfSymbol(number.replace(/^[\d.]+\p{Ll}?/u, '1'))]
}

function isDepartment(body = ''): boolean {
  return body.startsWith('so ')
}

/** The name standing at `start`: up to a word no name holds, at most to `end`. */
export function issuerAt(copies: Copies, start: number, end = start + REACH): string | null {
  return nameAt(copies, start, end)?.words ?? null
}

function nameAt(copies: Copies, start: number, end: number): { words: string; end: number } | null {
  const words = { plain: copies.plain.slice(start, end), shape: copies.shape.slice(start, end) }
  const written = copies.text
    .slice(start, start + issuerLength(words, copies.issuerNames))
    .replace(/[\s,\-–]+$/u, '')
  const name = written.replace(/\s+/gu, ' ').trim()
  return /\p{Lu}/u.test(name) ? { words: name, end: start + written.length } : null
}
