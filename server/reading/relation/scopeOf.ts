import type { Draft } from '../citation.ts'
import { EXCEPT } from '../patterns/relation.ts'
import type { Scene } from './whoActs.ts'
import { isChanging } from './whoActs.ts'

/** Of a change made by this document: the whole of the cited one or a part of it; null for other relations. */
export function scopeOf({ survey, drafts, index, before, clause }: Scene): 'whole' | 'part' | null {
  const draft = drafts[index]
  if (!draft || !isChanging(draft.relation)) return null
  if (draft.pinpoint || draft.relation === 'amends') return 'part'
  const { plain } = survey.copies
  if (EXCEPT.test(plain.slice(draft.end, draft.end + 280))) return 'part'
  return namesAPart(plain.slice(Math.max(clause, leadStart(drafts[before], draft)), draft.leadEnd))
    ? 'part'
    : 'whole'
}

/** Whether the words before a document say that only a part of it is meant. */
function namesAPart(lead: string): boolean {
  const named = ACT_AND_REST.exec(lead)?.[1] ?? ''
  const member = lead.split(/\sva\s|;/u).at(-1) ?? ''
  if (PART.test(lead) || PROVISION.test(named)) return true
  return !ACT_AND_REST.test(member) && BEGINS_AS_PART.test(member)
}

function leadStart(before: Draft | undefined, draft: Draft): number {
  return Math.max(before?.end ?? 0, draft.leadEnd - 200)
}

const ACT_AND_REST =
  /(?:bai\s+bo|thay\s+the|huy\s+bo|ngung|dinh\s+chi|cham\s+dut|ap\s+dung)([^;]*)$/u
const PART =
  /mot\s+(?:so|phan)|cac\s+(?:quy\s+dinh|noi\s+dung)|cum\s+tu|noi\s+dung|thu\s+tuc\s+hanh\s+chinh/u
/** A member of a list that begins with a provision: `a) Khoản 1 Phụ lục ban hành kèm theo …`, `… và Phụ lục II kèm theo …`. */
const BEGINS_AS_PART =
  /^[\s|*_]{0,6}(?:[a-zđ]{1,2}\s?\)|\d{1,3}\s?[.)|]|[-+*•–])?\s{0,4}(?:khoan|diem|dieu|muc|chuong|phu\s+luc|mau|bieu)\s/u
/** `bãi bỏ khoản 2 Điều 5 của Quy chế ban hành kèm theo Quyết định …`: the act names a part of it. */
const PROVISION = /(?:khoan|diem|dieu|muc|chuong)\s+[\divx]|phu\s+luc|mau\s+so|so\s+thu\s+tu/u
