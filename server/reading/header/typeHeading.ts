import { DOCUMENT_TYPES } from '../../legal/glossary.ts'

/**
 * The type as a heading in capitals, at the head of a line, or behind date, number or draft mark where lines were joined:
 *   THÔNG BÁO⏎        năm 1980 CHỈ THỊ VỀ CÔNG TÁC …        DỰ THẢO LẦN 4 THÔNG TƯ …
 */
const LABELS = Object.values(DOCUMENT_TYPES)
  .map(({ vi }) => vi)
  .filter(label => label !== 'Văn bản')
  .sort((a, b) => b.length - a.length)

const capitals = LABELS.map(label => label.toUpperCase().replaceAll(' ', '\\s+')).join('|')
const words = LABELS.map(label => label.replaceAll(' ', '\\s+')).join('|')

export const TYPE_HEADING = new RegExp(
  `(?:^[^\\p{L}\\d\\n]*|năm\\s+\\d{4}\\s+|NĂM\\s+\\d{4}\\s+|(?:LẦN\\s+\\d+|DỰ THẢO)\\s+)(?<type>${capitals})(?![\\p{L}])|^\\s*(?:${words})(?=\\s*$)`,
  'gmu',
)

/** `THÔNG BÁO` → `Thông báo`. */
export function typeValue(words: string): string {
  const plain = words.replace(/\s+/gu, ' ').trim().toLowerCase()
  return plain.charAt(0).toUpperCase() + plain.slice(1)
}
