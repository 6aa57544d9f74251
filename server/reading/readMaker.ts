import type { Copies } from './fold.ts'
import type { Draft } from './citation.ts'
import { clauseStart } from './citation.ts'
import { isoFromMatch } from './readDate.ts'
import { issuerAt } from './readIssuer.ts'
import { MADE_BY } from './patterns/issuer.ts'

const MAY_BE_MADE = /ng\s?ay\s{0,9}\d/u
const ALSO = /^\s*(?:,|va|,\s*va|va\s+(?:cac\s+)?)\s*$/u

/**
 * Date and issuer that stand before the number: `Ngày 21-8-1984, UBND thị xã … ban hành Quyết định số 35/QĐ-84 và Kế hoạch số
 * 12/KH-UBND`. Both belong to every member of the list the act names.
 */
export function readMakers(copies: Copies, drafts: Draft[]): void {
  const made = new Set<Draft>()
  for (const [index, draft] of drafts.entries()) {
    if (draft.number === null || draft.date) continue
    const before = drafts[index - 1]
    const isShared = before !== undefined && made.has(before) && shareMaker(copies, before, draft)
    const isMade = isShared || readMaker(copies, draft, before?.end ?? 0)
    if (isMade) made.add(draft)
  }
}

function shareMaker(copies: Copies, before: Draft, draft: Draft): boolean {
  if (!ALSO.test(copies.plain.slice(before.end, draft.start))) return false
  draft.date = before.date
  draft.issuer ??= before.issuer
  return true
}

function readMaker(copies: Copies, draft: Draft, limit: number): boolean {
  if (!MAY_BE_MADE.test(copies.plain.slice(Math.max(limit, draft.start - 420), draft.start)))
    return false
  const from = Math.max(limit, clauseStart(copies, draft.start, limit))
  const match = MADE_BY.exec(copies.plain.slice(from, draft.start))
  const date = match && isoFromMatch(match.slice(0, 7) as unknown as RegExpExecArray)
  const name = match && makerOf(copies, match, from)
  if (!name || !date) return false
  draft.date = date
  draft.issuer ??= name
  return true
}

/** The whole of the words before the verb has to be one name. */
function makerOf(copies: Copies, match: RegExpExecArray, from: number): string | null {
  const words = match[7] ?? ''
  const at = from + match.index + match[0].indexOf(words)
  const name = words ? issuerAt(copies, at, at + words.length) : null
  return name && name.length >= words.trim().length - 2 ? name : null
}
