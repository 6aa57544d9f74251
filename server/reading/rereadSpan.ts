import type { CitationFound, Span } from './types.ts'
import type { Copies } from './fold.ts'
import { foldCopies } from './fold.ts'
import type { Draft } from './citation.ts'
import { findCitations } from './findCitations.ts'
import { findDoubts, resolveType } from './findDoubts.ts'
import { readIssuerAfter } from './readIssuer.ts'

/**
 * Reads the citation standing in a span a person chose: number, type, date from those words, issuer also from the words
 * right behind. The span stays the person's. Words without a readable number give a citation whose number is null.
 */
export function rereadSpan(text: string, span: Span): CitationFound {
  const start = clamp(span.start, text)
  const end = Math.max(start, clamp(span.end, text))
  const found = bestInside(foldCopies(text.slice(start, end)))
  const issuer = found?.issuer ?? readIssuerAfter(foldCopies(text.slice(0, end + 300)), end)
  const draft: Draft = {
    ...(found ?? nothing()),
    start,
    end,
    quote: text.slice(start, end),
    issuer,
  }
  const { leadEnd: _leadEnd, complete: _complete, inList: _inList, ...citation } = draft
  return { ...citation, resolvedType: resolveType(draft), doubts: findDoubts(draft) }
}

function clamp(offset: number, text: string): number {
  return Math.min(Math.max(0, offset), text.length)
}

function bestInside(copies: Copies): Draft | undefined {
  const drafts = findCitations(copies)
  return drafts.find(draft => draft.number !== null) ?? drafts[0]
}

function nothing(): Draft {
  return {
    start: 0,
    end: 0,
    quote: '',
    number: null,
    type: null,
    date: null,
    issuer: null,
    pinpoint: null,
    relation: null,
    saidRelation: null,
    title: null,
    year: null,
    partialDate: null,
    scope: null,
    leadEnd: 0,
    complete: true,
    inList: false,
  }
}
