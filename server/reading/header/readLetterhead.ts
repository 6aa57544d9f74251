import type { Copies } from '../fold.ts'
import type { Header, Span } from '../types.ts'
import { withoutNoise } from './findNoise.ts'
import { found, oneLine, trimmed } from './found.ts'
import type { Landmarks } from './landmarks.ts'

/**
 * The issuing body and the body above it, from the capitals before number, title and addressee:
 *   UBND TỈNH QUẢNG TRỊ⏎SỞ CÔNG THƯƠNG         body above, then issuer
 *   BỘ TÀI CHÍNH TỔNG CỤC HẢI QUAN             on one line
 *   ỦY BAN NHÂN DÂN⏎TỈNH KON TUM               one name on two lines, the motto of the other column between them
 *   BỘ TÀI CHÍNH - BỘ Y TẾ                     joint issuers, one field
 *   Hiệu lực: đã biết BỘ TÀI CHÍNH             words of a web page before it
 */
const HEAD =
  /^(?:bo|so|ubnd|u[yi]\s+ban|hdnd|hoi|tong|cuc|chi|van\s+phong|ban|vien|toa|trung\s+tam|truong|chinh\s+phu|quoc\s+hoi|thu\s+tuong|cong|thanh\s+(?:uy|tra|doan|pho\s+doan)|kho\s+bac|ngan\s+hang|bao\s+hiem|benh\s+vien|phong|tinh\s+(?:uy|doan)|huyen\s+(?:uy|doan)|quan\s+(?:uy|doan)|thi\s+(?:uy|doan)|xa\s+doan|dang|lien|mat\s+tran|doan|phu\s+thu\s+tuong|to|kiem\s+toan|chu\s+tich|tap\s+doan|hoc\s+vien|dai\s+hoc|xi\s+nghiep|nha|quy|hat\s+kiem|tram|doi|dai|bch|bqp|thuong\s+truc|uy\s+ban|lanh\s+dao|thong\s+tan|vu|dai\s+su|(?:thue|thong\s+ke|thi\s+hanh\s+an)(?=\s)|u[yi]$)(?![a-z])/u
const SECOND_BODY =
  /(?<=[^\s-]\s{1,3}[^\s-]\S*\s{1,3})(?<!(?:TỔNG|CHI|VĂN|BAN|BỘ|TRƯỞNG|GIÁM ĐỐC|CHỦ TỊCH)\s{1,3})(?=(?:TỔNG CỤC|CỤC|SỞ|CHI CỤC|BAN QUẢN LÝ|TRUNG TÂM|BAN CHỈ ĐẠO|THANH TRA|BAN NỘI CHÍNH|BAN TỔ CHỨC|BAN TUYÊN GIÁO|BAN DÂN VẬN|UBND XÃ|UBND PHƯỜNG|VĂN PHÒNG HĐND|VĂN PHÒNG ỦY BAN|VĂN PHÒNG UBND|TỔ CÔNG TÁC|BỆNH VIỆN|CÔNG AN|ĐẢNG ỦY|LIÊN ĐOÀN LAO ĐỘNG|PHÒNG (?:NỘI VỤ|TÀI CHÍNH|TƯ PHÁP|GIÁO DỤC|KINH TẾ|VĂN HÓA|TÀI NGUYÊN|LAO ĐỘNG|NÔNG NGHIỆP|Y TẾ))(?:\s|$))/u
const CAPITAL_WORDS = /^[\p{Lu}\p{N}\s,.&()/'’+-]+$/u
/** The first word of a narrow column: `ỦY⏎BAN NHÂN DÂN`. */
const CUT_WORD = /^(?:ỦY|UỶ)$/u
/** Names no body has alone: `ỦY BAN THƯỜNG VỤ⏎QUỐC HỘI`. */
const CUT_NAME = /^(?:ỦY|UỶ|(?:ỦY|UỶ) BAN THƯỜNG VỤ|VĂN PHÒNG|BỘ TRƯỞNG|CHỦ TỊCH|TỔNG CỤC)$/u
/** A run of capitals closing words of another kind. */
const CAPITALS_BEHIND = /(?<=\p{Ll}[^\p{Lu}]{0,8}\s)\p{Lu}{2,}(?:[\s,&-]{1,3}\p{Lu}+){1,12}$/u
const IN_SMALL_LETTERS =
  /^(?:Ủy ban|Uỷ ban|UBND|Sở|Bộ|Chính phủ|Quốc hội|Tổng cục|Cục|Văn phòng|Công ty|Trường|Bệnh viện|Đảng ủy|Tỉnh ủy|Hội đồng|Trung tâm|Phòng|Ban)\s[\p{L}\s,-]{3,70}$/u
const ENACTED =
  /(?:^|\n)[\s*_]{0,8}(?<body>Quốc hội|Ủy ban [Tt]hường vụ Quốc hội|Uỷ ban [Tt]hường vụ Quốc hội)\s{1,3}ban\s{1,3}hành\s|(?:^|\n)[\s*_]{0,8}Được\s{1,3}(?<court>Hội\s{1,3}đồng\s{1,3}Thẩm\s{1,3}phán\s{1,3}T(?:òa|oà)\s{1,3}án\s{1,3}nhân\s{1,3}dân\s{1,3}tối\s{1,3}cao)/u
const LONGEST_LINE = 140
const WIDEST_GAP = 200

export function readLetterhead(head: Copies, marks: Landmarks): Partial<Header> {
  const bodies = joinLines(head, bodyLines(head, marks), marks)
  const issuer = completed(head, bodies.at(-1), marks)
  const parent = bodies.at(-2)
  if (!issuer) return enactedBy(head)
  const read = (span: Span) =>
    found(head, span, oneLine(withoutNoise(head.text, span, marks.noise)))
  const fields = { issuer: read(issuer), parentAgency: parent && read(parent) }
  const { parentAgency } = fields
  if (!parentAgency || parentAgency.value === fields.issuer.value) return { issuer: fields.issuer }
  return { issuer: fields.issuer, parentAgency }
}

/** `ỦY BAN NHÂN DÂN` with its place lost: the line of the authority above the grounds has it. */
function completed(
  { shape }: Copies,
  issuer: Span | undefined,
  marks: Landmarks,
): Span | undefined {
  const words = issuer && shape.slice(issuer.start, issuer.end)
  if (words === undefined || !INCOMPLETE.test(words)) return issuer
  const from = marks.typeHeading?.end ?? issuer?.end ?? 0
  const area = shape.slice(from, marks.bodyStart)
  const line = new RegExp(
    `(?<=\\n[^\\S\\n]*(?:[*_]{0,3}|CHỦ TỊCH ))${words} [\\p{Lu} -]{4,60}(?=[*_]{0,3}\\s*$)`,
    'u',
  ).exec(area)
  return line
    ? { start: from + line.index, end: from + line.index + line[0].trimEnd().length }
    : issuer
}

const INCOMPLETE = /^(?:(?:ỦY|UỶ) BAN (?:NHÂN DÂN|THƯỜNG VỤ)|HỘI ĐỒNG NHÂN DÂN)$/u

/** Without a letterhead the enacting words name the issuer: `Quốc hội ban hành Luật …`. */
function enactedBy(head: Copies): Partial<Header> {
  const match = ENACTED.exec(head.shape)
  const words = match?.groups?.body ?? match?.groups?.court
  if (!match || !words) return {}
  const start = match.index + match[0].indexOf(words)
  return { issuer: found(head, { start, end: start + words.length }) }
}

/** Lines in capitals of the letterhead; where there are none, those that begin as a body's name does. */
function bodyLines(head: Copies, marks: Landmarks): Span[] {
  const pieces = cutLetterhead(head, marks)
  const capitals = pieces.flatMap(piece => capitalsIn(head, piece))
  if (capitals.length > 0 || !marks.noise.some(({ kind }) => kind === 'motto')) return capitals
  return pieces.filter(({ start, end }) => IN_SMALL_LETTERS.test(head.shape.slice(start, end)))
}

/** The letterhead without noise, each part of a line a piece of its own. */
function cutLetterhead(head: Copies, marks: Landmarks): Span[] {
  const end = letterheadEnd(marks)
  const { placeAndDate } = marks
  const pieces: Span[] = []
  let from = 0
  const cuts = [...marks.noise, ...(placeAndDate ? [placeAndDate] : []), ...breaks(head, end)]
  for (const cut of [...cuts, { start: end, end }].sort((a, b) => a.start - b.start)) {
    if (cut.start > end) break
    if (cut.start >= from) pieces.push(...split(head, { start: from, end: cut.start }))
    from = Math.max(from, cut.end)
  }
  return pieces.map(piece => trimmed(head, piece)).filter(({ start, end: to }) => to > start)
}

function letterheadEnd(marks: Landmarks): number {
  const { numberMark, subjectMark, typeHeading, placeAndDate, bodyStart } = marks
  const stops = [numberMark, subjectMark, typeHeading].flatMap(mark => (mark ? [mark.start] : []))
  const isRightFirst = placeAndDate && numberMark && numberMark.start > placeAndDate.start
  if (placeAndDate && !isRightFirst) stops.push(placeAndDate.start)
  return Math.min(bodyStart, 1500, ...stops)
}

/** Line ends, and gaps of three blanks: the gutter between two columns. */
function breaks({ shape }: Copies, end: number): Span[] {
  return [...shape.slice(0, end).matchAll(/\n|[ ]{3,}|\|/gu)].map(match => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}

function split({ shape, plain }: Copies, { start, end }: Span): Span[] {
  const at = shape.slice(start, end).search(SECOND_BODY)
  if (at <= 0 || !HEAD.test(plain.slice(start, end).trimStart())) return [{ start, end }]
  return [
    { start, end: start + at },
    { start: start + at, end },
  ]
}

function capitalsIn({ shape }: Copies, { start, end }: Span): Span[] {
  const line = shape.slice(start, end)
  if (line.length <= 2 && !CUT_WORD.test(line)) return []
  if (CAPITAL_WORDS.test(line)) {
    return line.length < LONGEST_LINE && !/\d{3}/u.test(line) ? [{ start, end }] : []
  }
  const behind = CAPITALS_BEHIND.exec(line.slice(-LONGEST_LINE))
  return behind ? [{ start: end - behind[0].length, end }] : []
}

/** A line that begins no body goes on with the name before it; a dash joins two bodies. */
function joinLines(head: Copies, lines: Span[], marks: Landmarks): Span[] {
  const bodies: Span[] = []
  for (const line of lines) {
    const starts = HEAD.test(head.plain.slice(line.start, line.end))
    const last = bodies.at(-1)
    if (last && goesOn(head, { last, line, starts }, marks)) last.end = line.end
    else if (starts || (lines.length === 1 && hasLetterhead(marks))) bodies.push({ ...line })
  }
  return bodies
}

function goesOn(
  { text, shape }: Copies,
  { last, line, starts }: { last: Span; line: Span; starts: boolean },
  { noise, placeAndDate }: Landmarks,
): boolean {
  const between = { start: last.end, end: line.start }
  if (between.end - between.start > WIDEST_GAP) return false
  const cuts: Span[] = placeAndDate ? [...noise, placeAndDate] : noise
  if (/[\p{L}\d]/u.test(withoutNoise(text, between, cuts))) return false
  return (
    !starts ||
    CUT_NAME.test(shape.slice(last.start, last.end)) ||
    /-\s*$|^\s?-\s/u.test(shape.slice(between.start, between.end))
  )
}

function hasLetterhead({ noise, numberMark }: Landmarks): boolean {
  return numberMark !== null || noise.some(({ kind }) => kind === 'motto')
}
