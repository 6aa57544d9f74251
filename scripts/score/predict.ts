import { RELATION_KINDS } from '../../server/legal/glossary.ts'
import type { RelationKind } from '../../server/legal/glossary.ts'
import { extract } from '../../server/reading/index.ts'
import type { CitationFound, Header } from '../../server/reading/types.ts'
import type { LabelledCitation, Prediction } from './passage.ts'

/** What the reader finds in a text of any Unicode form, in the words of labelled files (they hold no plans); offsets point into the text as given. */
export function predict({ id, text }: { id: string; text: string }): Required<Prediction> {
  const { header, citations } = extract(text)
  const cited = citations.filter(({ form }) => form === 'number' || form === 'name')
  const silent = namesInTitles(cited, text)
  const lines = cited.map(one => citationLine(silent.has(one) ? { ...one, ...SILENT } : one))
  return { id, citations: lines, header: headerLine(header) }
}

const SILENT = { relation: null, saidRelation: null, alsoRelation: null }

/**
 * Laws by name that the labelled files give no relation: written in capitals (the document's own heading), or three and more in a row in
 * the title of a decree (`quy định chi tiết một số điều của Luật A, Luật B, Luật C`).
 */
function namesInTitles(cited: readonly CitationFound[], text: string): Set<CitationFound> {
  const named = cited.filter(({ number, title }) => number === null && title !== null)
  const inCapitals = named.filter(({ title }) => !/\p{Ll}/u.test(title ?? ''))
  return new Set([
    ...inCapitals,
    ...rowsOfLaws(named, text)
      .filter(row => row.length > 2)
      .flat(),
  ])
}

function rowsOfLaws(named: readonly CitationFound[], text: string): CitationFound[][] {
  const rows: CitationFound[][] = []
  for (const one of named) {
    const row = rows.at(-1)
    const before = row?.at(-1)
    const isGuided = one.saidRelation === 'details' || one.saidRelation === 'guidesApplication'
    const goesOn =
      before?.saidRelation === one.saidRelation &&
      /^\s*(?:,|và)\s*$/iu.test(text.slice(before.end, one.start))
    if (row && goesOn) row.push(one)
    else if (isGuided) rows.push([one])
  }
  return rows
}

function citationLine(citation: CitationFound): LabelledCitation {
  const { number, type, date, issuer, pinpoint, title } = citation
  const { start, end, quote } = citation
  const said = relationWords(citation)
  const words = { number, type, date, issuer, pinpoint, relation: said, title }
  return { ...words, start, end, quote }
}

/** One relation in one word, two told of one document in one phrase: `sửa đổi, bổ sung, bãi bỏ`. */
function relationWords({ relation, saidRelation, alsoRelation }: CitationFound): string | null {
  const said = relation ?? saidRelation
  if (!said) return null
  const kinds = alsoRelation === 'amends' ? [alsoRelation, said] : [said, alsoRelation ?? []].flat()
  return kinds.map(wordOf).join(', ')
}

/** The labelled files' word for a relation: they call detailing a law guiding it, and say `ngưng hiệu lực`. */
function wordOf(kind: RelationKind): string {
  if (kind === 'suspendsForce') return 'ngưng hiệu lực'
  return RELATION_KINDS[kind === 'details' ? 'guidesApplication' : kind].vi
}

/** Header keys of labelled files and the fields they hold. */
const HEADER_KEYS: [string, keyof Header][] = [
  ['number', 'number'],
  ['date', 'date'],
  ['place', 'place'],
  ['type', 'type'],
  ['issuer', 'issuer'],
  ['parent_agency', 'parentAgency'],
  ['subject', 'subject'],
  ['addressees', 'addressees'],
  ['signing_mode', 'signingMode'],
  ['signer_role', 'signerRole'],
  ['signer', 'signer'],
  ['recipients', 'recipients'],
]

/** Missing fields are null, missing lists empty; labelled files keep of `KT. GIÁM ĐỐC` only the mode. */
function headerLine(header: Header): Record<string, unknown> {
  const line = Object.fromEntries(
    HEADER_KEYS.map(([key, field]) => [
      key,
      header[field]?.value ?? (key.endsWith('s') ? [] : null),
    ]),
  )
  const mode = /^(?:\p{Lu}\/\p{Lu}\.?|\p{Lu}{1,3}\.?)(?=\s|$|\p{Lu})/u.exec(
    header.signingMode?.value ?? '',
  )
  return { ...line, signing_mode: mode?.[0] ?? null }
}
