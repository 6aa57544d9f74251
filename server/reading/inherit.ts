import { foldText } from '../legal/foldText.ts'
import type { Copies } from './fold.ts'
import type { Draft } from './citation.ts'
import { LIST_OWNER } from './patterns/issuer.ts'
import { TYPE_NOUN } from './patterns/typeNoun.ts'
import { issuerAt } from './readIssuer.ts'

const JOINED = /^\s*(?:,|va|,\s*va|hoac)\s*(?:cac\s+|so\s+)?$/u
const HEAD_REACH = 160

/**
 * Elliptic lists: a citation without its own noun takes that of the list.
 *   Các kế hoạch của Sở Công Thương: số 03/KH-SCT …; số 05/KH-SCT …     type and issuer from the head
 *   Công điện số 280/CĐ-TTg … và 968/CĐ-TTg … của Thủ tướng Chính phủ    type forward, issuer backward
 */
export function inherit(copies: Copies, drafts: Draft[]): void {
  let owner: Owner | null = null
  for (const [index, draft] of drafts.entries()) {
    if (draft.number === null) continue
    owner = ownerFor(copies, { draft, before: drafts[index - 1], owner })
    draft.inList = owner !== null
    draft.issuer ??= owner?.issuer ?? null
  }
  shareIssuers(copies, drafts)
}

interface Owner {
  type: string
  issuer: string | null
}

/** The head of the list a citation stands in, its noun taken on the way when it has none of its own. */
function ownerFor(
  copies: Copies,
  { draft, before, owner }: { draft: Draft; before: Draft | undefined; owner: Owner | null },
): Owner | null {
  const near = before !== undefined && isNear(copies, before, draft)
  if (draft.type)
    return owner && near && foldText(draft.type) === foldText(owner.type) ? owner : null
  const head = listHead(copies, draft, before) ?? owner
  draft.type = head?.type ?? (near ? before.type : null)
  return head
}

/** The noun and owner right before the colon that opens the list. */
function listHead(copies: Copies, draft: Draft, before: Draft | undefined): Owner | null {
  const from = Math.max(before?.end ?? 0, draft.start - HEAD_REACH)
  const lead = copies.plain.slice(from, draft.start)
  if (!/:\s*$/u.test(lead)) return null
  const noun = [...lead.matchAll(TYPE_NOUN)].at(-1)
  if (!noun) return null
  const at = from + noun.index
  const type = copies.text.slice(at, at + noun[0].length).replace(/\s+/gu, ' ')
  return { type, issuer: listIssuer(copies, at, lead.slice(noun.index)) }
}

function listIssuer(copies: Copies, start: number, lead: string): string | null {
  const match = LIST_OWNER.exec(lead)
  const words = match?.[1]
  if (!match || !words) return null
  const at = start + match.index + match[0].indexOf(words)
  return issuerAt(copies, at, at + words.length)
}

function isNear(copies: Copies, before: Draft, draft: Draft): boolean {
  const between = copies.plain.slice(before.end, draft.start)
  return between.length < 300 && !/\.\s/u.test(between)
}

/** An issuer named once for a list joined by `và` or commas belongs to every member of one type. */
function shareIssuers(copies: Copies, drafts: Draft[]): void {
  const pairs = drafts.slice(1).map((after, index) => ({ before: drafts[index] ?? after, after }))
  const joined = pairs.filter(({ before, after }) => isJoined(copies, before, after))
  for (const { before, after } of joined.toReversed()) before.issuer ??= after.issuer
  for (const { before, after } of joined) after.issuer ??= before.issuer
}

function isJoined(copies: Copies, one: Draft, other: Draft): boolean {
  if (one.number === null || other.number === null) return false
  if (foldText(one.type ?? '') !== foldText(other.type ?? '')) return false
  return JOINED.test(copies.plain.slice(one.end, other.leadEnd))
}
