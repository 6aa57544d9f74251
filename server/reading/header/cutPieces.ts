import type { Copies } from '../fold.ts'
import type { Span } from '../types.ts'
import { MODE, NAME, NAME_IN_CAPITALS, OFFICE, RANK, SIGNED_MARK } from './signaturePatterns.ts'
import { withLineBreaks } from './withLineBreaks.ts'

/**
 * What a piece of the foot is by its form. Two columns put pieces of both on one line:
 *   - Như Điều 3;              KT. GIÁM ĐỐC        item · mode
 *   - Lưu: VT, VP.             PHÓ GIÁM ĐỐC        item · role
 */
export interface Piece extends Span {
  kind: 'mode' | 'role' | 'name' | 'signedName' | 'capitals' | 'signed' | 'item' | 'words'
  words: string
  /** Lines counted from the start of the span, so that pieces of one line are known. */
  line: number
  /** Which column of the line. */
  column: number
}

const GUTTER = /[^\S\n]{3,}|\t| ?\| ?/gu
const COLUMN_JOINT = new RegExp(
  `(?<![\\p{L}\\d/.])(?=${MODE}\\s?\\p{Lu}{2})|(?<=[\\p{Ll}\\d).;:/]\\s{1,2})(?<!(?:KT|TM|TL|UQ|Q|/T|/M|/L)[.\\s]{1,3})(?=${OFFICE})`,
  'gu',
)
const STARTS_MODE = new RegExp(`^${MODE}(?![\\p{Ll}])`, 'u')
const STARTS_OFFICE = new RegExp(`^${OFFICE}`, 'u')
const NEXT_OFFICE = new RegExp(`(?<=[^,]\\s)(?=${OFFICE})`, 'gu')
const OFFICE_IN_WORDS =
  /^(?:Phó |Quyền )?(?:Giám đốc|Chủ tịch|Chủ nhiệm|Cục trưởng|Chi cục trưởng|Vụ trưởng|Trưởng phòng|Trưởng ban|Chánh Văn phòng|Hiệu trưởng|Viện trưởng|Chuyên viên|Kế toán trưởng|Bí thư|Thủ tướng|Bộ trưởng|Thứ trưởng|Tổng Giám đốc)(?: [\p{L}]+){0,6}$/u
const WHOLE_NAME = new RegExp(`^${RANK}(?<name>${NAME})$`, 'u')
/** `Nguyễn Văn A (Đã ký)`: a signer whose office is not printed. */
const SIGNED_NAME = new RegExp(`^${RANK}${NAME}\\s*\\([Đđ]ã ký\\)$`, 'u')
const NAME_BEHIND = new RegExp(
  `^[\\s*_]*(?:${SIGNED_MARK}[\\s*_]*)?${RANK}(?<name>${NAME})(?![\\p{L}])`,
  'u',
)
const SIGNED_ONLY = new RegExp(`^${SIGNED_MARK}+$`, 'u')
const LONGEST_LINE = 5000

/** The pieces of a part of the foot, in the order of the text. */
export function cutPieces({ text, shape }: Copies, { start: base, end }: Span): Piece[] {
  const area = withLineBreaks(shape.slice(base, end))
  // Tabs are told from blanks in the text only.
  const written = withLineBreaks(text.slice(base, end))
  const pieces: Piece[] = []
  let start = 0
  for (const [line, { length }] of area.split('\n').entries()) {
    const span = { start, end: start + Math.min(length, LONGEST_LINE) }
    for (const [column, part] of cutAt(written, span, GUTTER).entries()) {
      pieces.push(...piecesOf(area, part).map(cut => ({ ...shifted(cut, base), line, column })))
    }
    start += length + 1
  }
  return pieces
}

function shifted(cut: Cut, by: number): Cut {
  return { ...cut, start: cut.start + by, end: cut.end + by }
}

function cutAt(text: string, { start, end }: Span, joint: RegExp): Span[] {
  const parts: Span[] = []
  let from = start
  for (const match of text.slice(start, end).matchAll(joint)) {
    parts.push({ start: from, end: start + match.index })
    from = start + match.index + match[0].length
  }
  return [...parts, { start: from, end }]
}

function piecesOf(shape: string, column: Span): Cut[] {
  return cutAt(shape, column, COLUMN_JOINT).flatMap(part => {
    const span = bare(shape, part)
    if (span.end <= span.start) return []
    const words = shape.slice(span.start, span.end)
    if (STARTS_MODE.test(words) || STARTS_OFFICE.test(words)) {
      return signaturePieces(words, span.start)
    }
    const kind = kindOf(words)
    const name = kind === 'name' ? WHOLE_NAME.exec(words)?.groups?.name : undefined
    return [
      {
        ...span,
        start: name ? span.end - name.length : span.start,
        words: name ?? words,
        kind,
      },
    ]
  })
}

/** Blanks, Markdown marks and rulers off both ends. */
function bare(shape: string, { start, end }: Span): Span {
  const words = shape.slice(start, end)
  const lead = /^[\s*_#>\\]*(?:[Đđ]ã ký\s?:\s*(?=\p{Lu}))?/u.exec(words)?.[0].length ?? 0
  const tail = /[\s*_\\]*$/u.exec(words.slice(lead).slice(-40))?.[0].length ?? 0
  return { start: start + lead, end: end - tail }
}

function kindOf(words: string): Piece['kind'] {
  if (SIGNED_NAME.test(words)) return 'signedName'
  if (/^[-+•]/u.test(words)) return 'item'
  if (SIGNED_ONLY.test(words)) return 'signed'
  if (WHOLE_NAME.test(words) || NAME_IN_CAPITALS.test(words)) return 'name'
  if (OFFICE_IN_WORDS.test(words)) return 'role'
  return /\p{Lu}{2}/u.test(words) && !/\p{Ll}/u.test(words) ? 'capitals' : 'words'
}

type Cut = Omit<Piece, 'line' | 'column'>

/** `KT. BỘ TRƯỞNG THỨ TRƯỞNG Nguyễn Văn A …` → mode, role, name. */
function signaturePieces(words: string, base: number): Cut[] {
  const ordinary = words.search(/(?<![\p{L}'’])[\p{Lu}'’]*\p{Ll}/u)
  const capitals = ordinary < 0 ? words : words.slice(0, ordinary)
  const length = /^[A-Z/]{1,3}\s?\.\s*$/u.test(capitals)
    ? capitals.trimEnd().length
    : capitals.replace(/[\s([*_.,-]+$/u, '').length
  const rest = words.slice(length)
  const cuts = splitOffices(words.slice(0, length), base)
  const match = NAME_BEHIND.exec(rest)
  const name = match?.groups?.name
  if (match && name) {
    const start = base + length + match[0].length - name.length
    cuts.push({ kind: 'name', words: name, start, end: start + name.length })
  }
  return cuts
}

/** The office signed for, then the signer's own. */
function splitOffices(words: string, base: number): Cut[] {
  const mode = STARTS_MODE.exec(words)?.[0]
  if (mode === undefined) return splitRoles(words, base)
  const behind = words.slice(mode.length)
  const isFor = /^(?:TM|T\/M|Q)/u.test(mode) ? 0 : 1
  const offices = [...`: ${behind.trimStart()}`.matchAll(NEXT_OFFICE)]
  const own = offices[isFor]
  if (!own) return [cut('mode', words, base)]
  const at = words.length - behind.trimStart().length + own.index - 2
  return [cut('mode', words.slice(0, at).trimEnd(), base), cut('role', words.slice(at), base + at)]
}

/** `TỔNG CỤC TRƯỞNG PHÓ TỔNG CỤC TRƯỞNG` below a bare `KT.`: the office signed for and the signer's. */
function splitRoles(words: string, base: number): Cut[] {
  const deputy = /(?<=[^,]\s)(?=PHÓ\s|THỨ TRƯỞNG)/u.exec(words)
  if (!deputy) return [cut('role', words, base)]
  const { index } = deputy
  return [
    cut('role', words.slice(0, index).trimEnd(), base),
    cut('role', words.slice(index), base + index),
  ]
}

function cut(kind: Piece['kind'], words: string, start: number): Cut {
  return { kind, words, start, end: start + words.length }
}
