import type { CitationFound } from './types.ts'
import type { Draft } from './citation.ts'
import { findDoubts } from './findDoubts.ts'
import type { Around } from './findDoubts.ts'
import { resolveType } from './typeOfNoun.ts'

/** The citation a draft has become, with its type and doubts concluded; some doubts need what stands around it. */
export function finish(draft: Draft, around?: Around): CitationFound {
  // Field by field: leaving three out of a copy takes several times as long.
  return {
    start: draft.start,
    end: draft.end,
    quote: draft.quote,
    form: draft.form,
    number: draft.number,
    type: draft.type,
    date: draft.date,
    issuer: draft.issuer,
    pinpoint: draft.pinpoint,
    pinpointPaths: draft.pinpointPaths,
    relation: draft.relation,
    saidRelation: draft.saidRelation,
    saidWith: draft.saidWith,
    saidRole: draft.saidRole,
    alsoRelation: draft.alsoRelation,
    antecedent: draft.antecedent,
    isAttached: draft.isAttached,
    period: draft.period,
    title: draft.title,
    year: draft.year,
    amendedIn: draft.amendedIn,
    partialDate: draft.partialDate,
    resolvedType: resolveType(draft),
    scope: draft.scope,
    doubts: findDoubts(draft, around),
  }
}
