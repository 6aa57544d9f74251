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
  let owner: { type: string; issuer: string | null } | null = null
  for (const [index, draft] of drafts.entries()) {
    if (draft.number === null) continue
    const before = drafts[index - 1]
    if (draft.type) {
      if (
        !owner ||
        foldText(draft.type) !== foldText(owner.type) ||
        !before ||
        !isNear(copies, before, draft)
      )
        owner = null
    } else {
      owner = listHead(copies, draft, before) ?? owner
      draft.type = owner?.type ?? (before && isNear(copies, before, draft) ? before.type : null)
    }
    draft.inList = owner !== null
    draft.issuer ??= owner?.issuer ?? null
  }
  shareIssuers(copies, drafts)
}

/** The noun and owner right before the colon that opens the list. */
function listHead(copies: Copies, draft: Draft, before: Draft | undefined) {
  const from = Math.max(before?.end ?? 0, draft.start - HEAD_REACH)
  const lead = copies.plain.slice(from, draft.start)
  if (!/:\s*$/u.test(lead)) return null
  const noun = [...lead.matchAll(TYPE_NOUN)].at(-1)
  if (!noun) return null
  const owner = LIST_OWNER.exec(lead.slice(noun.index))
  const words = owner?.[1]
  const type = copies.text.slice(from + noun.index, from + noun.index + noun[0].length)
  const at = words ? from + noun.index + (owner?.index ?? 0) + (owner?.[0].indexOf(words) ?? 0) : 0
  return {
    type: type.replace(/\s+/gu, ' '),
    issuer: words ? issuerAt(copies, at, at + words.length) : null,
  }
}

function isNear(copies: Copies, before: Draft, draft: Draft): boolean {
  const between = copies.plain.slice(before.end, draft.start)
  return between.length < 300 && !/\.\s/u.test(between)
}

/** An issuer named once for a list joined by `và` or commas belongs to every member of one type. */
function shareIssuers(copies: Copies, drafts: Draft[]): void {
  for (let index = drafts.length - 2; index >= 0; index--) {
    const draft = drafts[index]
    const next = drafts[index + 1]
    if (!draft || !next || !isJoined(copies, draft, next)) continue
    draft.issuer ??= next.issuer
  }
  for (let index = 1; index < drafts.length; index++) {
    const draft = drafts[index]
    const before = drafts[index - 1]
    if (!draft || !before || draft.issuer || !isJoined(copies, before, draft)) continue
    draft.issuer = before.issuer
  }
}

function isJoined(copies: Copies, one: Draft, other: Draft): boolean {
  if (one.number === null || other.number === null) return false
  if (foldText(one.type ?? '') !== foldText(other.type ?? '')) return false
  return JOINED.test(copies.plain.slice(one.end, other.leadEnd))
}
