import type { IsoDate } from '../legal/dates.ts'
import type { Copies } from './fold.ts'
import { DATE_ANYWHERE } from './patterns/date.ts'
import { isLawNoun } from './nounBefore.ts'
import { isoFromMatch } from './readDate.ts'

const TITLE_START =
  /^\s+(?:(?:Quy\s+định|Hướng\s+dẫn|Về|Sửa\s+đổi|Bãi\s+bỏ|Ban\s+hành|Phê\s+duyệt|Công\s+bố|Quy\s+chế|Của)(?![\p{L}])|LUẬT |BỘ LUẬT |PHÁP LỆNH |[\p{Lu}][\p{Ll}]+ (?=[\p{Ll}\s]{2,30} ban hành))/u
/** A law's own name behind its number: `Luật số 83/2015/QH13 Ngân sách nhà nước ngày 25/06/2015`. */
const LAW_TITLE_START = /^\s+\p{Lu}\p{Ll}/u
const STOP = /[;()"“]|hieu luc|\d\/\d{4}\/|(?<![a-z])so \d/u
const REACH = 420

/**
 * Notes of the codification put the title between number and date:
 *   Nghị định số 27/2012/NĐ-CP Quy định về xử lý kỷ luật viên chức ngày 06/04/2012 của Chính phủ
 *   Thông tư 19/2016/TT-BKHCN Quy định quản lý … ban hành ngày 28/10/2016
 * A date behind `có hiệu lực` is another date.
 */
export function readTitleAndDate(
  copies: Copies,
  at: number,
  type: string | null = null,
): { title: string; date: IsoDate; length: number } | null {
  const start = copies.shape.slice(at, at + 60)
  const mayBeName = isLawNoun(type) && LAW_TITLE_START.test(start)
  if (!mayBeName && !TITLE_START.test(start)) return null
  const after = copies.plain.slice(at, at + REACH)
  for (const match of after.matchAll(DATE_ANYWHERE)) {
    const between = after.slice(0, match.index)
    if (STOP.test(between)) return null
    const date = isoFromMatch(match)
    if (!date) continue
    const title = copies.text.slice(at, at + match.index).replace(/\s*ban\s+hành\s*$/u, '')
    return {
      title: title.replace(/\s+/gu, ' ').trim(),
      date,
      length: match.index + match[0].length,
    }
  }
  return null
}
