import type { RelationKind } from '../../legal/glossary.ts'
import type { Survey } from './survey.ts'
import { actsBetween } from './survey.ts'

/** Between two acts told of one document: `có nội dung được sửa đổi, có nội dung bị bãi bỏ`. */
const JOINT = /^[\s,]{0,4}(?:(?:va|hoac|co|noi|dung|duoc|bi|da)[\s,]{1,4}){0,8}$/u
const CHANGES = /sua\s+doi|bo\s+sung/u
const ENDS = /bai\s+bo|huy\s+bo/u
const REACH = 160

/**
 * The other half of words that change and end parts of one document at once: `sửa đổi, bổ sung, bãi bỏ một số điều của Thông tư …`,
 * `có nội dung được sửa đổi, có nội dung bị bãi bỏ bởi …`.
 */
export function alsoSaid(
  surveyed: Survey,
  at: number,
  kind: RelationKind | null,
): RelationKind | null {
  if (kind !== 'amends' && kind !== 'repeals') return null
  const { plain } = surveyed.copies
  const [nearest, ...earlier] = actsBetween(surveyed, { start: Math.max(0, at - REACH), end: at })
  if (!nearest) return null
  let { start } = nearest
  for (const act of earlier) {
    if (!JOINT.test(plain.slice(act.end, start))) break
    start = act.start
  }
  const words = plain.slice(start, nearest.end)
  if (!CHANGES.test(words) || !ENDS.test(words)) return null
  return kind === 'amends' ? 'repeals' : 'amends'
}
