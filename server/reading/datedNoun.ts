import type { IsoDate } from '../legal/dates.ts'
import type { Copies } from './fold.ts'
import { nounBefore } from './nounBefore.ts'
import { DATE_AT } from './patterns/date.ts'
import { isoFromMatch } from './readDate.ts'
import type { Span } from './types.ts'

/** A noun with the day of its document between it and the number. */
export interface DatedNoun extends Span {
  date: IsoDate
  /** `của Chính phủ`, wherever it stands; empty when nobody is named. */
  owner: string
}

const OWNER = /^\s{0,40}(?:cua\s[^;:.,()\d]{3,90})?$/u
const REACH = 220

/**
 * The day before the number, `at` being where `số` stands:
 *   Nghị định của Chính phủ ngày 03/4/2020 số 12/2020/NĐ-CP
 *   Quyết định ngày 3/4/2020 của UBND tỉnh số 44/QĐ-UBND
 */
export function datedNoun(copies: Copies, at: number, limit: number): DatedNoun | null {
  const from = Math.max(limit, at - REACH)
  const day = from + copies.plain.slice(from, at).lastIndexOf('ngay')
  if (day < from) return null
  const match = DATE_AT.exec(copies.plain.slice(day, at))
  const date = match && isoFromMatch(match)
  if (!match || !date) return null
  const dayEnd = day + match[0].length
  if (!OWNER.test(copies.plain.slice(dayEnd, at))) return null
  const { noun, owner } = nounAndOwner(copies, day, from)
  const behind = copies.text.slice(dayEnd, at).trim()
  return noun && { ...noun, date, owner: owner || behind }
}

function nounAndOwner(
  copies: Copies,
  day: number,
  from: number,
): { noun: Span | null; owner: string } {
  const of = from + copies.plain.slice(from, day).lastIndexOf(' cua ')
  const isOwned = of >= from && OWNER.test(copies.plain.slice(of, day).trimEnd())
  const owner = isOwned ? copies.text.slice(of, day).trim() : ''
  return { noun: nounBefore(copies, isOwned ? of : day, from), owner }
}
