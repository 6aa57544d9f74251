import type { CitationFound } from './types.ts'
import type { Draft } from './citation.ts'
import { findDoubts } from './findDoubts.ts'
import type { Around } from './findDoubts.ts'
import { resolveType } from './typeOfNoun.ts'

/** The citation a draft has become, with its type and doubts concluded; some doubts need what stands around it. */
export function finish(draft: Draft, around?: Around): CitationFound {
  const found = { ...draft, resolvedType: resolveType(draft), doubts: findDoubts(draft, around) }
  const { leadEnd, complete, inList, ...citation } = found
  return citation
}
