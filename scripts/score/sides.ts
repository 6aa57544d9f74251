import { numberKey, wordsKey } from './keys.ts'
import type { LabelledCitation, Passage } from './passage.ts'

/** One passage as the rows compare it. */
export interface Sides {
  passage: Passage
  /** Labelled citations that must be found. */
  required: LabelledCitation[]
  /** Everything predicted. */
  predicted: LabelledCitation[]
  /** Predicted citations with a number that counts. */
  numbered: LabelledCitation[]
  /** Keys (of numbers and titles) that are neither required nor punished. */
  ignored: Set<string | null>
  /** Folded titles of all labelled citations. */
  titles: (string | null)[]
}

/** Number key, or for a law cited by name the key of its title. */
export function citationKey({ number, title }: LabelledCitation): string | null {
  return numberKey(number) ?? wordsKey(title)
}

export function readSides(passage: Passage, predicted: LabelledCitation[]): Sides {
  const { citations } = passage
  const required = citations.filter(citation => !citation.optional)
  const optional = citations.filter(citation => citation.optional)
  const ignoredNumbers = freeNumbers(passage, required, optional)
  const needed = new Set(required.map(citationKey))
  const freeKeys = optional.map(citationKey).filter(key => !needed.has(key))
  return {
    passage,
    required,
    predicted,
    numbered: predicted.filter(({ number }) => {
      const key = numberKey(number)
      return key !== null && !ignoredNumbers.has(key)
    }),
    ignored: new Set([...ignoredNumbers, ...freeKeys]),
    titles: citations.filter(({ title }) => title).map(({ title }) => wordsKey(title)),
  }
}

/** Optional numbers and the passage's own, unless they are required as well. */
function freeNumbers(
  { header }: Passage,
  required: LabelledCitation[],
  optional: LabelledCitation[],
): Set<string | null> {
  const must = new Set(numberKeys(required))
  const free = new Set<string | null>(numberKeys(optional).filter(key => !must.has(key)))
  const own = numberKey(header?.number)
  if (own && !must.has(own)) free.add(own)
  const raw = numberKey(header?.number_raw)
  if (raw) {
    free.add(raw)
    free.add(raw.replace(/^\/+/u, ''))
  }
  return free
}

function numberKeys(citations: LabelledCitation[]): (string | null)[] {
  return citations.filter(({ number }) => number).map(({ number }) => numberKey(number))
}
