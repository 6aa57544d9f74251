import type { Draft } from '../citation.ts'
import { ATTACHED_BEFORE, ATTACHED_BEHIND } from '../patterns/relation.ts'
import type { Survey } from './survey.ts'

/** Whether the sender says the file of the cited document comes along: `(gửi kèm)`, `Gửi kèm Công văn số …`. */
export function isAttached(
  { copies: { plain } }: Survey,
  draft: Draft,
  before: Draft | undefined,
): boolean {
  const lead = plain.slice(Math.max(before?.end ?? 0, draft.leadEnd - 80), draft.leadEnd)
  if (lead.includes(COMES) && ATTACHED_BEFORE.test(lead)) return true
  const behind = plain.slice(draft.end, draft.end + 240)
  return behind.includes(COMES) && ATTACHED_BEHIND.test(behind)
}

/** The word without which nothing comes along: a quick look before the long ones. */
const COMES = 'kem'
