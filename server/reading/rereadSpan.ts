import type { CitationFound, Span } from './types.ts'
import type { Copies } from './fold.ts'
import { foldCopies } from './fold.ts'
import type { Draft } from './citation.ts'
import { emptyDraft } from './citation.ts'
import { findCitations } from './findCitations.ts'
import { finish } from './finish.ts'
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
    ...(found ?? emptyDraft(text, { start, end })),
    start,
    end,
    quote: text.slice(start, end),
    issuer,
  }
  return finish(draft)
}

function clamp(offset: number, text: string): number {
  return Math.min(Math.max(0, offset), text.length)
}

function bestInside(copies: Copies): Draft | undefined {
  const drafts = findCitations(copies)
  return drafts.find(draft => draft.number !== null) ?? drafts[0]
}
