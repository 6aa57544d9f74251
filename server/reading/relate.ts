import type { RelationKind } from '../legal/glossary.ts'
import { CHANGING_RELATIONS } from '../legal/glossary.ts'
import type { Copies } from './fold.ts'
import type { Draft } from './citation.ts'
import { clauseStart, paragraphStart } from './citation.ts'
import {
  BASIS_HEAD,
  ENDED_BY_THIS,
  EXPIRES_AFTER,
  IMPLEMENT_HEAD,
  LIST_HEAD,
  LIST_ITEM,
  LIST_JOINT,
  NAMES_A_LIST,
  OPENING_ACT,
  PASSIVE,
  RELATION_WORDS,
  SAME_ACTOR,
} from './patterns/relation.ts'

/** The list a citation may stand in: `… thay thế các văn bản sau:` and its items. */
interface ListState {
  kind: RelationKind
  end: number
}

/**
 * Says of each citation what this document does to it (`relation`), or what another cited document does
 * (`saidRelation`): in `Quyết định A về việc sửa đổi Nghị định B` this document amends nothing.
 * No clause of the body reaches back over `bodyStart` into the head.
 */
export function relate(copies: Copies, drafts: Draft[], bodyStart = 0): void {
  let list: ListState | null = null
  for (const [index, draft] of drafts.entries()) {
    const before = drafts[index - 1]
    list = listState(copies, draft, before, list)
    relateOne(copies, { draft, before, list, bodyStart })
    draft.relation = expiresAfter(copies, draft) ?? draft.relation
    draft.scope = scopeOf(copies, draft, before?.end ?? 0)
  }
}

function relateOne(
  copies: Copies,
  {
    draft,
    before,
    list,
    bodyStart,
  }: { draft: Draft; before: Draft | undefined; list: ListState | null; bodyStart: number },
): void {
  const clause = clauseStart(copies, draft.leadEnd, draft.start >= bodyStart ? bodyStart : 0)
  if (before && before.start >= clause) relateNested(copies, before, draft)
  else draft.relation = relationOf(copies, draft, { clause, list })
  if (draft.inList && before?.inList) draft.relation ??= before.relation
}

/** First citation of its clause. */
function relationOf(
  copies: Copies,
  draft: Draft,
  { clause, list }: { clause: number; list: ListState | null },
): RelationKind | null {
  const lead = copies.plain.slice(clause, draft.leadEnd)
  const head = headRelation(copies, draft, lead)
  if (head) return head
  const item = lead.replace(LIST_ITEM, '').trim()
  if (list && (item === '' || LIST_HEAD.test(item))) return list.kind
  const passive = PASSIVE.exec(lead)
  if (passive) {
    draft.saidRelation = kindOf(passive[1] ?? '')
    return null
  }
  return wordsBefore(lead)
}

/** Whether the paragraph opens with `Căn cứ …` or `Thực hiện …` and the citation follows, alone or in its list. */
function headRelation(copies: Copies, draft: Draft, lead: string): RelationKind | null {
  const from = paragraphStart(copies, draft.leadEnd)
  const paragraph = copies.plain.slice(from, draft.leadEnd)
  for (const [head, kind] of HEADS) {
    const opened = head.exec(paragraph)
    if (
      !opened ||
      !/^[^\p{L}]*\p{Lu}/u.test(copies.shape.slice(from, from + 20)) ||
      isReasoning(copies, draft, paragraph.slice(opened[0].length))
    )
      continue
    const rest = lead.replace(head, '').trim()
    if (
      rest === '' ||
      (kind === 'implements' && /^(?:y kien |noi dung )?chi dao [^;:]{0,80}tai$/u.test(rest)) ||
      (kind === 'basedOn' && /^(?:cac|tai|quy dinh tai|noi dung)$/u.test(rest))
    )
      return kind
  }
  return null
}

const HEADS: [RegExp, RelationKind][] = [
  [BASIS_HEAD, 'basedOn'],
  [IMPLEMENT_HEAD, 'implements'],
]

/** `Căn cứ khoản 1 Điều 162 Luật … thì …` reasons about a law; it is no basis of the document. */
function isReasoning(copies: Copies, draft: Draft, between: string): boolean {
  if (between.length > 1800) return true
  const after = copies.shape.slice(draft.end, draft.end + 160)
  return (
    /^[^;:\n]{0,120}\sthì\s/u.test(after) ||
    (draft.pinpoint !== null && /^[^;.]{0,40}\s(?:thì|xét)\s/u.test(after))
  )
}

function wordsBefore(lead: string): RelationKind | null {
  const tail = lead.slice(-260)
  const kind = RELATION_WORDS.find(({ words }) => words.test(tail))?.kind ?? null
  const opening = kind === 'promulgates' ? OPENING_ACT.exec(lead)?.[1] : undefined
  return opening ? kindOf(opening) : kind
}

/** A citation behind another one in the same clause: a list goes on, or the words tell of the one before. */
function relateNested(copies: Copies, before: Draft, draft: Draft): void {
  const between = copies.plain.slice(before.end, draft.leadEnd)
  if (isListJoint(between)) {
    draft.relation = before.relation
    draft.saidRelation = before.saidRelation
    return
  }
  const kind = kindBetween(between)
  if (!kind) return
  if (isSameActor(before, between)) draft.relation = kind
  else draft.saidRelation = kind
}

function kindBetween(between: string): RelationKind | null {
  const passive = PASSIVE.exec(between)?.[1]
  return passive ? kindOf(passive) : wordsBefore(between)
}

/** `Quyết định này thay thế A của UBND tỉnh và bãi bỏ B`: one actor, two acts. */
function isSameActor(before: Draft, between: string): boolean {
  const changes =
    before.relation !== null &&
    (CHANGING_RELATIONS as readonly RelationKind[]).includes(before.relation)
  return (
    changes &&
    (SAME_ACTOR.test(between) || /(?:,|\sva)\s+(?:bai bo|thay the|huy bo)\s*$/u.test(between))
  )
}

function isListJoint(between: string): boolean {
  if (LIST_JOINT.test(between)) return true
  if (/^\s*(?:,|va)\s*cua\s+[^;:.]{2,90}\s+tai\s*$/u.test(between)) return true
  return /^\s*,?\s*(?:cua|giua)\s+[^;:.]{2,90}?\s*(?:,|va)\s*(?:cua\s+[^;:.]{2,90}\s+tai\s*)?$/u.test(
    between,
  )
}

function kindOf(words: string): RelationKind {
  if (/thay\s+the/u.test(words)) return 'replaces'
  if (/huong\s+dan/u.test(words)) return 'guidesApplication'
  if (/dinh\s+chinh/u.test(words)) return 'corrects'
  if (/hieu\s+luc|bai\s+bo|huy\s+bo/u.test(words)) return 'repeals'
  return 'amends'
}

/** Follows a list from its head to its last item. */
function listState(
  copies: Copies,
  draft: Draft,
  before: Draft | undefined,
  list: ListState | null,
): ListState | null {
  const from = Math.max(before?.end ?? 0, draft.leadEnd - 320)
  const gap = copies.plain.slice(from, draft.leadEnd)
  const opened = LIST_HEAD.exec(gap.replace(/\s*(?:[a-zđ]{1,2}\)|\d{1,2}[.)]|[-+•])?\s*$/u, ''))
  if (opened && NAMES_A_LIST.test(opened[0]))
    return { kind: kindOf(opened[1] ?? ''), end: draft.end }
  if (!list) return null
  return /\n\s*(?:dieu\s+\d+|\d{1,2}\.\s)/u.test(gap) ? null : list
}

function expiresAfter(copies: Copies, draft: Draft): RelationKind | null {
  const behind = copies.plain.slice(draft.end, draft.end + 360)
  const ended = ENDED_BY_THIS.exec(behind) ?? EXPIRES_AFTER.exec(behind)
  return ended ? kindOf(ended[1] ?? '') : null
}

function scopeOf(copies: Copies, draft: Draft, limit: number): 'whole' | 'part' | null {
  const kind = draft.relation
  if (!kind || !(CHANGING_RELATIONS as readonly RelationKind[]).includes(kind)) return null
  if (draft.pinpoint || kind === 'amends') return 'part'
  const lead = copies.plain.slice(Math.max(limit, draft.leadEnd - 160), draft.leadEnd)
  const named = /(?:bai\s+bo|thay\s+the|huy\s+bo|ngung|dinh\s+chi)(?<provisions>[^;]*)$/u.exec(lead)
  return PART.test(lead) || PROVISION.test(named?.groups?.provisions ?? '') ? 'part' : 'whole'
}

const PART = /mot\s+(?:so|phan)|cac\s+(?:quy\s+dinh|noi\s+dung)|cum\s+tu|noi\s+dung/u
/** `bãi bỏ khoản 2 Điều 5 của Quy chế ban hành kèm theo Quyết định …`: the act names a part of it. */
const PROVISION = /(?:khoan|diem|dieu|muc|chuong)\s+[\divx]|phu\s+luc|mau\s+so/u
