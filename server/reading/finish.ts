import type { CitationFound } from './types.ts'
import type { Draft } from './citation.ts'
import { findDoubts } from './findDoubts.ts'
import { resolveType } from './typeOfNoun.ts'

/** The citation a draft has become, with its type and doubts concluded. */
export function finish(draft: Draft): CitationFound {
  const found = { ...draft, resolvedType: resolveType(draft), doubts: findDoubts(draft) }
  const { leadEnd, complete, inList, ...citation } = found
  return citation
}
