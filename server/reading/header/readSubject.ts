import { foldText } from '../../legal/foldText.ts'
import type { Copies } from '../fold.ts'
import type { Found, Header, Span } from '../types.ts'
import { found, oneLine, trimmed } from './found.ts'
import type { Landmarks } from './landmarks.ts'

/**
 * Trích yếu: behind `V/v` in a letter, behind the type in the other documents, up to what cannot belong to it:
 * motto, place and date, addressee, the authority's line (`BỘ TRƯỞNG BỘ Y TẾ`), the body.
 */
const LONGEST = 900
const BODY_START =
  /\n[\s*_"“']*(?:can\s+cu\s|thuc\s+hien\s|kinh\s+gui|xet\s|theo\s|tren\s+co\s+so|de\s+|nham\s|trong\s|ngay\s+\d|ngay\s+\d|nhung\s|vua\s+qua|sau\s+|dieu\s+\d|[ivx]+\.\s|\d{1,2}\.\s|phan\s|chuong\s|[-+•(]|nghi\s+dinh\s*:|ky\s+boi)|\s(?:can\s+cu\s+(?:luat|nghi|hien|quyet|thong|van|ke)|kinh\s+gui\s*:)|[-_*=]{3,}/u
const OFFICE =
  /(?:bo\s+truong|chu\s+tich|giam\s+doc|tong\s+cuc\s+truong|cuc\s+truong|thong\s+doc|chanh\s+an|vien\s+truong|tong\s+giam\s+doc|chu\s+nhiem|truong\s+ban|tong\s+thanh\s+tra)\s+$/u
const OFFICE_LINE =
  /\n\s*(?:BỘ TRƯỞNG|CHỦ TỊCH|GIÁM ĐỐC|TỔNG CỤC TRƯỞNG|CỤC TRƯỞNG|THỐNG ĐỐC|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|THỦ TƯỚNG|CHÍNH PHỦ|QUỐC HỘI|SỞ |UBND |BAN )/u
const NOTE = /\[[^\]]{0,900}\]/gu
const OWN_DATA = /^của\s.{2,80}?\ssố\s\S+\sngày\s.{6,30}?\snăm\s\d{4}\s*/iu

export function readSubject(
  copies: Copies,
  marks: Landmarks,
  header: Partial<Header>,
): Found | undefined {
  const letter = marks.subjectMark
  const heading = marks.typeHeading
  const from = heading && !(letter && letter.start < heading.start) ? heading.end : letter?.end
  if (from === undefined) return undefined
  const end = subjectEnd(copies, from, { marks, header, isLetter: from === letter?.end })
  const span = trimmed(copies, { start: from, end: skipNoise(marks, from, end) })
  const value = oneLine(copies.text.slice(span.start, span.end).replace(NOTE, ' '))
    .replace(OWN_DATA, '')
    .replace(/^V\s?\/\s?v\s*:?\s*/iu, '')
    .replace(/[\s.,;]+$/u, '')
  return value.length > 2 ? found(copies, span, value) : undefined
}

function subjectEnd(
  copies: Copies,
  from: number,
  { marks, header, isLetter }: { marks: Landmarks; header: Partial<Header>; isLetter: boolean },
): number {
  const stops = [
    marks.addresseeMark,
    marks.placeAndDate,
    isLetter ? marks.typeHeading : null,
    marks.numberMark,
  ].flatMap(mark => (mark && mark.start > from ? [mark.start] : []))
  const limit = Math.min(copies.text.length, from + LONGEST, ...stops)
  const plain = copies.plain.slice(from, limit).replace(NOTE, note => '#'.repeat(note.length))
  const lead = /^\s*/u.exec(plain)?.[0].length ?? 0
  const body = plain.slice(lead).search(BODY_START)
  let end = body < 0 ? limit : from + lead + body
  end = Math.min(
    end,
    wideGap(copies, { from, start: from + lead, end }),
    capitalsEnd(copies, from + lead, end),
  )
  return beforeAuthority(copies, { start: from, end }, header)
}

/**
 * A gap clearly wider than those between the title's own lines ends it: where lines follow each other without a blank one (from
 * the type to the title, or inside it), the first blank line; in a text set double, three of them.
 */
function wideGap({ shape }: Copies, { from, start, end }: Span & { from: number }): number {
  const words = shape.slice(start, end)
  const between = shape.slice(from, start)
  const isSingle = between.includes('\n')
    ? /^[^\S\n]*\n[^\S\n]*$/u.test(between)
    : /^[^\n]+\n[^\S\n]*[^\s]/u.test(words)
  const blank = isSingle ? /\n[^\S\n]*\n/u : /\n[^\S\n]*\n[^\S\n]*\n[^\S\n]*\n/u
  const gap = blank.exec(words)
  return gap ? start + gap.index : end
}

/** A title in capitals ends where ordinary words begin. */
function capitalsEnd({ shape }: Copies, start: number, end: number): number {
  const words = shape.slice(start, end)
  if (!/^[^\p{Ll}]{30}/u.test(words)) return end
  const ordinary = /\s\p{Lu}?\p{Ll}+\s\p{Ll}*/u.exec(words.slice(30))
  return ordinary ? start + 30 + ordinary.index : end
}

/** `… NĂM 2015 BỘ TRƯỞNG BỘ TƯ PHÁP`: the authority's own line is no part of the title. */
function beforeAuthority(copies: Copies, { start, end }: Span, header: Partial<Header>): number {
  const line = OFFICE_LINE.exec(copies.shape.slice(start, end))
  if (line && line.index > 3) return start + line.index
  const name = header.issuer?.value ?? ''
  const words = copies.plain.slice(start, end).replace(/\s/gu, ' ')
  const at = authorityAt(words, name)
  if (at === null) return end
  return start + (OFFICE.exec(words.slice(0, at + 1))?.index ?? at)
}

/** Where the issuer's name closes the words: nothing longer than the name behind, no digits. */
function authorityAt(words: string, name: string): number | null {
  const issuer = foldText(name).split(' ').slice(0, 3).join(' ')
  const at = issuer.length < 5 ? -1 : words.lastIndexOf(` ${issuer}`)
  const rest = words.slice(at)
  return at < 10 || rest.trim().length > name.length + 8 || /\d/u.test(rest) ? null : at
}

/** Noise at the end of the span (motto of the other column) is cut. */
function skipNoise({ noise }: Landmarks, from: number, end: number): number {
  const inside = noise.filter(
    span => span.start > from + 3 && span.start < end && span.end - span.start > 8,
  )
  return Math.min(end, ...inside.map(span => span.start))
}
