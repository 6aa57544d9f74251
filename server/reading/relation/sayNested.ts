import type { RelationKind } from '../../legal/glossary.ts'
import type { Scene } from './whoActs.ts'

const LOOK_BACK = 12
/** What the words of an outer title say of the documents it names, on the plain copy. */
const ACTS: readonly [words: RegExp, kind: RelationKind][] = [
  [/sua\s+doi|sua\s+bo\s+sung/u, 'amends'],
  [/quy\s+dinh\s+chi\s+tiet/u, 'details'],
  [/huong\s+dan/u, 'guidesApplication'],
  [/bai\s+bo/u, 'repeals'],
]

/**
 * Says of a citation standing inside another one's words what those words do to it: `Luật sửa đổi, bổ sung một số điều của Luật A
 * số … ngày …` amends A. True when it stands so.
 */
export function sayNested({ survey, drafts, index }: Scene): boolean {
  const draft = drafts[index]
  if (!draft) return false
  for (let outer = index - 1; outer >= Math.max(0, index - LOOK_BACK); outer--) {
    const around = drafts[outer]
    if (!around || around.end < draft.end) continue
    const words = survey.copies.plain.slice(around.start, draft.start)
    draft.saidRelation = ACTS.find(([act]) => act.test(words))?.[1] ?? null
    draft.saidWith = draft.saidRelation && outer
    draft.saidRole = draft.saidRelation && 'object'
    return true
  }
  return false
}
