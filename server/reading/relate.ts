import type { Copies } from './fold.ts'
import type { Draft } from './citation.ts'
import { ITEM_MARK, LEADS_ASIDE } from './patterns/relation.ts'
import { findAsides, surveyApart } from './relation/asides.ts'
import { alsoSaid } from './relation/alsoSaid.ts'
import { endsBehind } from './relation/endsBehind.ts'
import { governingAct } from './relation/governingAct.ts'
import type { Saying } from './relation/governingAct.ts'
import { headRelation } from './relation/headRelation.ts'
import { isAttached } from './relation/isAttached.ts'
import { joinedTo } from './relation/joinedTo.ts'
import type { OpenList } from './relation/lists.ts'
import { listAround } from './relation/lists.ts'
import { proposedBehind } from './relation/proposedBehind.ts'
import { sayNested } from './relation/sayNested.ts'
import { scopeOf } from './relation/scopeOf.ts'
import type { Own, Survey } from './relation/survey.ts'
import { actsBetween, clauseAt, isQuoted, paragraphAt, survey } from './relation/survey.ts'
import type { Scene } from './relation/whoActs.ts'
import { OTHER, SELF } from './relation/whoActs.ts'

/**
 * Says of each citation what this document does to it (`relation`), or what the words tell of it and another document
 * (`saidRelation`, with whom, in which part): in `Quyết định A về việc sửa đổi Nghị định B` this document amends nothing.
 * `saidWith` is an index into `drafts`. No clause of the body reaches back over `bodyStart` into the head. Linear.
 */
export function relate(
  copies: Copies,
  drafts: Draft[],
  head: Own = { bodyStart: 0, ownType: null, ownIssuer: null },
): void {
  if (drafts.length === 0) return
  const { asides, isInside } = findAsides(copies, drafts)
  const surveyed = survey(copies, head)
  if (asides.length === 0) {
    relateAll(surveyed, drafts)
    return
  }
  const { alone, around } = surveyApart(surveyed, asides)
  relatePart(alone, drafts, at => isInside[at] === true)
  relatePart(around, drafts, at => isInside[at] === false)
}

/** Relates some of the citations among themselves. */
function relatePart(
  surveyed: Survey,
  drafts: readonly Draft[],
  isOfPart: (index: number) => boolean,
): void {
  const places = [...drafts.keys()].filter(isOfPart)
  const part = places.flatMap(at => drafts[at] ?? [])
  relateAll(surveyed, part)
  for (const draft of part) {
    if (draft.saidWith !== null) draft.saidWith = places[draft.saidWith] ?? null
  }
}

function relateAll(surveyed: Survey, drafts: readonly Draft[]): void {
  let list: OpenList | null = null
  for (const [index, draft] of drafts.entries()) {
    const before = lastBefore(drafts, index)
    const scene = {
      survey: surveyed,
      drafts,
      index,
      before,
      clause: clauseAt(surveyed, draft.leadEnd),
    }
    list = listAround(scene, list)
    if (!sayNested(scene)) relateOne(scene, draft, list)
    draft.alsoRelation ??= alsoSaid(surveyed, draft.leadEnd, draft.relation ?? draft.saidRelation)
    draft.scope = scopeOf(scene)
    draft.isAttached = isAttached(surveyed, draft, drafts[before])
  }
}

/** Index of the citation that ends last of the few before one; -1 when there is none. */
function lastBefore(drafts: readonly Draft[], index: number): number {
  let last = index - 1
  for (let at = index - 2; at >= Math.max(0, index - 12); at--) {
    if ((drafts[at]?.end ?? 0) > (drafts[last]?.end ?? 0)) last = at
  }
  return last
}

function relateOne(scene: Scene, draft: Draft, list: OpenList | null): void {
  const before = scene.drafts[scene.before]
  const peer = peerOf(scene, draft)
  if (peer) {
    takeOver(draft, peer)
    return
  }
  const isFirst = !before || before.start < scene.clause
  const saying = (isFirst ? firstSaying(scene, draft, list) : null) ?? governingAct(scene)
  if (saying) say(scene, draft, saying)
  else if (before && isListedWith(scene, draft, before)) takeOver(draft, before)
}

/**
 * `Điều 33.4.TT.3.6. Hướng dẫn khoản 6 Điều 9 Luật …` (a heading of the codification), `văn bản quy phạm pháp luật hướng dẫn Luật …`:
 * no document is named that does it.
 */
const UNNAMED =
  /dieu\s{1,3}\d{1,3}\.\d{1,3}\.[a-z]{2,3}\.\d[\d.]*\s[^;]{0,200}$|van\s+ban(?:(?:\s+quy\s+pham)?\s+phap\s+luat)?(?:\s+khac)?\s+(?:quy\s+dinh\s+chi\s+tiet|huong\s+dan)[^;.]{0,120}$/u

function isUnnamed({ survey: surveyed, clause }: Scene, draft: Draft, { other }: Saying): boolean {
  if (other.self || other.with !== null) return false
  const from = Math.max(clause, draft.leadEnd - 260)
  return UNNAMED.test(surveyed.copies.plain.slice(from, draft.leadEnd))
}

/** The citation beside it of which the same is said. */
function peerOf(scene: Scene, draft: Draft): Draft | null {
  const peer = joinedTo(scene)
  return peer && (peer.relation ?? peer.saidRelation) ? peer : amendedBeside(scene, draft)
}

/**
 * `Căn cứ Luật số … sửa đổi, bổ sung một số điều của Luật A; Luật B; Luật C`: a basis names its day or number, so a bare name behind a
 * law that is amended is amended too.
 */
function amendedBeside({ survey: surveyed, drafts, before }: Scene, draft: Draft): Draft | null {
  const peer = drafts[before]
  if (peer?.saidRelation !== 'amends' || !isBareName(peer) || !isBareName(draft)) return null
  const between = surveyed.copies.plain.slice(peer.end, draft.start)
  return /^\s{0,4}[;,]?\s{0,4}(?:va\s)?\s{0,4}$/u.test(between) ? peer : null
}

function isBareName({ form, number, date, year }: Draft): boolean {
  return form === 'name' && number === null && date === null && year === null
}

/** Members of one list that takes its noun from its head. */
function isListedWith({ survey: surveyed }: Scene, draft: Draft, before: Draft): boolean {
  const isOne = draft.inList && before.inList && draft.type === before.type
  return isOne && paragraphAt(surveyed, before.start) === paragraphAt(surveyed, draft.start)
}

/** What is said of the first citation of a clause by its paragraph, its list or the words behind it. */
function firstSaying(scene: Scene, draft: Draft, list: OpenList | null): Saying | null {
  const role = 'object'
  const head = headRelation(scene, draft)
  if (head) return { kind: head, other: SELF, role }
  if (list && isItem(scene, draft)) return list
  const ended = endsBehind(scene)
  if (ended) return { kind: ended, other: SELF, role }
  const proposed = proposedBehind(scene)
  return proposed && { kind: proposed, other: OTHER, role }
}

/** An item of an open list begins with the document, or with words for a part of it, and has no act of its own. */
function isItem({ survey: surveyed, clause }: Scene, draft: Draft): boolean {
  const { plain } = surveyed.copies
  const lead = plain.slice(clause, draft.leadEnd)
  const colon = lead.lastIndexOf(':') + 1
  const words = lead.slice(colon).replace(ITEM_MARK, '')
  if (words.length > 300 || LEADS_ASIDE.test(` ${words}`) || TOLD_IN.test(words)) return false
  const acts = actsBetween(surveyed, { start: clause + colon, end: draft.leadEnd })
  return acts.every(({ kind }) => kind === 'promulgates' || kind === 'announces')
}

/** `Dự thảo đã được Sở Tư pháp thẩm định tại Báo cáo số …`: told in the document, not listed. */
const TOLD_IN =
  /(?:tham\s+dinh|tham\s+tra|gop\s+y|bao\s+cao|trinh|tra\s+loi|thong\s+bao|ket\s+luan|de\s+nghi)[^;:]{0,60}\s(?:tai|theo)\s*$/u

/** An act of this document is its relation; what is quoted or done by others is only said. */
function say(scene: Scene, draft: Draft, saying: Saying): void {
  if (isUnnamed(scene, draft, saying)) return
  const { survey: surveyed } = scene
  const { kind, other, role } = saying
  const actor = isQuoted(surveyed, draft.start) && other.self ? OTHER : other
  if (actor.self) {
    draft.relation = kind
    return
  }
  draft.saidRelation = kind
  draft.saidWith = actor.with
  draft.saidRole = role
}

function takeOver(draft: Draft, peer: Draft): void {
  const { relation, saidRelation, saidWith, saidRole, alsoRelation } = peer
  Object.assign(draft, { relation, saidRelation, saidWith, saidRole, alsoRelation })
}
