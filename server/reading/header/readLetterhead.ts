import type { Copies } from '../fold.ts'
import type { Header, Span } from '../types.ts'
import { found, oneLine, trimmed } from './found.ts'
import type { Landmarks } from './landmarks.ts'

/**
 * The issuing body and the body above it, from the capitals before number, title and addressee:
 *   UBND TỈNH QUẢNG TRỊ⏎SỞ CÔNG THƯƠNG         body above, then issuer
 *   BỘ TÀI CHÍNH TỔNG CỤC HẢI QUAN             on one line
 *   ỦY BAN NHÂN DÂN⏎TỈNH KON TUM               one name on two lines, the motto of the other column between them
 *   BỘ TÀI CHÍNH - BỘ Y TẾ                     joint issuers, one field
 */
const HEAD =
  /^(?:bo|so|ubnd|u[yi]\s+ban|hdnd|hoi|tong|cuc|chi|van\s+phong|ban|vien|toa|trung\s+tam|truong|chinh\s+phu|quoc\s+hoi|thu\s+tuong|cong|thanh|kho\s+bac|ngan\s+hang|bao\s+hiem|benh\s+vien|phong|tinh\s+uy|huyen\s+uy|dang|lien|mat\s+tran|doan|phu\s+thu\s+tuong|to|kiem\s+toan|chu\s+tich|tap\s+doan|hoc\s+vien|dai\s+hoc|xi\s+nghiep|nha)(?![a-z])/u
const SECOND_BODY =
  /(?<=\S\s+\S+\s+)(?=(?:TỔNG CỤC|CỤC|SỞ|CHI CỤC|BAN QUẢN LÝ|TRUNG TÂM|BAN CHỈ ĐẠO|THANH TRA|BAN NỘI CHÍNH|BAN TỔ CHỨC|BAN TUYÊN GIÁO)\s)/u
const WORDS_IN_CAPITALS = /^[\p{Lu}\p{N}\s,.&()'’-]+$/u
const LONGEST_LINE = 140

export function readLetterhead(copies: Copies, marks: Landmarks): Partial<Header> {
  const bodies = joinLines(copies, capitalLines(copies, marks))
  const issuer = bodies.at(-1)
  const parent = bodies.at(-2)
  if (!issuer) return {}
  return {
    issuer: found(copies, issuer, nameIn(copies, issuer, marks)),
    ...(parent ? { parentAgency: found(copies, parent, nameIn(copies, parent, marks)) } : {}),
  }
}

/** The words of a body's lines without what the other column put between them. */
function nameIn({ text }: Copies, { start, end }: Span, { noise }: Landmarks): string {
  const parts: string[] = []
  let from = start
  for (const cut of noise.filter(cut => cut.start >= start && cut.end <= end)) {
    parts.push(text.slice(from, cut.start))
    from = cut.end
  }
  return oneLine([...parts, text.slice(from, end)].join(' '))
}

/** Lines of capitals in the letterhead, noise cut out, each part of a line a piece of its own. */
function capitalLines(copies: Copies, marks: Landmarks): Span[] {
  const end = letterheadEnd(marks)
  const pieces: Span[] = []
  let from = 0
  const cuts = [...marks.noise, ...breaks(copies, end), { start: end, end }]
  for (const cut of cuts.sort((a, b) => a.start - b.start)) {
    if (cut.start > end) break
    if (cut.start >= from) pieces.push(...split(copies, { start: from, end: cut.start }))
    from = Math.max(from, cut.end)
  }
  return pieces.map(piece => trimmed(copies, piece)).filter(piece => isBodyLine(copies, piece))
}

function letterheadEnd({
  numberMark,
  subjectMark,
  typeHeading,
  placeAndDate,
  bodyStart,
}: Landmarks): number {
  const marks = [numberMark, subjectMark, typeHeading, placeAndDate].flatMap(mark =>
    mark ? [mark.start] : [],
  )
  const stops =
    placeAndDate && numberMark && numberMark.start > placeAndDate.start ? [numberMark.start] : marks
  return Math.min(bodyStart, 1500, ...stops)
}

/** Line ends, and gaps of three blanks: the gutter between two columns. */
function breaks({ shape }: Copies, end: number): Span[] {
  return [...shape.slice(0, end).matchAll(/\n|[ ]{3,}/gu)].map(match => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}

function split(copies: Copies, { start, end }: Span): Span[] {
  const at = copies.shape.slice(start, end).search(SECOND_BODY)
  const head = copies.plain.slice(start, end).trimStart()
  if (at <= 0 || !HEAD.test(head)) return [{ start, end }]
  return [
    { start, end: start + at },
    { start: start + at, end },
  ]
}

function isBodyLine({ shape }: Copies, { start, end }: Span): boolean {
  const line = shape.slice(start, end)
  return (
    line.length > 3 &&
    line.length < LONGEST_LINE &&
    WORDS_IN_CAPITALS.test(line) &&
    !/\d{3}/u.test(line)
  )
}

/** A line that begins no body goes on with the name before it; a dash joins two bodies. */
function joinLines(copies: Copies, lines: Span[]): Span[] {
  const bodies: Span[] = []
  for (const line of lines) {
    const last = bodies.at(-1)
    const starts = HEAD.test(copies.plain.slice(line.start, line.end))
    const dashed = last && /-\s*$/u.test(copies.shape.slice(last.end, line.start))
    if (last && (!starts || dashed) && line.start - last.end < 60) last.end = line.end
    else if (starts) bodies.push({ ...line })
  }
  return bodies
}
