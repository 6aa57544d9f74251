import { typeFromSymbol } from '../legal/documentNumber.ts'
import { foldText } from '../legal/foldText.ts'
import type { DocumentType } from '../legal/glossary.ts'
import type { Copies } from './fold.ts'
import type { Draft } from './citation.ts'
import { LIST_OWNER } from './patterns/issuer.ts'
import { TYPE_NOUN } from './patterns/typeNoun.ts'
import { issuerAt, readIssuerBefore } from './readIssuer.ts'
import { typeOfNoun } from './typeOfNoun.ts'

const JOINED = /^\s*(?:,|va|,\s*va|hoac|den)\s*(?:cac\s+|so\s+|den\s+)?$/u
/** Before a number without a noun of its own: `các Chỉ thị số 05/CT-TTg ngày …; số 06/CT-TTg ngày … của Thủ tướng Chính phủ`. */
const JOINED_LOOSELY = /^\s*(?:;\s*)?(?:va\s+)?$/u
/** Before another act of the same sentence: `thay thế Quyết định số … và bãi bỏ khoản 3 Điều 5 Quyết định số … của UBND tỉnh`. */
const JOINED_BY_ACT =
  /^\s*(?:,|,?\s+va)\s+(?:bai\s+bo|thay\s+the|huy\s+bo|sua\s+doi(?:,\s+bo\s+sung)?)\s*$/u
/** What opens an item: `- `, `a) `, `2. `. */
const ITEM = '\\s*(?:[-+*•]|\\d{1,2}[.)]|[a-zđ]\\))?\\s*$'
const HEAD_END = new RegExp(`:${ITEM}`, 'u')
const NEXT_ITEM = new RegExp(`\\n${ITEM}`, 'u')
const HEAD_REACH = 160

/**
 * Elliptic lists: a citation without its own noun takes that of the list.
 *   Các kế hoạch của Sở Công Thương: số 03/KH-SCT …; số 05/KH-SCT …     type and issuer from the head
 *   Công điện số 280/CĐ-TTg … và 968/CĐ-TTg … của Thủ tướng Chính phủ    type forward, issuer backward
 */
export function inherit(copies: Copies, drafts: Draft[]): void {
  let owner: Owner | null = null
  let before: Draft | undefined
  for (const draft of drafts) {
    if (draft.number === null) continue
    owner = ownerFor(copies, { draft, before }, owner)
    before = draft
    draft.inList = owner?.isElliptic === true && draft.type !== null
    draft.issuer ??= owner?.issuer ?? null
  }
  shareIssuers(copies, drafts)
}

interface Owner {
  type: string
  issuer: string | null
  /** Its first member does not name the noun again. */
  isElliptic: boolean
}

/** A citation by number and the one before it. */
interface Neighbours {
  draft: Draft
  before: Draft | undefined
}

/** The head of the list a citation stands in, its noun taken on the way when it has none of its own. */
function ownerFor(
  copies: Copies,
  { draft, before }: Neighbours,
  owner: Owner | null,
): Owner | null {
  const near = before && isNear(copies, before, draft) ? before : null
  const current = near ? owner : null
  if (draft.type) return ownerOfNamed(copies, { draft, before }, current)
  const head = listHead(copies, draft, before) ?? current
  takeNoun(draft, head ?? near, before)
  return head
}

/** `các Nghị định của Chính phủ: Nghị định số …; Nghị định số …` names its noun again. */
function ownerOfNamed(
  copies: Copies,
  { draft, before }: Neighbours,
  current: Owner | null,
): Owner | null {
  const owner = listHead(copies, draft, before) ?? current
  return owner && sameNoun(draft.type, owner.type) ? owner : null
}

function takeNoun(
  draft: Draft,
  giver: { type: string | null } | null,
  before: Draft | undefined,
): void {
  if (giver?.type && !clashes(giver.type, draft, before)) draft.type = giver.type
}

function sameNoun(one: string | null, other: string | null): boolean {
  return one === other || foldText(one ?? '') === foldText(other ?? '')
}

/** The noun and owner right before the colon that opens the list. */
function listHead(copies: Copies, draft: Draft, before: Draft | undefined): Owner | null {
  const from = Math.max(before?.end ?? 0, draft.start - HEAD_REACH)
  const lead = copies.plain.slice(from, draft.start)
  if (!HEAD_END.test(lead)) return null
  const noun = [...lead.matchAll(TYPE_NOUN)].at(-1)
  if (!noun) return null
  const at = from + noun.index
  const type = copies.text.slice(at, at + noun[0].length).replace(/\s+/gu, ' ')
  return {
    type,
    issuer: listIssuer(copies, at, lead.slice(noun.index)) ?? spokenBefore(copies, at, draft),
    isElliptic: isElliptic(draft),
  }
}

/** `được Chủ tịch UBND tỉnh công bố tại các Quyết định: số …, số …`. */
function spokenBefore(copies: Copies, at: number, { number }: Draft): string | null {
  return number === null ? null : readIssuerBefore(copies, at, { limit: 0, number })
}

function listIssuer(copies: Copies, start: number, lead: string): string | null {
  const match = LIST_OWNER.exec(lead.replace(HEAD_END, ':'))
  const words = match?.[1]
  if (!match || !words) return null
  const at = start + match.index + match[0].indexOf(words)
  return issuerAt(copies, at, at + words.length)
}

/** Within the sentence, or the next item of the list. */
function isNear(copies: Copies, before: Draft, draft: Draft): boolean {
  const between = copies.plain.slice(before.end, draft.start)
  if (between.length >= 300) return false
  return (
    !/(?<!\d)\.\s/u.test(between) ||
    (NEXT_ITEM.test(between) && !/\.\s+\S.{0,300}\n/u.test(between))
  )
}

/**
 * `Quyết định số 12/QĐ-UBND và 13/KH-UBND`: the symbol names another type than the list. A second spelling of the number before it
 * does not count, nor do nouns that have no symbol of their own.
 */
function clashes(type: string, draft: Draft, before: Draft | undefined): boolean {
  const noun = typeOfNoun(type)
  const said = draft.number ? typeFromSymbol(draft.number) : null
  if (!noun || !said || noun === said || said === 'officialLetter' || OWN_SYMBOL.has(noun))
    return false
  const digits = (number: string | null | undefined) => /^[\d/]+/u.exec(number ?? '')?.[0]
  return digits(before?.number) !== digits(draft.number)
}

/** Nouns whose symbols bear another type's abbreviation: `Quy định số 41-QĐ/TW`, `Chương trình hành động số 14-CTr/TU`. */
const OWN_SYMBOL: ReadonlySet<DocumentType> = new Set<DocumentType>([
  'law',
  'code',
  'ordinance',
  'rules',
  'regulation',
  'actionProgramme',
  'jointCircular',
])

/** An issuer named once for a list joined by `và` or commas belongs to every member of one type. */
function shareIssuers(copies: Copies, drafts: Draft[]): void {
  const pairs = drafts.slice(1).map((after, index) => ({ before: drafts[index] ?? after, after }))
  const joined = pairs.filter(({ before, after }) => isJoined(copies, before, after))
  for (const { before, after } of joined.toReversed()) before.issuer ??= after.issuer
  for (const { before, after } of joined) after.issuer ??= before.issuer
}

function isJoined(copies: Copies, one: Draft, other: Draft): boolean {
  if (one.number === null || other.number === null) return false
  if (!sameNoun(one.type, other.type)) return false
  const between = copies.plain.slice(one.end, other.leadEnd)
  if (JOINED.test(between)) return true
  if (symbolOf(one.number) !== symbolOf(other.number)) return false
  return JOINED_BY_ACT.test(between) || (isElliptic(other) && JOINED_LOOSELY.test(between))
}

function isElliptic({ quote }: Draft): boolean {
  return /^(?:số|\d)/iu.test(quote)
}

function symbolOf(number: string): string {
  return foldText(/[\p{L}][\p{L}-]*$/u.exec(number)?.[0] ?? number)
}
