import type { CitationQuestion } from './resolveCitation.ts'

/** The day, else the month or year of the citing document; null when it has none, undefined when there is no such document. */
export function writtenOn(from: CitationQuestion['from']): string | null | undefined {
  if (!from) return undefined
  return from.issuedOn ?? (from.issuedPartial?.length ? from.issuedPartial : null)
}
