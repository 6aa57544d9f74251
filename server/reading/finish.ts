import type { CitationFound } from './types.ts'
import type { Draft } from './citation.ts'
import { findDoubts, resolveType } from './findDoubts.ts'

/** The citation a draft has become, with its type and doubts concluded. */
export function finish(draft: Draft): CitationFound {
  const { quote, start, end, number, type, date, issuer, pinpoint, relation, saidRelation } = draft
  const { title, year, partialDate, scope } = draft
  return {
    quote,
    start,
    end,
    number,
    type,
    date,
    issuer,
    pinpoint,
    relation,
    saidRelation,
    title,
    year,
    partialDate,
    scope,
    resolvedType: resolveType(draft),
    doubts: findDoubts(draft),
  }
}
