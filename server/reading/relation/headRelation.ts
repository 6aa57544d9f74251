import type { RelationKind } from '../../legal/glossary.ts'
import type { Draft } from '../citation.ts'
import {
  BASIS_HEAD,
  BASIS_WAY,
  FULFILS_WAY,
  HEAD_WAY,
  IMPLEMENT_HEAD,
} from '../patterns/relation.ts'
import { paragraphAt } from './survey.ts'
import type { Scene } from './whoActs.ts'

const HEADS: [RegExp, RelationKind][] = [
  [BASIS_HEAD, 'basedOn'],
  [IMPLEMENT_HEAD, 'implements'],
]

/** Whether the paragraph opens with `Căn cứ …` or `Thực hiện …` and the citation follows, alone or in its list. */
export function headRelation({ survey, clause }: Scene, draft: Draft): RelationKind | null {
  const { plain, shape } = survey.copies
  const from = paragraphAt(survey, draft.leadEnd)
  const paragraph = plain.slice(from, draft.leadEnd)
  if (!/^[^\p{L}]*\p{Lu}/u.test(shape.slice(from, from + 20))) return null
  const lead = plain.slice(Math.max(clause, from), draft.leadEnd)
  if (clause > from && goesOnWithBasis(paragraph, lead)) return 'basedOn'
  for (const [head, kind] of HEADS) {
    const opened = head.exec(paragraph)
    if (!opened || isReasoning(shape, draft, paragraph.length - opened[0].length)) continue
    const isFirst = head.test(lead)
    if (isWay(kind, lead.replace(head, '').trim(), isFirst)) return kind
  }
  return null
}

/** `Thực hiện Nghị quyết số …; căn cứ Quy chế làm việc số …`. */
function goesOnWithBasis(paragraph: string, lead: string): boolean {
  return (
    /^\s*(?:va\s+)?can\s+cu\s/u.test(lead) &&
    HEADS.some(([head]) => head.test(paragraph)) &&
    HEAD_WAY.test(lead.replace(/^\s*(?:va\s+)?can\s+cu(?:\s+vao)?\s+/u, '').trim())
  )
}

function isWay(kind: RelationKind, way: string, isFirst: boolean): boolean {
  if (HEAD_WAY.test(way)) return true
  if (kind === 'implements') return FULFILS_WAY.test(way)
  return isFirst && BASIS_WAY.test(` ${way}`)
}

/** `Căn cứ khoản 1 Điều 162 Luật … thì …` reasons about a law; it is no basis of the document. */
function isReasoning(shape: string, draft: Draft, between: number): boolean {
  if (between > 1800) return true
  const after = shape.slice(draft.end, draft.end + 160)
  return (
    /^[^;:\n]{0,120}\sthì\s/u.test(after) ||
    (draft.pinpoint !== null && /^[^;.]{0,40}\s(?:thì|xét)\s/u.test(after))
  )
}
