import type { RelationKind } from '../../legal/glossary.ts'
import type { Draft } from '../citation.ts'
import { BARE_END, BY_THIS, ENDS_BEHIND, LEADS_ASIDE, TAKES_EFFECT } from '../patterns/relation.ts'
import type { Scene } from './whoActs.ts'
import { canEnd } from './whoActs.ts'
import { isQuoted } from './survey.ts'

const REACH = 620
const CLOSING = 700

/**
 * What is said behind a document of its end:
 *   Quyết định số … (về …) hết hiệu lực kể từ ngày Quyết định này có hiệu lực
 *   Quyết định số … được thay thế bằng Quyết định này
 *   Quyết định này có hiệu lực …; Quyết định số … hết hiệu lực thi hành.
 * The last only in the closing article of a document that may end others, as a clause of its own.
 */
export function endsBehind({ survey, drafts, index, clause }: Scene): RelationKind | null {
  const draft = drafts[index]
  if (!draft || isQuoted(survey, draft.start)) return null
  const { plain } = survey.copies
  const words = plain.slice(draft.end, draft.end + REACH)
  if (!ENDS_BEHIND.test(words)) return null
  const behind = words.replace(BRACKETED, ' ')
  const lead = plain.slice(clause, draft.leadEnd)
  const ending = endingOf(lead, behind)
  if (!ending) return null
  const { kind, rest } = ending
  if (BY_THIS.test(rest)) return kind
  if (BY_ANOTHER.test(rest)) return null
  const isOwnClause = standsAlone(lead) && BARE_END.test(rest)
  return isOwnClause && isClosing({ survey, draft, clause }) ? kind : null
}

/** What brackets tell of the document: `(được sửa đổi, bổ sung bởi Nghị định số … và được bãi bỏ một phần bởi …)`. */
const BRACKETED = /\([^()]{0,500}\)/gu

/** `bị bãi bỏ, thay thế bởi Nghị quyết số …`. */
const BY_ANOTHER = /^[^;.:]{0,40}?\s(?:boi|bang|theo)\s/u

/** The words of an end behind a document, and what follows them. */
function endingOf(lead: string, behind: string): { kind: RelationKind; rest: string } | null {
  if (LEADS_ASIDE.test(lead) || /(?:truong\s+hop|neu|khi|vi|do)\s/u.test(lead)) return null
  const words = firstClause(behind)
  const end = ENDS_BEHIND.exec(words)
  if (!end || TOLD.test(words.slice(0, end.index + 1))) return null
  return { kind: kindOf(end), rest: words.slice(end.index + end[0].length) }
}

/** `đã hết hiệu lực`, `chưa bị thay thế`: a state, not an act. */
const TOLD = /(?:\sda|\schua|\ssap|\skhi|\sneu|truong\s+hop)\s*(?:duoc|bi)?\s*$/u

function firstClause(behind: string): string {
  const stop =
    /;|\n\s*(?:dieu\s+\d|\d{1,2}\.\s|[a-z]\)\s|[-+•]\s|noi\s+nhan)|[^\d\s.]{2}\.\s/u.exec(behind)
  return stop ? behind.slice(0, stop.index + stop[0].length) : behind
}

/** Nothing stands before it but a list mark and the words for a part of it. */
function standsAlone(lead: string): boolean {
  return /^[\s\d.)a-z-]{0,8}(?:va\s+|dong\s+thoi\s*,?\s*|ke\s+tu\s+ngay[^;:]{0,40}nay\s+co\s+hieu\s+luc(?:\s+thi\s+hanh)?\s*,\s*)?(?:cac\s+|toan\s+bo\s+)?$/u.test(
    lead,
  )
}

function isClosing({
  survey,
  draft,
  clause,
}: {
  survey: Scene['survey']
  draft: Draft
  clause: number
}): boolean {
  if (!canEnd(survey.ownType)) return false
  return TAKES_EFFECT.test(survey.copies.plain.slice(Math.max(0, clause - CLOSING), draft.start))
}

function kindOf(end: RegExpExecArray): RelationKind {
  return end[2]?.startsWith('thay') ? 'replaces' : 'repeals'
}
