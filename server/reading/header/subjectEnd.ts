import { foldText } from '../../legal/foldText.ts'
import type { Copies } from '../fold.ts'
import type { Span } from '../types.ts'
import type { Landmarks } from './landmarks.ts'
import { isLetter } from './readType.ts'

/** Where a title that begins at a place ends. */
const LONGEST = 1200
const NOTE = /\[[^\]]{0,900}\]/gu
const BODY_START =
  /\n[\s*_"“']{0,12}(?:can\s+cu\s|thuc\s+hien\s|kinh\s+gui|xet\s|theo\s|tren\s+co\s+so|de\s|nham\s|trong\s|ngay\s+\d|nhung\s|vua\s+qua|sau\s+|hom\s+nay|dieu\s+\d|nhan\s+danh\s|[ivx]+\s?\.\s|\d{1,2}\s?[.)]\s|phan\s|chuong\s|loi\s+noi\s+dau|duoc\s+hoi\s+dong|nguon\s+an\s+le|khoa\s+[ivx\d]|[+•(]|-(?!\s?[\p{L}\s]{0,20}hoi\s)|nghi\s+dinh\s*:|ky\s+boi|(?:quoc\s+hoi|uy\s+ban\s+thuong\s+vu\s+quoc\s+hoi|chinh\s+phu|bo\s+truong\s[^\n]{3,70}?|thong\s+doc\s[^\n]{3,60}?)\s+ban\s+hanh\s)|[^\S\n](?:can\s+cu\s|dieu\s+1\s?[.:]|chuong\s+[i1][\s.]|phan\s+thu\s+nhat|i\.\s|kinh\s+gui\s*:|loi\s+noi\s+dau|duoc\s+hoi\s+dong\s+tham|quoc\s+hoi\s+ban\s+hanh|bo\s+truong\s+bo\s[^.\n]{3,90}\sban\s+hanh\s)|[-_*=]{3,}/gu
const OFFICE =
  /(?:bo\s+truong|chu\s+tich|giam\s+doc|tong\s+cuc\s+truong|cuc\s+truong|thong\s+doc|chanh\s+an|vien\s+truong|tong\s+giam\s+doc|chu\s+nhiem|truong\s+ban|tong\s+thanh\s+tra)\s+$/u
const OFFICE_LINE =
  /\n[\s*_]*(?:BỘ TRƯỞNG|CHỦ TỊCH|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|TỔNG CỤC TRƯỞNG|CỤC TRƯỞNG|CHI CỤC TRƯỞNG|THỐNG ĐỐC|CHÁNH ÁN|VIỆN TRƯỞNG|TỔNG KIỂM TOÁN|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND TỈNH|UBND XÃ|UBND HUYỆN|HỘI ĐỒNG NHÂN DÂN|HỘI ĐỒNG THẨM PHÁN|THỦ TƯỚNG|CHÍNH PHỦ|QUỐC HỘI|ỦY BAN THƯỜNG VỤ|BAN THƯỜNG VỤ|BAN CHẤP HÀNH|HIỆU TRƯỞNG|SỞ |TỔNG THANH TRA)(?![\p{Ll}])/u

/** Joined to the title: `… NĂM 1991 QUỐC HỘI NƯỚC CỘNG HOÀ …`. */
const ASSEMBLY = /(?<!CỦA)\sQUỐC HỘI NƯỚC CỘNG H/u

/** Joined to the title the body is told by a capital and small letters: `… NĂM 2019 Căn cứ …`. */
const JOINED = /^(?:\p{Lu}\p{Ll}|I\.)/u
/** A type without a title: the body follows at once. */
const BODY_AT_ONCE =
  /^(?:can\s+cu\s|kinh\s+gui|xet\s+(?:de\s+nghi|to\s+trinh)|dieu\s+1[\s.:]|duoc\s+hoi\s+dong|loi\s+noi\s+dau|chuong\s+[i1]|quoc\s+hoi\s+ban\s+hanh)/u

interface Around {
  marks: Landmarks
  issuer: string
}

export function subjectEnd(head: Copies, from: number, { marks, issuer }: Around): number {
  const limit = firstStop(head, from, marks)
  const plain = head.plain.slice(from, limit).replace(NOTE, note => '#'.repeat(note.length))
  const lead = /^[\s*_]*/u.exec(plain)?.[0].length ?? 0
  const start = from + lead
  if (BODY_AT_ONCE.test(plain.slice(lead, lead + 60))) return from
  const end = Math.min(
    bodyAt(head, { start, end: limit }, plain.slice(lead)),
    wideGap(head, { from, start, end: limit }, marks),
    issuerLine(head, { start, end: limit }, issuer),
    capitalsEnd(head, start, limit),
  )
  return beforeAuthority(head, { start: from, end }, issuer)
}

/** Where the body begins. A line that begins in small letters goes on with the title: `… bồi thường⏎trong trường hợp …`. */
function bodyAt({ shape }: Copies, { start, end }: Span, plain: string): number {
  for (const { index, 0: words } of plain.matchAll(BODY_START)) {
    const first = words.search(/[a-z\d]/u)
    if (first < 0) return start + index
    const opening = shape.slice(start + index + first, start + index + first + 2)
    if (words.startsWith('\n') ? !/^\p{Ll}/u.test(opening) : JOINED.test(opening)) {
      return start + index
    }
  }
  return end
}

/** The nearest landmark behind. The date of the other column stands inside a `V/v` whose next line goes on in small letters. */
function firstStop(head: Copies, from: number, marks: Landmarks): number {
  const { addresseeMark, placeAndDate, typeHeading, numberMark, noise } = marks
  const stops = [addresseeMark, isLetter(marks) ? typeHeading : null, numberMark]
  if (placeAndDate && !goesOnBehind(head, placeAndDate, marks)) stops.push(placeAndDate)
  for (const cut of noise) {
    if (cut.kind === 'motto' && goesOnBehind(head, cut, marks)) continue
    if (cut.kind !== 'furniture' && cut.end - cut.start > 2 && cut.start > from + 3) stops.push(cut)
  }
  const starts = stops.flatMap(stop => (stop && stop.start >= from ? [stop.start] : []))
  return Math.min(head.text.length, from + LONGEST, ...starts)
}

function goesOnBehind({ shape }: Copies, span: Span, marks: Landmarks): boolean {
  if (!isLetter(marks) || !marks.addresseeMark || span.start > marks.addresseeMark.start)
    return false
  const behind = shape.slice(span.end, marks.addresseeMark.start)
  return /^[^\S\n]*\n[^\S\n]*\p{Ll}/u.test(behind)
}

/**
 * A gap clearly wider than those between the title's own lines ends it: where lines follow each other without a blank one (from
 * the type to the title, or inside it), the first blank line; in a text set double, three of them.
 */
function wideGap(
  { shape }: Copies,
  { from, start, end }: Span & { from: number },
  { noise }: Landmarks,
): number {
  const words = shape.slice(start, end)
  const between = shape.slice(from, start)
  const isSingle = between.includes('\n')
    ? /^[^\S\n*_]*[*_]*\n[^\S\n*_]*[*_]*$/u.test(between)
    : /^[^\n]+\n[^\S\n]*[^\s]/u.test(words)
  const isMarked = /[*_]/u.test(between)
  const blank = isSingle || isMarked ? /\n[^\S\n]*\n/gu : /\n[^\S\n]*\n[^\S\n]*\n[^\S\n]*\n/gu
  for (const gap of words.matchAll(blank)) {
    const at = start + gap.index
    if (/^[\s*_#]*\p{Ll}/u.test(shape.slice(at, at + 40))) continue
    const isFurniture = noise.some(
      cut => cut.kind === 'furniture' && cut.start >= at && cut.start <= at + gap[0].length + 2,
    )
    if (!isFurniture) return at
  }
  return end
}

/** A title in capitals ends where ordinary words begin: `… TRONG CẢ NƯỚC Ngày 24 tháng 6`, `THUẾ THU NHẬP Luật Thuế`. */
function capitalsEnd({ shape }: Copies, start: number, end: number): number {
  const words = shape.slice(start, end).replace(NOTE, note => '#'.repeat(note.length))
  const ordinary = /[\s"”]\p{Lu}\p{Ll}+\s+(?=[\p{L}\d]*\p{Ll}|\d)/u.exec(words)
  if (!ordinary) return end
  const before = words.slice(0, ordinary.index)
  const letters = before.replace(/[^\p{L}]/gu, '')
  const small = letters.replace(/\P{Ll}/gu, '').length
  const isTitle = letters.length >= 3 && small * 12 <= letters.length
  if (/^\S+(?:\s\S+)?$/u.test(before.trim()) && ordinary[0].startsWith('\n')) return end
  return isTitle ? start + ordinary.index : end
}

/** A line that begins with the issuer in small letters is the body: `Bệnh viện thông báo kết quả như sau`. */
function issuerLine({ plain, shape }: Copies, { start, end }: Span, issuer: string): number {
  const name = foldText(issuer).split(' ').slice(0, 2).join(' ')
  if (name.length < 5) return end
  for (let at = plain.indexOf(`\n${name} `, start); at >= 0 && at < end;) {
    const isSmall = /^\p{Lu}\p{Ll}/u.test(shape.slice(at + 1, at + 3))
    if (isSmall && !/\s(?:cua|tai|thuoc|do|va|cho|voi)\s*$/u.test(plain.slice(start, at))) return at
    at = plain.indexOf(`\n${name} `, at + 1)
  }
  return end
}

/** `… NĂM 2015 BỘ TRƯỞNG BỘ TƯ PHÁP`: the authority's own line is no part of the title. */
function beforeAuthority(copies: Copies, { start, end }: Span, issuer: string): number {
  const line =
    OFFICE_LINE.exec(copies.shape.slice(start, end)) ??
    ASSEMBLY.exec(copies.shape.slice(start, end))
  if (line && /\S/u.test(copies.shape.slice(start, start + line.index))) return start + line.index
  const words = copies.plain.slice(start, end).replace(/\s/gu, ' ')
  const at = authorityAt(words, issuer)
  if (at === null) return end
  return start + (OFFICE.exec(words.slice(0, at + 1))?.index ?? at)
}

/** Where the issuer's name closes the words: nothing longer than the name behind, no digits. */
function authorityAt(words: string, name: string): number | null {
  const issuer = foldText(name).split(' ').slice(0, 3).join(' ')
  const at = issuer.length < 5 ? -1 : words.lastIndexOf(` ${issuer}`)
  const rest = words.slice(at)
  if (/cua\s*$/u.test(words.slice(0, Math.max(0, at)))) return null
  return at < 10 || rest.trim().length > name.length + 8 || /\d/u.test(rest) ? null : at
}
