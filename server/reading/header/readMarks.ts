import type { Copies } from '../fold.ts'
import type { Found, Header } from '../types.ts'
import { found } from './found.ts'

/**
 * Stamps of secrecy and urgency in the head, alone on a line, beside the other column, or joined to it:
 *   MẬT · TỐI MẬT · TUYỆT MẬT · (MẬT)
 *   KHẨN · THƯỢNG KHẨN · HỎA TỐC · HỎA TỐC (hẹn giờ 14h00) · HỎA TỐC hẹn giờ
 * Not: BÍ MẬT NHÀ NƯỚC, HỌC VIỆN KỸ THUẬT MẬT MÃ, TÌNH HÌNH KHẨN CẤP.
 */
const EDGE_BEFORE = '(?<=(?:^|\\n|\\s{3}|\\|)[\\s*_(]{0,40})'
const EDGE_BEHIND = '(?=[)\\s*_]{0,8}(?:\\n|$|\\||\\s{3}|CỘNG|Số|SỐ|ĐẢNG|Độc|KHẨN|THƯỢNG|HỎA|HOẢ))'
const SECRECY = new RegExp(`${EDGE_BEFORE}(?:(?:TUYỆT|TỐI)\\s{1,3})?MẬT${EDGE_BEHIND}`, 'u')
const HOUR =
  '(?:\\s{0,2}\\([^)\\n]{1,40}\\)|\\s{1,2}(?:HẸN GIỜ|hẹn giờ)(?:\\s{0,2}:?\\s{0,2}\\d[^\\n]{0,24})?)?'
const URGENCY = new RegExp(
  `(?:${EDGE_BEFORE}|(?<=MẬT[\\s*_-]{1,8}))(?:(?:(?:HỎA|HOẢ|HỎẢ)\\s{1,3}TỐC|(?:Hỏa|Hoả)\\s{1,3}tốc)${HOUR}|(?:THƯỢNG\\s{1,3})?KHẨN|(?:Thượng khẩn|Khẩn))${EDGE_BEHIND}`,
  'u',
)

export function readMarks(head: Copies, bodyStart: number): Partial<Header> {
  const words = head.shape.slice(0, bodyStart)
  const secrecy = markOf(head, SECRECY.exec(words))
  const urgency = markOf(head, URGENCY.exec(words))
  return { ...(secrecy && { secrecy }), ...(urgency && { urgency }) }
}

function markOf(head: Copies, match: RegExpExecArray | null): Found | undefined {
  return match ? found(head, { start: match.index, end: match.index + match[0].length }) : undefined
}
