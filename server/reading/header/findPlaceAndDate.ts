import { findProvince } from '../../legal/provinces.ts'
import type { Copies } from '../fold.ts'
import type { Span } from '../types.ts'

/**
 * The line of place and date, also with blanks, dots, slips of a scanner and joined to what stands before it:
 *   Quảng Trị, ngày 19 tháng 4 năm 2019        Hà Nội, ngày    tháng 3 năm 2024        …, ngày … tháng … năm …
 *   Bắc An, ngày 20/3/2022        HÀ NỘI, NGÀY 5 THÁNG 6 NĂM 1999        Số: 12/QĐ-X Hà Nội, ngày 3 tháng 4 năm 2020
 * Not: `thông qua ngày …`, `Nghị định số … ngày …`, `Ngày 2 tháng 9 năm 1945, nhân dân ta …`.
 */
export interface PlaceAndDate extends Span {
  place: Span | null
  day: string
  month: string
  year: string
  dateStart: number
}

const DATE =
  /(?<![a-z])ng\s?ay(?:(?<day>[\s\d.…_,ol]{0,40}?)th?ang(?<month>[\s\d.…_,ol]{0,40}|\s{0,4}[^\s\d]{1,3}\s{0,4})nam\s{0,6}(?<year>(?:1[89]|2[\do])\s?[\do]\s?\d(?!\d)|[\d.…_]{0,12})|\s{0,2}:?\s{0,4}(?<d>\d{1,2})\s?[/.-]\s?(?<m>\d{1,2})\s?[/.-]\s?(?<y>\d{4})(?!\d))/gu
const PREFIX =
  '(?:(?:Thành phố|TP\\.?|Tp\\.?|Thị xã|TX\\.?|Quận|Huyện|Xã|Phường|Thị trấn|Đặc khu)\\s{1,2})?'
const PLACE = new RegExp(
  `(?<![\\p{L}\\d])(?<place>${PREFIX}(?:Hà nội|\\p{Lu}[\\p{L}'’]*(?:[^\\S\\n]{1,2}(?:-\\s)?\\p{Lu}[\\p{L}'’.]*){0,5}))\\s?(?<comma>[,;.]?)(?:(?<=[,;.])[\\s*_]{0,12}|[^\\S\\n*_]{0,12}[*_]{0,3}[^\\S\\n]{0,8})$`,
  'u',
)
const BLANK_BEFORE = /(?:^|\n|\s{3})[\s.…_,*|-]{0,60}$/u
const NOTHING_BEHIND = /^[\s*_)|]{0,8}(?:\n|$|\p{Lu}{2}|Kính|V\/v|Số)/u
const LINE_HEAD = /(?:^|\n|\s{2})[\s*_|(-]{0,8}$/u
const NO_PLACE = /^(?:.|Từ|Số|Ngày|Vào|Đến|Trong|Luật)$/u
const BEFORE = 70

/** The first such line before `limit`. `joints` are places where joined lines may begin: ends of number and motto. */
export function findPlaceAndDate(
  { plain, shape }: Copies,
  limit: number,
  joints: readonly number[],
): PlaceAndDate | null {
  for (const match of plain.slice(0, limit).matchAll(DATE)) {
    const start = match.index
    const end = start + match[0].trimEnd().length
    const place = placeBefore(shape, start - hourBefore(shape, start), joints)
    if (!place && !isAlone(shape, { start, end })) continue
    return { start: place?.start ?? start, end, place, ...parts(match), dateStart: start }
  }
  return null
}

/** `Lào Cai, hồi 21 giờ 30 ngày 29 tháng 9 năm 2025`: length of the words for the hour before a date. */
function hourBefore(shape: string, at: number): number {
  return HOUR.exec(shape.slice(Math.max(0, at - 40), at))?.[0].length ?? 0
}

const HOUR =
  /(?:hồi|lúc)\s{1,3}\d{1,2}\s{0,2}(?:giờ|h|:)(?:\s{0,2}\d{1,2}(?:\s{0,2}phút)?)?\s{0,2},?\s{0,3}$/u

/** Nothing but blanks and dots before it, and no sentence behind. */
function isAlone(shape: string, { start, end }: Span): boolean {
  const before = shape.slice(Math.max(0, start - BEFORE), start)
  return BLANK_BEFORE.test(before) && NOTHING_BEHIND.test(shape.slice(end, end + 20))
}

function parts({ groups = {} }: RegExpExecArray): { day: string; month: string; year: string } {
  return {
    day: digits(groups.d ?? groups.day),
    month: digits(groups.m ?? groups.month),
    year: digits(groups.y ?? groups.year),
  }
}

function digits(words = ''): string {
  return words.replaceAll('o', '0').replaceAll('l', '1').replace(/\D+/gu, '')
}

function placeBefore(shape: string, at: number, joints: readonly number[]): Span | null {
  const from = Math.max(0, at - BEFORE)
  const joint = joints.findLast(end => end <= at && end > from)
  const base = joint ?? from
  const match = PLACE.exec(shape.slice(base, at))
  const { place = '.', comma } = match?.groups ?? {}
  if (!match || NO_PLACE.test(place)) return null
  const start = base + match.index
  const isFree = joint !== undefined || LINE_HEAD.test(shape.slice(from, start))
  return (
    provinceAcrossLines(shape, start, place) ?? cutPlace(place, start, isSure(place, comma, isFree))
  )
}

/** A comma makes it a place; without one it stands free and is no abbreviation: `…-VKSNDTC-⏎BTP ngày`. */
function isSure(place: string, comma: string | undefined, isFree: boolean): boolean {
  return comma ? comma !== '.' : isFree && /\p{Ll}/u.test(place)
}

/** The place from the province on; without a comma it must stand free or be a province's name. */
function cutPlace(place: string, start: number, sure: boolean): Span | null {
  const cut = provinceCut(place)
  return sure || cut > 0 ? { start: start + cut, end: start + place.length } : null
}

/** `Hà⏎Nội, ngày` of a narrow column. */
function provinceAcrossLines(shape: string, start: number, place: string): Span | null {
  const before = /\p{Lu}\p{L}+\s{0,3}\n\s{0,3}$/u.exec(shape.slice(Math.max(0, start - 20), start))
  if (!before || findProvince(place)) return null
  const first = start - before[0].length
  const end = start + place.length
  if (isLineOfItsOwn(shape, first) && shape[end] === ',') return { start: first, end }
  return findProvince(shape.slice(first, end).replace(/\s+/gu, ' ')) ? { start: first, end } : null
}

/** `|⏎Tam⏎Kỳ, ngày`: the one word of its line. */
function isLineOfItsOwn(shape: string, at: number): boolean {
  return /[|\n]\s{0,3}\n[^\S\n]{0,3}$/u.test(shape.slice(Math.max(0, at - 12), at))
}

/** Joined lines put other words in capitals before a province: `Luật Hải Quan Hà Nội`. */
function provinceCut(place: string): number {
  if (findProvince(place)) return 0
  const words = [...place.matchAll(/\S+/gu)]
  if (words.length < 3) return 0
  const tail = words.slice(1).find(({ index }) => findProvince(place.slice(index)))
  return tail?.index ?? 0
}
