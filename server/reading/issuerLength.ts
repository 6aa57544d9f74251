import { CENTRAL_ISSUERS, PROVINCIAL_SYMBOLS } from '../legal/data/issuers.ts'
import type { NameTree } from './nameTree.ts'
import { longestName, treeOf, treeOfLearned } from './nameTree.ts'
import {
  AFTER_PLACE,
  BLANK_LINE,
  ISSUER_HEAD,
  ISSUER_STOP,
  LOUD_LINE,
  PLACE,
} from './patterns/issuer.ts'
import { STARTS_WITH_NOUN } from './patterns/typeNoun.ts'

/** A stretch of text in its two copies, from where a name starts. */
interface Words {
  plain: string
  shape: string
}

let shipped: NameTree | undefined

/** Central bodies and departments; a committee's name goes on with its place. */
function shippedNames(): string[] {
  const departments = Object.values(PROVINCIAL_SYMBOLS).filter(name => name.startsWith('Sở '))
  return [
    ...CENTRAL_ISSUERS.flatMap(({ name, aliases = [] }) => [name, ...aliases]),
    ...departments,
  ]
}

/**
 * Length of the name of a body or office the words start with: up to a word no name holds; a name the table or the register
 * (`learned`) knows is not cut, and ends before a word in lower case.
 */
export function issuerLength({ plain, shape }: Words, learned: readonly string[] = []): number {
  const stop = firstStop(shape)
  const known = knownLength(plain, learned)
  const isWhole = known > stop || (known > 0 && endsThere(shape.slice(known)))
  const end = isWhole || isPersonBehind(plain, shape.slice(known)) ? known : stop
  const length = placeEnd(shape.slice(0, listEnd({ plain, shape }, end)))
  const bracket = /^\s?\([\p{Lu}\d\s.-]{2,20}\)/u.exec(shape.slice(length, length + 24))
  return bracket && length > 3 ? length + bracket[0].length : length
}

/** Length of a known body's name the words start with, its head's office included. */
export function knownLength(plain: string, learned: readonly string[]): number {
  shipped ??= treeOf(shippedNames())
  const trees = learned.length > 0 ? [shipped, treeOfLearned(learned)] : [shipped]
  const office =
    /^(?:bo truong|thu truong|tong cuc truong|cuc truong|(?:pho )?giam doc)\s+/u.exec(plain)?.[0]
      .length ?? 0
  const length = longestName(plain.slice(office), trees)
  return length > 0 ? office + length : 0
}

/** `Thủ tướng Chính phủ Nguyễn Văn A vừa ký`: the person in the office is no part of its name. */
function isPersonBehind(plain: string, after: string): boolean {
  const isOffice = /^(?:thu tuong chinh phu|chu tich nuoc|chu tich quoc hoi)\s/u.test(plain)
  return isOffice && /^(?:\s+\p{Lu}\p{Ll}{1,6}){3,4}(?![\p{L}])/u.test(after)
}

/** `của Bộ Y tế khẳng định`: a word in lower case behind a known name is no part of it. */
function endsThere(after: string): boolean {
  return (
    /^\s+\p{Ll}/u.test(after) &&
    !/^\s+(?:và|khóa|khoá|nước|tỉnh|thành|tại|tối|ở|khu|huyện|quận|xã|phường)(?![\p{L}])/u.test(
      after,
    )
  )
}

/** `UBND thành phố V trả lời`: behind a place goes on only a joint, a wider place, a term of office. */
function placeEnd(shape: string): number {
  if (!/\p{Ll}{2}/u.test(shape.slice(0, 24))) return shape.length
  for (const match of shape.matchAll(PLACE)) {
    const end = match.index + match[0].length
    const after = shape.slice(end)
    if (/^\s+\p{Ll}/u.test(after) && !AFTER_PLACE.test(after) && !isSplit(shape, end)) return end
  }
  return shape.length
}

/** A text layer's blank inside the place: `quận T ân Phú`. */
function isSplit(shape: string, end: number): boolean {
  return /\s\p{Lu}\s\p{Ll}{1,5}\s\p{Lu}\p{Ll}/u.test(shape.slice(end - 2, end + 9))
}

/** Where a list of bodies ends: at a joint behind which no other body stands. */
function listEnd({ plain, shape }: Words, end: number): number {
  for (const match of plain.slice(0, end).matchAll(/\s*,\s*|\s+va\s+/gu)) {
    const from = match.index + match[0].length
    const rest = { plain: plain.slice(from, end), shape: shape.slice(from, end) }
    if (isDoubleOffice(plain.slice(0, match.index), rest.plain)) continue
    if (!continues(rest, match[0], plain.slice(end, end + 12))) return match.index
  }
  return end
}

/** `Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ`: two offices of one person. */
function isDoubleOffice(before: string, rest: string): boolean {
  return before === 'bo truong' && rest.startsWith('chu nhiem ')
}

function continues({ plain: rest, shape }: Words, joint: string, stop: string): boolean {
  if (STARTS_WITH_NOUN.test(rest)) return false
  if (!/^\p{Lu}/u.test(shape)) return lowerGoesOn(rest, shape, joint)
  if (joint.includes('va')) return true
  if (!ISSUER_HEAD.test(rest)) return /^[^,]{2,30}\sva\s/u.test(rest)
  return /\sva\s/u.test(rest) || isPair(rest, stop)
}

/** `Công ty kiểm toán và tư vấn E`; `thành phố Bình Minh, tỉnh Vĩnh Long`. */
function lowerGoesOn(rest: string, shape: string, joint: string): boolean {
  if (joint.includes('va'))
    return /^(?:tu van|dao tao|dau tu|moi truong|phat trien|gia dinh|thuong mai)/u.test(rest)
  return /^(?:tỉnh|thành\s+phố|huyện|quận|thị\s+xã|TP\.?)\s+\p{Lu}/u.test(shape)
}

/** `của Bộ Chính trị, Ban Bí thư về …`: two bodies, not a body and the subject of the next clause. */
function isPair(rest: string, stop: string): boolean {
  return rest.startsWith('ban bi thu') || (/^\s*ve\s/u.test(stop) && rest.length < 80)
}

/** Where a stop word ends the name. A capital inside a name is no stop word: `Tổng cục Quản lý đất đai`. */
function firstStop(shape: string): number {
  const isLoud = !/\p{Ll}{2}/u.test(shape.slice(0, 24))
  const limit = (isLoud ? BLANK_LINE : LOUD_LINE).exec(shape)?.index ?? shape.length
  const lower = shape.slice(0, limit).toLowerCase()
  for (const match of lower.matchAll(ISSUER_STOP)) {
    if (/^\p{L}/u.test(match[0]) && staysInName({ lower, shape, isLoud }, match)) continue
    return match[0] === '(' ? lower.slice(0, match.index).trimEnd().length : match.index
  }
  return limit
}

function staysInName(
  { lower, shape, isLoud }: { lower: string; shape: string; isLoud: boolean },
  match: RegExpExecArray,
): boolean {
  if (match.index === 0) return true
  if (BEGINS_PARAGRAPH.test(shape.slice(Math.max(0, match.index - 4), match.index + 12)))
    return false
  return (
    (!isLoud && isCapitalInName(shape.slice(match.index, match.index + 14))) ||
    isPartOfName(lower, match)
  )
}

/** `của Hội đồng nhân dân tỉnh⏎Thực hiện Công văn số …`: the next paragraph. */
const BEGINS_PARAGRAPH =
  /\n\s*(?:Thực hiện|Sau khi|Triển khai|Tiếp tục|Trên cơ sở|Trong|Theo|Để|Nhằm|Xét|Qua|Tại|Từ)\s/u

/** Words before a stop word that make it a part of the name. */
const INSIDE: readonly [stop: RegExp, before: RegExp][] = [
  [/^(?:triển|tổ|chỉ|giải|xử|tham)/u, /(?:tổ công tác|ban chỉ đạo|ban|cục|vụ|tổ|bộ phận)$/u],
  [/^luật/u, /pháp$/u],
  [/^kế/u, /(?:bộ|sở|phòng|vụ|ban)$/u],
  [
    /^(?:quản|kiểm|thông|liên|công|tư)/u,
    /(?:ban|cục|phòng|chi cục|vụ|đội|trạm|trung tâm|hội đồng|cảnh sát)$/u,
  ],
  [/^(?:ký|nhận)/u, /(?:đăng|tiếp)$/u],
  [/^(?:thực|phối|điều|giao|chuyển)/u, /(?:ban|tổ|hội đồng|trung tâm)$/u],
]

/** Stop words some names hold: `Bộ KẾ HOẠCH và Đầu tư`, `Tổ công tác triển khai …`, `Hội đồng định giá trong tố tụng …`. */
function isPartOfName(lower: string, match: RegExpExecArray): boolean {
  const before = lower.slice(Math.max(0, match.index - 20), match.index).trimEnd()
  const after = lower.slice(match.index + match[0].length, match.index + match[0].length + 20)
  if (match[0] === 'trong') return after.trimStart().startsWith('tố tụng')
  if (match[0] === 'số') return isOrdinal(lower.slice(0, match.index), after)
  return INSIDE.some(([stop, lead]) => stop.test(match[0]) && lead.test(before))
}

/** `Ban Quản lý dự án đầu tư xây dựng số 3`, `Thi hành án khu vực số 2`: which of several; not `Sở Y tế số 12/SYT-VP`. */
function isOrdinal(before: string, after: string): boolean {
  return (
    /^\s+\d{1,2}(?!\d|\.\d|\s?[/-])/u.test(after) &&
    /^(?:ban|đội|trạm|trường|trung tâm|phòng|chi nhánh|khu|thuế|bệnh viện|văn phòng|công ty)\s/u.test(
      before,
    )
  )
}

/** A capital word is part of the name, unless it begins the title: `của Chính phủ Quy định chi tiết`. */
function isCapitalInName(rest: string): boolean {
  return (
    /^\p{Lu}/u.test(rest) &&
    !/^(?:Quy\s+định|Hướng\s+dẫn|Về\s|Ban\s+hành|Sửa\s+đổi|Bổ\s+sung|Bãi\s+bỏ|Thay\s+thế|Phê\s+duyệt|Nghị|Quyết định|Thông tư|Luật|Căn cứ|Kính gửi)/u.test(
      rest,
    )
  )
}
