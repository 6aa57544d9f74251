import type { Draft } from '../citation.ts'
import { ATTACHED_BEFORE, ATTACHED_BEHIND } from '../patterns/relation.ts'
import type { Survey } from './survey.ts'

/** Whether the sender says the file of the cited document comes along: `(gửi kèm)`, `Gửi kèm Công văn số …`. */
export function isAttached(
  { copies: { plain } }: Survey,
  draft: Draft,
  before: Draft | undefined,
): boolean {
  const from = Math.max(before?.end ?? 0, draft.leadEnd - 80)
  if (ATTACHED_BEFORE.test(plain.slice(from, draft.leadEnd))) return true
  return ATTACHED_BEHIND.test(plain.slice(draft.end, draft.end + 240))
}
