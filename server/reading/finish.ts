import type { CitationFound } from './types.ts'
import type { Draft } from './citation.ts'
import { findDoubts, resolveType } from './findDoubts.ts'

/** The citation a draft has become, with its type and doubts concluded. */
export function finish(draft: Draft): CitationFound {
  const found = { ...draft, resolvedType: resolveType(draft), doubts: findDoubts(draft) }
  const { leadEnd, complete, inList, ...citation } = found
  return citation
}
