import type { DocumentType, RelationKind } from '../../legal/glossary.ts'
import { CHANGING_RELATIONS } from '../../legal/glossary.ts'
import type { Draft } from '../citation.ts'
import {
  ENDS_ALL,
  ISSUES,
  NOT_YET,
  ORDERS_AT_ONCE,
  THIS_ACTS,
  THIS_ACTS_HERE,
} from '../patterns/relation.ts'
import { typeOfNoun } from '../typeOfNoun.ts'
import type { Act, Survey } from './survey.ts'
import { isQuoted } from './survey.ts'

/** Who does what an act says: this document, or another one: its index in the citations, null when the text cites none. */
export type Actor = { self: true } | { self: false; with: number | null }

/** One citation and where it stands. */
export interface Scene {
  survey: Survey
  drafts: readonly Draft[]
  /** Index of the citation. */
  index: number
  /** Index of the citation that ends last before it: one nested in another's words ends no later. -1 when it is the first. */
  before: number
  /** Where its clause begins. */
  clause: number
}

export const SELF: Actor = { self: true }
export const OTHER: Actor = { self: false, with: null }

/** The one who acts on the first citation of a clause, told by the words of the clause before the act. */
export function whoActs(scene: Scene, act: Act): Actor {
  const { survey, drafts, index, clause } = scene
  const start = drafts[index]?.start ?? act.end
  if (isQuoted(survey, start) || isQuoted(survey, act.start)) return OTHER
  const lead = survey.copies.plain.slice(clause, act.start)
  return namedActor(scene, lead) ?? (isOurs(scene, act, lead) ? SELF : OTHER)
}

/** Words that name nobody: those of the title, an order, what the issuer says it does. */
function isOurs(scene: Scene, act: Act, lead: string): boolean {
  const { survey, drafts, index } = scene
  if (isIssuerActing(survey, act, lead)) return true
  const isTitle = (drafts[index]?.start ?? act.end) < survey.bodyStart
  return isTitle ? !isNotYet(lead) && mayDo(scene, act) : isOrder(scene, act, lead)
}

/** `Sở Công Thương hướng dẫn thi hành …` in a letter of that body; what changes others says `này` or orders it. */
function isIssuerActing({ ownIssuer }: Survey, act: Act, lead: string): boolean {
  if (!ownIssuer || isChanging(act.kind) || isNotYet(lead)) return false
  return lead.slice(-160).replace(/\s+/gu, ' ').trimEnd().endsWith(ownIssuer)
}

function isOrder(scene: Scene, act: Act, lead: string): boolean {
  const { ownType } = scene.survey
  if (act.kind === 'repeals' && ENDS_ALL.test(lead) && canEnd(ownType)) return true
  return !isNotYet(lead) && ordersAtOnce(scene, act, lead)
}

function isNotYet(lead: string): boolean {
  return NOT_YET.test(lead.slice(-90))
}

/** `Quyết định này …`; in a document of another type the words mean the last cited one of theirs: `Luật này thay thế …`. */
export function namedActor({ survey, drafts, index }: Scene, lead: string): Actor | null {
  if (!lead.includes('nay')) return null
  const noun = THIS_ACTS_HERE.exec(lead)?.[1] ?? [...lead.matchAll(THIS_ACTS)].at(-1)?.[1]
  if (!noun) return null
  if (isOwnNoun(survey, noun)) return SELF
  const type = typeOfNoun(noun)
  const from = Math.max(0, index - 40)
  const meant = drafts.slice(from, index).findLastIndex(draft => typeOfNoun(draft.type) === type)
  return { self: false, with: meant < 0 ? null : from + meant }
}

/** A decision's `Quy định này`, `Kế hoạch này` is its own annex. */
const ANNEX_TYPES: readonly DocumentType[] = [
  ...(['regulation', 'rules', 'plan', 'programme', 'actionProgramme', 'scheme'] as const),
  ...(['project', 'guidance'] as const),
]

function isOwnNoun({ ownType }: Survey, noun: string): boolean {
  const type = typeOfNoun(noun)
  return !ownType || !type || type === ownType || ANNEX_TYPES.includes(type)
}

function ordersAtOnce(scene: Scene, act: Act, lead: string): boolean {
  const { survey, drafts, before, clause } = scene
  const issued = ISSUES.exec(lead)?.[1]
  if (issued) return isOwnNoun(survey, issued)
  if (!ORDERS_AT_ONCE.test(lead)) return false
  return mayDo(scene, act) && !goesOnATitle(survey, drafts[before], clause)
}

/** Whether a document of this type does what the act says: rules change rules, a letter or a plan only its like. */
function mayDo({ survey: { ownType }, drafts, index }: Scene, { kind }: Act): boolean {
  return !isChanging(kind) || canEnd(ownType) || typeOfNoun(drafts[index]?.type ?? null) === ownType
}

/** `Căn cứ Thông tư A quy định …; sửa đổi, bổ sung một số điều của Thông tư B`: the title of A goes on behind `;`. */
function goesOnATitle({ copies }: Survey, before: Draft | undefined, clause: number): boolean {
  if (!before?.relation || isChanging(before.relation)) return false
  const between = copies.shape.slice(Math.max(before.end, clause - 400), clause + 1)
  return before.end >= clause - 400 && /^[^\n]*;\s?$/u.test(between)
}

/** Types of documents that change others; a letter or a report tells of it, unless it says `Công văn này thay thế`. */
const ACTING_TYPES: readonly (DocumentType | null)[] = [
  ...([null, 'constitution', 'code', 'law', 'ordinance', 'order', 'resolution'] as const),
  ...(['jointResolution', 'decree', 'decision', 'circular', 'jointCircular', 'directive'] as const),
  ...(['regulation', 'rules'] as const),
]

/** Whether a document of the type may change or end others by its mere order. A type unknown may. */
export function canEnd(type: DocumentType | null): boolean {
  return ACTING_TYPES.includes(type)
}

export function isChanging(kind: RelationKind | null): boolean {
  return kind !== null && (CHANGING_RELATIONS as readonly RelationKind[]).includes(kind)
}
