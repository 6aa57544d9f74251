import { DOCUMENT_TYPES } from '../../legal/glossary.ts'
import { foldText } from '../../legal/foldText.ts'
import type { Copies } from '../fold.ts'
import type { Span } from '../types.ts'

/**
 * The type as a heading in capitals, at the head of a line, or behind date, number, motto or draft mark where lines were joined:
 *   THÔNG BÁO⏎        năm 1980 CHỈ THỊ VỀ CÔNG TÁC …        DỰ THẢO LẦN 4 THÔNG TƯ …        QUYÉT ĐỊNH (scanner)
 * In small letters only alone on its line, or as `Án lệ số …`.
 */
export interface TypeHeading extends Span {
  /** As the glossary writes it. */
  label: string
}

const OTHER_LABELS = [
  'Án lệ',
  'Sắc lệnh',
  'Sắc luật',
  'Thông tư liên bộ',
  'Quyết định giám đốc thẩm',
  'Bản án',
  'Kết luận thanh tra',
  'Bản ghi nhớ',
  'Bản thỏa thuận',
  'Giấy ủy quyền',
  'Giấy giới thiệu',
  'Phiếu chuyển',
  'Phiếu trình',
  'Thư mời',
  'Điều lệ',
  'Nội quy',
]
const LABELS = [...Object.values(DOCUMENT_TYPES).map(({ vi }) => vi), ...OTHER_LABELS]
  .filter(label => label !== 'Văn bản' && label !== 'Công văn')
  .sort((a, b) => b.length - a.length)
const LABEL_OF = new Map(LABELS.map(label => [foldText(label), label]))
const HEADING = new RegExp(
  `(?<![\\p{L}\\d])(?<type>${[...LABEL_OF.keys()].join('|').replaceAll(' ', '\\s{1,4}')})(?![\\p{L}\\d/])`,
  'gu',
)
const LINE_HEAD = /(?:^|\n|\s{3}|\|)[\s*_#>"“'.|-]{0,12}$/u

/** The heading before `limit`; `joints` are places where joined lines may begin. */
export function findTypeHeading(
  { plain, shape }: Copies,
  limit: number,
  joints: readonly number[],
): TypeHeading | null {
  let joined: TypeHeading | null = null
  for (const match of plain.slice(0, limit).matchAll(HEADING)) {
    const span = { start: match.index, end: match.index + match[0].length }
    const words = shape.slice(span.start, span.end)
    const behind = shape.slice(span.end, span.end + 40)
    if (/^\s?[sS][oốôóỏỐÓỎ]\s?:/u.test(behind) || /^\s?SỐ\s?:/u.test(behind)) continue
    if (!isHeadingForm(words, behind)) continue
    const heading = { ...span, label: LABEL_OF.get(match[0].replace(/\s+/gu, ' ')) ?? words }
    if (isFree(shape, span.start, joints)) return heading
    if (!joined && /[).]\s{1,3}$/u.test(shape.slice(Math.max(0, span.start - 4), span.start)))
      joined = heading
  }
  return joined
}

function isHeadingForm(words: string, behind: string): boolean {
  if (!/\p{Ll}/u.test(words)) return true
  return /^[\s*_:.]*(?:\n|$)/u.test(behind) || /^Án lệ$/u.test(words)
}

/** At the head of a line, or where one was joined to what stands before it. */
function isFree(shape: string, at: number, joints: readonly number[]): boolean {
  if (LINE_HEAD.test(shape.slice(Math.max(0, at - 40), at))) return true
  return joints.some(end => end <= at && /^[\s*_.;:-]*$/u.test(shape.slice(end, at)))
}
