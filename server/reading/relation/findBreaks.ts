import type { Span } from '../types.ts'

/** Where clauses and paragraphs of a text begin, in the order of the text. */
export interface Breaks {
  /** Behind `;`, a full stop, at an item, a basis, an article, a quoted passage. */
  clauses: number[]
  /** At a head of its own: `Căn cứ`, `Điều 2`, an item; lines broken by a text layer go on. */
  paragraphs: number[]
}

/** Finds where clauses and paragraphs begin, on the copy with look-alikes plain. Linear. */
export function findBreaks(shape: string, quotations: readonly Span[]): Breaks {
  const clauses = [0]
  const paragraphs = [0]
  eachLine(shape, at => {
    if (matchesAt(CLAUSE_LINE, shape, at)) clauses.push(at)
    if (matchesAt(PARAGRAPH_LINE, shape, at)) paragraphs.push(at)
  })
  for (const { index, 0: mark } of shape.matchAll(/;|\.\s/gu)) {
    if (mark === ';' || ENDS_SENTENCE.test(shape.slice(Math.max(0, index - 5), index))) {
      clauses.push(index + mark.length)
    }
  }
  for (const { index } of shape.matchAll(HEAD_IN_LINE)) {
    if (!/(?:[\p{L}\d)\]]\s|[“"])$/u.test(shape.slice(Math.max(0, index - 2), index))) continue
    clauses.push(index)
    paragraphs.push(index)
  }
  for (const place of aroundNotes(shape)) clauses.push(place)
  for (const { start, end } of quotations) {
    if (end - start > QUOTED_WORDS) clauses.push(start, end)
  }
  return { clauses: clauses.sort(rising), paragraphs: paragraphs.sort(rising) }
}

/** Where an editor's notes begin and end. */
function aroundNotes(shape: string): number[] {
  const places: number[] = []
  for (const { index, 0: note } of shape.matchAll(NOTE)) places.push(index, index + note.length)
  for (const { index, 0: day } of shape.matchAll(NOTED_DAY)) {
    const before = shape.slice(Math.max(0, index - 24), index)
    if (/hiệu lực(?: thi hành)?(?: kể)? $/u.test(before)) places.push(index + day.length)
  }
  return places
}

/** What an editor has put between the words: `[Khoản này được hướng dẫn bởi … có hiệu lực từ ngày …]`. */
export const NOTE = /\[[^\][]{24,600}\]/gu
/** Where one such note ends and the next begins without a stop: `… có hiệu lực từ ngày 01/07/2024 Nội dung …`. */
const NOTED_DAY = /từ ngày [\d\s/.-]{8,14}(?:\([^()]{0,40}\))?\s?(?=\p{Lu})/gu

/** Shorter quotations are words of the sentence around them: `cụm từ “đặc khu”`. */
const QUOTED_WORDS = 80

/** A full stop behind a digit ends no sentence (`Điều 2.`) unless the digits are a year, nor does that of an abbreviation. */
const ENDS_SENTENCE =
  /(?:[^\d\s.]{2}|[)”"\]%]|\d{4})(?<!(?:^|[^\p{L}])(?:TP|Tp|TX|Tx|KT|TM|TL|TS|ThS|TT))$/u

/** In a text whose lines were run together a capital in mid-line tells a new paragraph: `… THU HỒI Căn cứ Luật …`. */
const HEAD_IN_LINE = /(?:Căn cứ|Thực hiện|Phúc đáp|Trả lời|Xét đề nghị|Theo đề nghị)(?=\s)/gu

const CLAUSE_LINE =
  /(?:[-+*•–|]|\p{Ll}{1,2}\s?\)|\d{1,3}[.)]\s|\d{1,3}\s?\||\(\d|C[ăaảẳâắàá]n c[ứưừuúù]\s|CĂN CỨ|Điều \d+|Xét|Sau khi (?:xem xét|nghe)|Trên cơ sở|Theo đề nghị|Thực hiện\s|Nơi nhận|DANH MỤC|PHỤ LỤC)/uy
const PARAGRAPH_LINE =
  /[\s*_\-–+>•“"']{0,8}(?:C[ăaảẳâắàá]n c[ứưừuúù]|CĂN CỨ|Xét|Sau khi (?:xem xét|nghe)|Trên cơ sở|Theo đề nghị|Thực hiện|Tiếp tục|Triển khai|Phúc đáp|Trả lời|Để\s|Nhằm|Điều \d+|Kính gửi|QUYẾT ĐỊNH|Nơi nhận|\p{Ll}{1,2}\)\s|\d{1,2}\.\s|[-+•]\s)/uy

/** Calls for the first letter of each line, blank lines left out. */
function eachLine(text: string, call: (at: number) => void): void {
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at)) {
    while (at < text.length && isBlank(text.charCodeAt(at))) at++
    call(at)
  }
}

function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13)
}

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at
  return pattern.test(text)
}

function rising(one: number, other: number): number {
  return one - other
}
