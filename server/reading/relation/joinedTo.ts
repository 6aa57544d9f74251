import type { DocumentType, RelationKind } from '../../legal/glossary.ts'
import type { Draft } from '../citation.ts'
import { LIST_JOINT, OWNED_JOINT, TITLED_JOINT } from '../patterns/relation.ts'
import { foldText } from '../../legal/foldText.ts'
import { remembered } from '../../legal/remembered.ts'
import { resolveType, typeOfNoun } from '../typeOfNoun.ts'
import { actsBetween, clauseAt } from './survey.ts'
import type { Scene } from './whoActs.ts'
import { isChanging } from './whoActs.ts'

/** The earlier citation a citation is listed with, so that what is said of that one holds for it; null when there is none. */
export function joinedTo(scene: Scene): Draft | null {
  const { survey, drafts, index, clause } = scene
  const draft = drafts[index]
  const before = drafts[scene.before]
  if (!draft || !before || draft.leadEnd - before.end > REACH) return null
  const between = survey.copies.plain.slice(before.end, draft.leadEnd)
  if (before.saidRole === 'actor') return besideActor(scene, { before, draft, between })
  if (before.relation === 'proposes' && NEXT_PROPOSER.test(between)) return before
  if (before.start < clause) return goesOn(scene, draft, between)
  return joinedInClause(scene, { before, draft, between })
}

/** Beside one that acts on another: it acts too, or it is the next of those acted on. */
function besideActor(scene: Scene, { before, draft, between }: Pair): Draft | null {
  if (actsToo(before, draft, between)) return before
  if (before.start < scene.clause) return goesOn(scene, draft, between)
  if (!isNamedLaw(draft)) return joinedInClause(scene, { before, draft, between })
  return isBareLaw(before) ? nextObject(scene, between) : null
}

/**
 * `sửa đổi, bổ sung một số điều của Luật Kế toán số … đã được sửa đổi theo Luật số …, Luật Quản lý thuế số …`: behind one that is
 * told beside a law, the list goes on with the next law.
 */
function nextObject({ drafts, index, clause }: Scene, between: string): Draft | null {
  if (!NEXT_OBJECT.test(between)) return null
  const near = drafts.slice(Math.max(0, index - 24), index).filter(({ start }) => start >= clause)
  const object = near.findLast(({ saidRole }) => saidRole !== 'actor')
  return object && typeOfNoun(object.type) === 'law' ? object : null
}

interface Pair {
  before: Draft
  draft: Draft
  between: string
}

function joinedInClause(scene: Scene, { before, draft, between }: Pair): Draft | null {
  const parallel = besideOuter(scene, { before, draft, between })
  if (parallel) return parallel
  if (LIST_JOINT.test(between) || OWNED_JOINT.test(between)) {
    return isMember(before, draft) ? before : (listedPeer(scene, draft) ?? before)
  }
  if (isChanging(before.relation) && isNextProvision(scene, before, draft)) return before
  return TITLED_JOINT.test(between) ? listedPeer(scene, draft) : null
}

/** `Pháp lệnh số … sửa đổi Pháp lệnh xử lý vi phạm và Pháp lệnh số … sửa đổi …`: two that amend, not two that are amended. */
function besideOuter({ survey, drafts }: Scene, { before, draft, between }: Pair): Draft | null {
  const outer = before.saidRole === 'object' ? drafts[before.saidWith ?? -1] : undefined
  if (!outer?.number || before.number !== null || draft.number === null) return null
  if (!LIST_JOINT.test(between) || resolveType(outer) !== resolveType(draft)) return null
  const behind = survey.copies.plain.slice(draft.end, draft.end + 24)
  return /^\s*(?:sua\s+doi|quy\s+dinh\s+chi|huong\s+dan)/u.test(behind) ? outer : null
}

function actsToo(before: Draft, draft: Draft, between: string): boolean {
  return BOTH_ACT.test(between) || (isBareLaw(before) && isBareLaw(draft) && STOP.test(between))
}

const REACH = 420
/** `… tại Tờ trình số … và đề nghị của Bộ trưởng Bộ Nội vụ tại Tờ trình số …`, `…; của UBND tỉnh tại …`. */
const NEXT_PROPOSER =
  /^\s*(?:[,;]\s*|va\s+|[,;]\s*va\s+)(?:(?:de\s+nghi|y\s+kien)\s+)?(?:cua\s+)?[^;:.]{2,90}\s+tai\s*$/u
const NEXT_OBJECT = /^\s*(?:,|va|,\s*va)[\s…]*$/u
const STOP = /^\s*;\s*$/u

/** `Luật số 90/2025/QH15`: laws cited so behind `được sửa đổi bởi` are amending ones. */
function isBareLaw({ type, title, number }: Draft): boolean {
  return number !== null && title === null && typeOfNoun(type) === 'law'
}

/** `…, Luật Nhà ở số 27/2023/QH15` behind an amending law is the next of the amended ones. */
function isNamedLaw({ title, type }: Draft): boolean {
  return title !== null && typeOfNoun(type) === 'law' && namesALaw(title)
}

const namesALaw = remembered(title => /^luat\s(?!sua\s)/u.test(foldText(title)))

/**
 * `Ngưng hiệu lực thi hành Điều 12 của Luật A …; Điều 88 của Luật B`, `thay thế Quyết định A; Quyết định B`: what this document
 * does to the first document of the clause before, it does to the next, when that clause says nothing else.
 */
function goesOn(
  { survey, drafts, index, clause }: Scene,
  draft: Draft,
  between: string,
): Draft | null {
  const { plain } = survey.copies
  const lead = plain.slice(clause, draft.leadEnd)
  if (!/;\s*$/u.test(plain.slice(Math.max(0, clause - 2), clause)) || !BARE_LEAD.test(lead))
    return null
  if (/\n\s*\n/u.test(between) || SAYS_MORE.test(plain.slice(draft.end, draft.end + 260)))
    return null
  const from = clauseAt(survey, clause - 2)
  const first = drafts.slice(Math.max(0, index - 24), index).find(({ start }) => start >= from)
  return first && isChanging(first.relation) ? first : null
}

const BARE_LEAD = /^\s*(?:(?:cac|toan\s+bo|quy\s+dinh|noi\s+dung|tai|cua)\s*)*$/u
const SAYS_MORE =
  /^[^;]{0,240}?(?:(?:tiep\s+tuc|van|con|co|het)\s+(?:con\s+)?hieu\s+luc|(?<!da\s)duoc\s|bi\s(?:bai|thay)|chiu\s+trach\s+nhiem)/u

/** `Nghị định A quy định chi tiết Luật X và Nghị định B`: B stands beside A, not beside the law A is about. */
function isMember(before: Draft, draft: Draft): boolean {
  if (before.saidRole !== 'object') return true
  const type = resolveType(draft)
  return type === null || resolveType(before) === type
}

/** `… có hiệu lực từ ngày …; Thông tư B` behind the one that acts. */
const BOTH_ACT =
  /^\s*co\s+hieu\s+luc\s+(?:thi\s+hanh\s+)?(?:ke\s+)?tu(?:\s+ngay)?\s[\d\sa-z/.-]{6,40}\s*(?:,|;|va|,\s*va)\s*$/u
/** `Bãi bỏ Phụ lục 1 ban hành kèm theo Quyết định A … và Phụ lục 5 ban hành kèm theo Quyết định B`. */
const NEXT_PROVISION =
  /(?:,|\sva)\s+(?:phu\s+luc|quy\s+che|quy\s+dinh|danh\s+muc|mau|bieu|quy\s+trinh)[^;:.]{0,160}\s(?:ban\s+hanh\s+)?kem\s+theo\s*$/u

/** A provision of the next one, no other act being told of it: not `thay thế A và bãi bỏ Điều 3, Phụ lục I ban hành kèm theo B`. */
function isNextProvision({ survey }: Scene, before: Draft, draft: Draft): boolean {
  const { plain } = survey.copies
  const next = NEXT_PROVISION.exec(plain.slice(before.end, draft.leadEnd))
  if (!next) return false
  const end = before.end + next.index
  const [last] = actsBetween(survey, { start: before.end, end })
  return !last || !isChanging(last.kind) || !PROVISIONS_ONLY.test(plain.slice(last.end, end))
}

const PROVISIONS_ONLY =
  /^\s+(?:(?:cac\s+)?(?:dieu|khoan|diem|muc|chuong|phu\s+luc)\s+[\da-zđ]{1,5}\s{0,3}(?:,|va|;)?\s{0,3})*$/u

function listedPeer({ drafts, index, clause }: Scene, draft: Draft): Draft | null {
  const type = resolveType(draft)
  const near = drafts.slice(Math.max(0, index - 24), index).filter(({ start }) => start >= clause)
  return near.findLast(peer => isHeaded(peer) || isAlike(peer, type)) ?? null
}

function isHeaded({ relation }: Draft): boolean {
  return relation !== null && HEADS.includes(relation)
}

function isAlike(peer: Draft, type: DocumentType | null): boolean {
  const isRelated = peer.relation !== null || peer.saidRelation !== null
  return isRelated && type !== null && resolveType(peer) === type
}

const HEADS: readonly RelationKind[] = ['basedOn', 'implements', 'proposes']
