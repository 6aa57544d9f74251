import type { Copies } from '../fold.ts'
import type { Span } from '../types.ts'
import type { Noise } from './findNoise.ts'
import { findNoise } from './findNoise.ts'
import type { PlaceAndDate } from './findPlaceAndDate.ts'
import { findPlaceAndDate } from './findPlaceAndDate.ts'
import type { TypeHeading } from './typeHeading.ts'
import { findTypeHeading } from './typeHeading.ts'
import { ownNumberAt } from './readNumber.ts'

/**
 * Where the parts of a letterhead stand, whatever the order a text layer gives its two columns:
 *   CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM · Độc lập - Tự do - Hạnh phúc · ĐẢNG CỘNG SẢN VIỆT NAM
 *   Số: 599/SCT-VP          V/v …          Quảng Trị, ngày 19 tháng 4 năm 2019          Kính gửi: …
 */
export interface Landmarks {
  /** Motto, rulers, page furniture, stamps: nobody's words. */
  noise: Noise[]
  /** The mark `Số:`. */
  numberMark: Span | null
  /** The number behind it; null when it was left blank. */
  number: Span | null
  subjectMark: Span | null
  placeAndDate: PlaceAndDate | null
  addresseeMark: Span | null
  typeHeading: TypeHeading | null
  /** Where the body begins: nothing of the head stands behind. */
  bodyStart: number
  /** End of the last landmark: the foot stands behind it. */
  end: number
}

const NUMBER_MARK =
  /(?<![\p{L}\d])(?:(?:Bộ luật|Luật|Pháp lệnh|Nghị quyết|Lệnh|Sắc lệnh|Bản án|Quyết định|Thông báo|Văn bản|LUẬT|BỘ LUẬT|PHÁP LỆNH|NGHỊ QUYẾT|BẢN ÁN)\s{1,3}s[oôốóỏ]|S[oôốóỏọÔỐÓO]{1,2})\s?[:;]\s{0,40}/gu
/** Without a colon only right before a number: `Số 12-NQ/TU`, `ÁN LỆ SỐ 88/2031/AL`, `Án lệ số 05/2016/AL`. */
const NUMBER_MARK_BARE =
  /(?:^[^\S\n]*[*_]{0,3}|(?<=\s{3})|(?<=(?:ÁN LỆ|Án lệ)\s)(?=s|SỐ)|(?<=VIỆT NAM\s))(?:Số|SỐ|(?<=lệ )số|So|Só)\s{1,40}[.…]{0,12}(?=\d{0,5}\p{Ll}?\s{0,12}[-/]\s?[\p{L}\d])/gmu
const NUMBER_LINE = /^[^\S\n]*\d{1,5}\p{Ll}?\s?[/-]\s?[\p{Lu}\d]/gmu
const SUBJECT_MARK =
  /(?<![a-z])v\s?\/\s?v\s{0,3}:?\s*|^[^\S\n]*(?:ve\s{1,3}viec|trich\s{1,3}yeu)\s?:\s*/gmu
const SUBJECT_MARK_LINE = /^[^\S\n]*(?=ve\s{1,3}[a-z]{2,12}\s)/gmu
const ADDRESSEE_MARK = /(?<![a-z])kinh\s{1,4}gui[\s*_]{0,4}:?[\s*_]{0,8}/gu
const TELEGRAM_MARK = /(?<=\p{Lu}{2,20}\s{1,3})(?:điện|ĐIỆN)\s{0,3}:\s*/gu
const BODY =
  /^[\s*_"“'-]{0,12}(?:can\s{1,4}cu\s|xet\s|theo\s{1,4}de\s{1,4}nghi|dieu\s{1,4}1\s{0,4}[.:\n]|thuc\s{1,4}hien\s|chuong\s{1,4}(?:i|1)(?![a-z\d])|loi\s{1,4}noi\s{1,4}dau|nguon\s{1,4}an\s{1,4}le|duoc\s{1,4}hoi\s{1,4}dong\s{1,4}tham\s{1,4}phan|(?:quoc\s{1,4}hoi|uy\s{1,4}ban\s{1,4}thuong\s{1,4}vu\s{1,4}quoc\s{1,4}hoi|chinh\s{1,4}phu)\s{1,4}ban\s{1,4}hanh\s|phan\s{1,4}(?:thu\s{1,4}nhat|i|1|a)(?![a-z\d])|i\s?[.:-]\s|1\s?[.)]\s)/gmu

/** Finds the landmarks of a head. */
export function findLandmarks(head: Copies): Landmarks {
  const noise = findNoise(head)
  const { addresseeMark, bodyStart } = findBody(head)
  const hasMotto = noise.some(({ kind, start }) => kind === 'motto' && start < bodyStart)
  const { numberMark, number } = findNumber(head, bodyStart, hasMotto)
  const joints = [...noise, number ?? numberMark]
    .flatMap(span => span?.end ?? [])
    .sort((a, b) => a - b)
  const placeAndDate = findPlaceAndDate(head, bodyStart, joints)
  const joined = placeAndDate ? [...joints, placeAndDate.end] : joints
  const typeHeading = findTypeHeading(head, bodyStart, joined)
  const mayBeBare = typeHeading === null && (hasMotto || numberMark !== null)
  const subjectMark =
    findSubjectMark(head.plain.slice(0, bodyStart), mayBeBare) ??
    (mayBeBare ? partySubject(head.shape.slice(0, bodyStart), numberMark) : null)
  const marks = [number, numberMark, placeAndDate, typeHeading, addresseeMark, subjectMark]
  return {
    noise,
    numberMark,
    number: number && wholeNumber(head.shape, number, placeAndDate),
    subjectMark,
    placeAndDate,
    addresseeMark,
    typeHeading,
    bodyStart,
    end: Math.max(0, ...marks.map(mark => mark?.end ?? 0)),
  }
}

function findBody({ plain, shape }: Copies): Pick<Landmarks, 'addresseeMark' | 'bodyStart'> {
  const body = first(plain, BODY)?.start ?? plain.length
  const kinhGui = first(plain.slice(0, body + 40), ADDRESSEE_MARK)
  const addresseeMark =
    kinhGui && kinhGui.start <= body ? kinhGui : first(shape.slice(0, body), TELEGRAM_MARK)
  return { addresseeMark, bodyStart: Math.min(body, addresseeMark?.start ?? Infinity) }
}

/** A number alone on its line is the document's own only below a motto. */
function findNumber(
  head: Copies,
  limit: number,
  hasMotto: boolean,
): Pick<Landmarks, 'numberMark' | 'number'> {
  const numberMark = firstMark(head.shape, limit)
  return {
    numberMark,
    number: numberMark
      ? ownNumberAt(head, numberMark.end)
      : hasMotto
        ? numberLine(head, limit)
        : null,
  }
}

/** `Về việc` without a mark opens a letter's subject only in a letterhead that prints no type. */
function findSubjectMark(plain: string, mayBeBare: boolean): Span | null {
  return first(plain, SUBJECT_MARK) ?? (mayBeBare ? first(plain, SUBJECT_MARK_LINE) : null)
}

/** A letter of the Party prints its subject below the number, unmarked: `Số 437-CV/ĐU⏎Tham mưu triển khai …`. */
function partySubject(shape: string, numberMark: Span | null): Span | null {
  const behind = numberMark && PARTY_LETTER.exec(shape.slice(numberMark.end, numberMark.end + 80))
  const start = behind ? numberMark.end + behind[0].length : 0
  return behind ? { start, end: start } : null
}

const PARTY_LETTER = /^[^\S\n]*\d{0,6}[^\S\n]*-\s?CV\/[\p{Lu}-]{2,20}[^\S\n]*\n\s*(?=\p{Lu}\p{Ll})/u

/** Where the mark was lost a number alone on its line. */
function numberLine(head: Copies, limit: number): Span | null {
  for (const { index, 0: line } of head.shape.slice(0, limit).matchAll(NUMBER_LINE)) {
    const number = ownNumberAt(head, index + line.search(/\d/u))
    if (number && /^[\s*_]*(?:\n|$)/u.test(head.shape.slice(number.end, number.end + 12)))
      return number
  }
  return null
}

function first(text: string, pattern: RegExp): Span | null {
  const match = text.matchAll(pattern).next().value
  return match ? { start: match.index, end: match.index + match[0].length } : null
}

function firstMark(shape: string, limit: number): Span | null {
  const marks = [NUMBER_MARK, NUMBER_MARK_BARE].flatMap(
    pattern => first(shape.slice(0, limit), pattern) ?? [],
  )
  return marks.sort((a, b) => a.start - b.start)[0] ?? null
}

/** A long symbol broken at a dash goes on below the other column's date: `13/2026/TTLT-VKSNDTC-   Hà Nội, ngày …⏎TANDTC-BCA`. */
function wholeNumber(shape: string, number: Span, date: PlaceAndDate | null): Span {
  if (!date || date.start < number.end) return number
  if (!/^\s?-\s{1,40}$/u.test(shape.slice(number.end, date.start))) return number
  const rest = /^\s{1,8}[\p{Lu}\d]{2,12}(?:-[\p{Lu}\d]{2,12}){0,6}(?=\s)/u.exec(
    shape.slice(date.end, date.end + 90),
  )
  return rest ? { start: number.start, end: date.end + rest[0].length } : number
}
