import type { RelationKind } from '../../legal/glossary.ts'
import type { Draft } from '../citation.ts'
import {
  ANOTHER_ACTS,
  BY,
  CARRIES_OUT,
  GOES_ON,
  IS_A_THING,
  IS_A_THING_OF,
  IS_SUFFERED,
  LEADS_ASIDE,
  LONG_WAY,
  SHORT_WAY,
  TELLS_OF,
} from '../patterns/relation.ts'
import { resolveType } from '../typeOfNoun.ts'
import type { Act } from './survey.ts'
import { actsBetween, isQuoted } from './survey.ts'
import type { Actor, Scene } from './whoActs.ts'
import { isChanging, namedActor, OTHER, SELF, whoActs } from './whoActs.ts'

/** What the words say of a citation: what is done, by whom, and whether the citation does it or suffers it. */
export interface Saying {
  kind: RelationKind
  /** Who acts on the citation; where the citation itself acts, the one it acts on. */
  other: Actor
  role: 'actor' | 'object'
}

/** Acts looked at for one citation, nearest first. */
const DEPTH = 5
const WAY_REACH = 420

/** The act nearest before a citation that is about it, in its clause and behind the citation before. */
export function governingAct(scene: Scene): Saying | null {
  const { survey, drafts, index, clause } = scene
  const draft = drafts[index]
  if (!draft) return null
  const before = drafts[scene.before]
  const start = before && before.start >= clause ? before.end : clause
  if (start > clause && before?.relation === 'repliesTo') return null
  const acts = actsBetween(survey, { start, end: draft.leadEnd }).slice(0, DEPTH)
  for (const [nth, act] of acts.entries()) {
    const way = survey.copies.plain.slice(act.end, draft.leadEnd).replace(/ {3,}/gu, '  ')
    if (way.length > WAY_REACH) return null
    const lead = survey.copies.plain.slice(Math.max(start, act.start - 100), act.start)
    const saying = sayingOf(scene, { act, way, lead, start, earlier: acts.slice(nth + 1) })
    if (saying !== undefined) return saying
  }
  return null
}

interface Words {
  act: Act
  /** Between the act and the citation. */
  way: string
  /** Right before the act. */
  lead: string
  /** Where the words that may be about the citation begin. */
  start: number
  earlier: Act[]
}

/** What one act says of the citation; undefined when it is not about it and an earlier one may be; null when none is. */
function sayingOf(scene: Scene, words: Words): Saying | null | undefined {
  const { act, way, lead } = words
  if (isPassive(act, way, lead)) {
    return isSufferable(act.kind)
      ? { kind: sufferedKind(scene, act), other: sufferer(scene, words), role: 'actor' }
      : null
  }
  if (act.kind === 'guidesApplication') {
    if (GUIDES_THIS.test(way)) return { kind: act.kind, other: OTHER, role: 'actor' }
    if (isAThing(way, lead)) return undefined
  }
  if (isMaking(act.kind)) return madeBy(scene, words)
  if (LEADS_ASIDE.test(way)) return null
  const special = SPECIAL[act.kind]
  return special ? special(scene, words) : actedOn(scene, words)
}

/** `bị bãi bỏ, thay thế bởi …`: what takes the place of the old one is named. */
function sufferedKind({ survey }: Scene, { kind, start, end }: Act): RelationKind {
  const words = survey.copies.plain.slice(start, end)
  return kind === 'repeals' && /thay\s+the$/u.test(words) ? 'replaces' : kind
}

function isPassive({ kind }: Act, way: string, lead: string): boolean {
  if (!BY.test(way) || /theo\s+$/u.test(lead)) return false
  const isDirect =
    /^\s+(?:mot\s+so\s+dieu\s+)?(?:boi|hoi)(?![a-z])/u.test(way) || /[([]\s*$/u.test(lead)
  return isDirect || (IS_SUFFERED.test(lead) && kind !== 'promulgates')
}

/** `Nội dung hướng dẫn Khoản này tại Nghị định …`. */
const GUIDES_THIS = /^\s[^;.:]{0,40}nay\s+tai\s*$/u

function isAThing(way: string, lead: string): boolean {
  return IS_A_THING.test(lead) || IS_A_THING_OF.test(way)
}

function isSufferable(kind: RelationKind): boolean {
  return isChanging(kind) || SUFFERED.includes(kind)
}

const SUFFERED: readonly RelationKind[] = [
  ...(['corrects', 'consolidates', 'details', 'guidesApplication', 'interprets'] as const),
]

/** `Khoản này được …`, `thủ tục hành chính được sửa đổi theo …`: no cited document suffers. */
const NOT_THE_CITED =
  /\snay\s+(?:(?:da|co\s+noi\s+dung|nay)\s+)?(?:duoc|bi|da)\s|thu\s+tuc\s+hanh\s+chinh\s+(?:duoc|bi)\s/u

/** The one acted on by the citation: the nearest cited before in the clause, of its own type where there is one. */
export function sufferer(
  { survey, drafts, index, clause }: Scene,
  { act, lead }: Pick<Words, 'act' | 'lead'>,
): Actor {
  if (NOT_THE_CITED.test(lead)) return OTHER
  const from = Math.max(0, index - 24)
  const near = drafts.slice(from, index).map((draft, nth) => ({ draft, at: from + nth }))
  const open = near.filter(
    ({ draft }) => draft.start >= clause && draft.end <= act.start && draft.saidRole !== 'actor',
  )
  const type = resolveType(drafts[index]!)
  const same = open.findLast(({ draft }) => type !== null && resolveType(draft) === type)
  const found = same ?? open.at(-1)
  return found && !isQuoted(survey, act.start) === !isQuoted(survey, found.draft.start)
    ? { self: false, with: found.at }
    : OTHER
}

/** `ban hành kèm theo`, `công bố theo`: the citation made something; an act on that thing is an act on the citation. */
function isMaking(kind: RelationKind): boolean {
  return kind === 'promulgates' || kind === 'announces'
}

function madeBy(scene: Scene, { way, act, earlier, start }: Words): Saying | null | undefined {
  if (!SHORT_WAY.test(way)) return undefined
  const { plain } = scene.survey.copies
  for (const before of earlier.filter(({ kind }) => isChanging(kind) || kind === 'corrects')) {
    const between = plain.slice(before.end, act.start)
    const lead = plain.slice(Math.max(start, before.start - 100), before.start)
    if (LEADS_ASIDE.test(between) || IS_SUFFERED.test(lead)) break
    const other = actorOf(scene, before, start)
    if (SHORT_WAY.test(between) || isSelf(other) || LONG_WAY.test(`${between} cua`)) {
      return { kind: before.kind, other, role: 'object' }
    }
  }
  return { kind: act.kind, other: OTHER, role: 'actor' }
}

function isSelf(actor: Actor): boolean {
  return actor.self
}

type Reader = (scene: Scene, words: Words) => Saying | null | undefined

/** Acts that need words of their own around them. */
const SPECIAL: Partial<Record<RelationKind, Reader>> = {
  implements: (scene, words) => {
    const { act, way, start } = words
    const lead = scene.survey.copies.plain.slice(Math.max(start, act.start - 160), act.start)
    if (TELLS_OF.test(lead)) return undefined
    if (CARRIES_OUT.test(lead) && CARRIED_WAY.test(way))
      return actedOn(scene, { ...words, way: ' ' })
    const isOrdered = DIRECT_WAY.test(way) && scene.drafts[scene.index]?.number
    return isOrdered && act.end - act.start < 12
      ? { kind: 'implements', other: OTHER, role: 'object' }
      : undefined
  },
  interprets: (scene, words) => {
    const saying = actedOn(scene, words)
    return saying && isSelf(saying.other) ? saying : undefined
  },
  repliesTo: (scene, words) => atHead(scene, words, SHORT_WAY),
  proposes: (scene, words) => atHead(scene, words, /^(?:\s[^;:]{0,220}\s(?:tai|theo))?\s*$/u),
  ordersReview: (_scene, { act, way }) =>
    /^\s[^;:]{0,200}\stai\s*$/u.test(way)
      ? { kind: act.kind, other: SELF, role: 'object' }
      : undefined,
}

const CARRIED_WAY =
  /^(?:\s+(?:cac|nhung|hieu\s+qua|co|noi\s+dung|(?:nghi|quyet|ke|cong|chi|thong|van|luat|chuong|ket)\s[a-z]{2,8}(?:\s+cua\s[^;:]{2,80})?\s*:))*\s*$/u

/** `chỉ đạo Sở Y tế thực hiện nghiêm túc Công văn số …`: others are to carry it out. */
const DIRECT_WAY =
  /^(?:\s+(?:nghiem\s+tuc|nghiem|tot|day\s+du|kip\s+thoi|co\s+hieu\s+qua|hieu\s+qua))*\s*$/u

/** At the head of a clause this document answers or rests on a proposal; further in, the words tell of another's. */
function atHead(scene: Scene, { act, way }: Words, isWay: RegExp): Saying | undefined {
  if (!isWay.test(way)) return undefined
  const { survey, clause, drafts, index } = scene
  const isHead = /^[^\p{L}]{0,12}$/u.test(survey.copies.plain.slice(clause, act.start))
  const isOurs = isHead && !isQuoted(survey, drafts[index]?.start ?? 0)
  return { kind: act.kind, other: isOurs ? SELF : OTHER, role: 'object' }
}

function actedOn(scene: Scene, words: Words): Saying | undefined {
  const { act, way, start } = words
  const other = actorOf(scene, act, start)
  const isAbout =
    SHORT_WAY.test(way) ||
    (LONG_WAY.test(way) && isAtLength(scene, act)) ||
    (isSelf(other) && !/[;:]/u.test(way))
  return isAbout ? { kind: act.kind, other, role: 'object' } : undefined
}

/** Acts whose object is often told at length: `bãi bỏ … tại`, `quy định chi tiết … của`; a mere `bổ sung` may be of anything. */
function isAtLength({ survey }: Scene, { kind, start }: Act): boolean {
  if (kind === 'guidesApplication' || kind === 'implements') return false
  return kind !== 'amends' || survey.copies.plain.startsWith('sua', start)
}

/** Who acts: in the first words of a clause what they say; behind a citation that one, or who acted on it. */
function actorOf(scene: Scene, act: Act, start: number): Actor {
  const { drafts, clause } = scene
  const before = drafts[scene.before]
  if (!before || start === clause) return whoActs(scene, act)
  return actorBehind(scene, { act, before, start })
}

function actorBehind(
  scene: Scene,
  { act, before, start }: { act: Act; before: Draft; start: number },
): Actor {
  const { survey } = scene
  const between = survey.copies.plain.slice(start, act.start)
  const named = isQuoted(survey, act.start) ? null : namedActor(scene, between)
  if (named) return named
  if (GOES_ON.test(between)) {
    const isShort = between.length < 60
    if (isChanging(before.relation) && (act.kind !== 'amends' || isShort)) return SELF
    if (before.saidRole === 'object') return { self: false, with: before.saidWith }
  }
  return { self: false, with: ANOTHER_ACTS.test(between) ? null : scene.before }
}
