import type { Copies } from '../fold.ts'
import type { Found, Header, Span } from '../types.ts'
import { found, trimmed } from './found.ts'
import { recipientsMark } from './readRecipients.ts'

/**
 * The signature block, before or behind `Nơi nhận` as the columns fell:
 *   KT. GIÁM ĐỐC⏎PHÓ GIÁM ĐỐC⏎⏎Nguyễn Văn A
 *   KT. TỔNG CỤC TRƯỞNG PHÓ TỔNG CỤC TRƯỞNG Nguyễn Văn A      on one line
 *   TM. ỦY BAN NHÂN DÂN⏎CHỦ TỊCH⏎…                            BỘ TRƯỞNG, CHỦ NHIỆM Nguyễn Văn A
 */
const NAME = '\\p{Lu}\\p{Ll}+(?:[^\\S\\n]+\\p{Lu}\\p{Ll}*){1,5}(?![\\p{L}])'
const BETWEEN =
  '[\\s*_]*(?:\\(?[ĐđD]ã ký\\)?|\\(?[Kk]ý(?: tên)?,? ?(?:đóng dấu)?\\)?)?[\\s*_]*(?:(?:TS|ThS|PGS|GS|BS|KS)\\.?\\s*)*'
const OFFICES =
  'PHÓ|THỨ TRƯỞNG|BỘ TRƯỞNG|GIÁM ĐỐC|CHỦ TỊCH|CHÁNH|CỤC TRƯỞNG|TỔNG|VỤ TRƯỞNG|TRƯỞNG|THỐNG ĐỐC|VIỆN TRƯỞNG|HIỆU TRƯỞNG|THỦ TƯỚNG|BÍ THƯ|CHỦ NHIỆM|ỦY VIÊN|UỶ VIÊN|CHI CỤC TRƯỞNG|ĐỘI TRƯỞNG|QUYỀN|Q\\.|THƯỜNG TRỰC'
const MORE = '(?:[\\p{Lu},-]|[^\\S\\n](?=\\p{Lu}{2}))*'
const ROLE = `(?:${OFFICES})${MORE}`
/** Behind the office signed for: any office on its own line, on the same line only those that cannot go on with it. */
const ROLE_BEHIND = `(?:(?<=\\n[\\s*_]*)(?:${OFFICES})|(?:PHÓ|THỨ TRƯỞNG|CHÁNH VĂN|(?<!(?:TỔNG|CHI)\\s)CỤC TRƯỞNG|VỤ TRƯỞNG|CHỦ TỊCH|GIÁM ĐỐC))${MORE}`
const SIGNED_FOR = new RegExp(
  `(?<![\\p{L}])(?<mode>(?:KT|TM|TL|TUQ|Q)\\.[^\\S\\n]?\\p{Lu}{2}[\\p{Lu}\\s,-]*?)[\\s*_]+(?<role>${ROLE_BEHIND})(?![\\p{Ll}])(?:${BETWEEN}(?<name>${NAME}))?`,
  'gu',
)
const SIGNED = new RegExp(
  `(?<![\\p{L}])(?<role>${ROLE})(?![\\p{Ll}])${BETWEEN}(?<name>${NAME})`,
  'gu',
)
const BEFORE = 400
const BEHIND = 2500
const TAIL = 1500

export function readSignature(copies: Copies): Partial<Header> {
  const area = signatureArea(copies)
  const words = copies.shape.slice(area.start, area.end)
  const match = [...words.matchAll(SIGNED_FOR)].at(0) ?? [...words.matchAll(SIGNED)].at(0)
  if (!match) return {}
  const { mode = '', role = '', name = '' } = match.groups ?? {}
  const put = (part: string, from: number): Found | undefined => {
    const start = area.start + match.index + match[0].indexOf(part, from)
    return part ? found(copies, trimmed(copies, { start, end: start + part.length })) : undefined
  }
  const fields = {
    signingMode: put(mode, 0),
    signerRole: put(role, mode.length),
    signer: put(name, mode.length + role.length),
  }
  return Object.fromEntries(Object.entries(fields).filter(([, field]) => field !== undefined))
}

function signatureArea(copies: Copies): Span {
  const mark = recipientsMark(copies)
  const length = copies.text.length
  if (!mark) return { start: Math.max(0, length - TAIL), end: length }
  return { start: Math.max(0, mark.start - BEFORE), end: Math.min(length, mark.end + BEHIND) }
}
