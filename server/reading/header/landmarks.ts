import type { Copies } from '../fold.ts'
import type { Span } from '../types.ts'
import { TYPE_HEADING } from './typeHeading.ts'

/**
 * Where the parts of a letterhead stand, whatever the order a text layer gives its two columns:
 *   CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM · Độc lập - Tự do - Hạnh phúc · ĐẢNG CỘNG SẢN VIỆT NAM
 *   Số: 599/SCT-VP          V/v …          Quảng Trị, ngày 19 tháng 4 năm 2019          Kính gửi: …
 */
export interface Landmarks {
  /** Motto, rulers, draft marks, stamps: nobody's words. */
  noise: Span[]
  /** The mark `Số:`, and what stands behind it. */
  numberMark: Span | null
  subjectMark: Span | null
  placeAndDate: PlaceAndDate | null
  addresseeMark: Span | null
  typeHeading: Span | null
  /** Where the body begins: nothing of the head stands behind. */
  bodyStart: number
}

export interface PlaceAndDate extends Span {
  place: Span | null
  day: string
  month: string
  year: string
  dateStart: number
}

const HEAD_REACH = 4000
const NOISE =
  /cong\s+h[o0]a\s+xa\s+hoi\s+chu\s+nghia\s+viet\s+nam|d[o0]c\s+lap\s*[-.]?\s*tu\s+do\s*[-.]?\s*hanh\s+phuc|dang\s+cong\s+san\s+viet\s+nam|[-_*=~.+]{3,}|^\s*[*_-]\s*$|du\s+thao(?:\s+lan\s+(?:thu\s+)?\d+)?|^\s*(?:ky\s+boi|co\s+quan|thoi\s+gian\s+ky|email)\s*:[^\n]*/gmu
const NUMBER_MARK =
  /(?<![\p{L}\d])(?:Luật\s+s[oốóỏ]|Pháp\s+lệnh\s+s[oố]|Nghị\s+quyết\s+s[oố]|S[oôốóỏ]|SỐ)\s*:\s*/gu
const NUMBER_MARK_BARE = /^[ \t]*(?:Số|SỐ|So)\s+(?=\d{1,5}\s?[-/])/gmu
const SUBJECT_MARK = /(?<![a-z])v\s?\/\s?v\s*:?\s*/gu
const ADDRESSEE_MARK = /(?<![a-z])kinh\s+gui\s*:?\s*/gu
const BODY =
  /^[\s*_"“']*(?:can\s+cu\s|xet\s|theo\s+de\s+nghi|dieu\s+1\s*[.:]|thuc\s+hien\s|chuong\s+(?:i|1)(?![a-z\d]))/gmu
const PLACE_AND_DATE =
  /(?<place>\p{Lu}[\p{L}.]*(?:[ -]\p{Lu}[\p{L}.]*){0,5})?[ \t]*,?[ \t]*(?<![\p{L}])ngày(?<day>[\s\d.…_]{0,30})tháng(?<month>[\s\d.…_]{0,30})năm\s*(?<year>\d{4})?/giu

/** Finds the landmarks of the head. */
export function findLandmarks(copies: Copies): Landmarks {
  const plain = copies.plain.slice(0, HEAD_REACH)
  const shape = copies.shape.slice(0, HEAD_REACH)
  const addresseeMark = first(plain, ADDRESSEE_MARK)
  const body = first(plain, BODY)?.start ?? Math.min(HEAD_REACH, copies.text.length)
  const bodyStart = Math.min(body, addresseeMark?.end ?? Infinity)
  return {
    noise: [...plain.matchAll(NOISE)].map(spanOf),
    numberMark: before(first(shape, NUMBER_MARK) ?? first(shape, NUMBER_MARK_BARE), bodyStart),
    subjectMark: before(first(plain, SUBJECT_MARK), bodyStart),
    placeAndDate: placeAndDate(shape, bodyStart),
    addresseeMark,
    typeHeading: before(first(shape, TYPE_HEADING), bodyStart),
    bodyStart,
  }
}

function spanOf(match: RegExpExecArray): Span {
  return { start: match.index, end: match.index + match[0].length }
}

function first(text: string, pattern: RegExp): Span | null {
  const match = text.matchAll(pattern).next().value
  if (!match) return null
  const named = match.groups?.type
  const span = spanOf(match)
  return named ? { start: span.end - named.length, end: span.end } : span
}

function before(span: Span | null, limit: number): Span | null {
  return span && span.start < limit ? span : null
}

function placeAndDate(shape: string, limit: number): PlaceAndDate | null {
  for (const match of shape.matchAll(PLACE_AND_DATE)) {
    if (match.index >= limit) return null
    const { place, day = '', month = '', year = '' } = match.groups ?? {}
    if (
      !place &&
      !/^[\s]*$/u.test(shape.slice(shape.lastIndexOf('\n', match.index) + 1, match.index))
    )
      continue
    const start = match.index
    const clean = (part: string) => part.replace(/\D+/gu, '')
    return {
      ...spanOf(match),
      place: place ? { start, end: start + place.length } : null,
      day: clean(day),
      month: clean(month),
      year,
      dateStart: start + match[0].toLowerCase().indexOf('ngày'),
    }
  }
  return null
}
