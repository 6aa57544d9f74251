import type { RelationKind } from '../../legal/glossary.ts'
import type { Scene } from './whoActs.ts'

/**
 * What a report proposes behind a document it lists:
 *   a) Quyết định số … của UBND tỉnh, được sửa đổi, bổ sung bởi Quyết định số …: đề nghị bãi bỏ toàn bộ
 */
const PROPOSED =
  /^(?:\s+cua\s[^;:.]{2,80}?)?(?:\s+ve\s[^;:]{2,200}?)?(?:\s*,?\s*(?:da\s+)?duoc\s+(?:sua\s+doi|bo\s+sung)[^;:]{0,200}?)?\s*:\s*(?:de\s+nghi|kien\s+nghi|de\s+xuat)\s+(sua\s+doi|bai\s+bo|thay\s+the|huy\s+bo)/u
const MAY_PROPOSE = /:\s*(?:de\s+nghi|kien\s+nghi|de\s+xuat)\s/u
const REACH = 520

const KINDS: Record<string, RelationKind> = { sua: 'amends', thay: 'replaces' }

/** The change proposed behind the citation; null when none is. */
export function proposedBehind({ survey, drafts, index }: Scene): RelationKind | null {
  const end = drafts[index]?.end ?? 0
  const behind = survey.copies.plain.slice(end, end + REACH)
  const word = MAY_PROPOSE.test(behind) ? PROPOSED.exec(behind)?.[1] : undefined
  return word === undefined ? null : (KINDS[word.slice(0, word.search(/\s/u))] ?? 'repeals')
}
