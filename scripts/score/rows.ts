import { numberKey, typeKey, wordsKey } from './keys.ts'
import type { LabelledCitation } from './passage.ts'
import { citationKey } from './sides.ts'
import type { Sides } from './sides.ts'
import type { Keys } from './tally.ts'

/** Relations that documents live by; rarer ones count in the row `relation` only. */
const CORE = new Set(
  ['căn cứ', 'sửa đổi, bổ sung', 'thay thế', 'bãi bỏ', 'hướng dẫn'].map(word => wordsKey(word)),
)

type Read = (sides: Sides) => [gold: Keys, found: Keys]

/** How each row reads its keys; `span` compares mentions instead. Insertion order is the order of the table. */
export const ROWS: Record<string, Read | null> = {
  number: ({ required, numbered }) => [numbers(required), numbers(numbered)],
  'type+number': typedNumbers,
  'date (numbered)': ({ required, numbered }) => [dates(required), dates(numbered)],
  'date, all': sides => [
    new Map([...dates(sides.required), ...titleDates(sides.required)]),
    new Map([...dates(sides.numbered), ...titleDates(sides.predicted)]),
  ],
  'issuer (exact)': ({ required, numbered }) => [issuers(required), issuers(numbered)],
  'issuer (contains)': nearIssuers,
  'law title': lawTitles,
  span: null,
  pinpoint: sides => [pinpoints(sides.required), pinpoints(punished(sides))],
  relation: sides => [relations(sides.required), relations(punished(sides))],
  'relation (5 core)': sides => [core(sides.required), core(punished(sides))],
}

/** Predicted citations that count, laws cited by name included. */
function punished({ predicted, ignored }: Sides): LabelledCitation[] {
  return predicted.filter(citation => !ignored.has(citationKey(citation)))
}

function numbers(citations: LabelledCitation[]): Keys {
  return keyed(
    citations.filter(({ number }) => number),
    ({ number }) => [numberKey(number)],
  )
}

/** A number whose labelled type is null somewhere accepts any predicted type. */
function typedNumbers({ required, numbered }: Sides): [Keys, Keys] {
  const typed = ({ number, type }: LabelledCitation) => [numberKey(number), typeKey(type)]
  const wild = new Set(
    required.filter(({ number, type }) => number && !type).map(({ number }) => numberKey(number)),
  )
  const gold = keyed(
    required.filter(({ number, type }) => number && type),
    typed,
  )
  const found = keyed(
    numbered.filter(({ type }) => type),
    typed,
  )
  const free = new Set(
    numbered.filter(({ number }) => wild.has(numberKey(number))).map(c => keyOf(typed(c))),
  )
  return [gold, only(found, key => gold.has(key) || !free.has(key))]
}

function dates(citations: LabelledCitation[]): Keys {
  return keyed(
    citations.filter(({ number, date }) => number && date),
    ({ number, date }) => [numberKey(number), date ?? null],
  )
}

function titleDates(citations: LabelledCitation[]): Keys {
  return keyed(
    citations.filter(({ number, title, date }) => !number && title && date),
    ({ title, date }) => [wordsKey(title), date ?? null],
  )
}

function issuers(citations: LabelledCitation[]): Keys {
  return keyed(
    citations.filter(({ number, issuer }) => number && wordsKey(issuer)),
    ({ number, issuer }) => [numberKey(number), wordsKey(issuer)],
  )
}

/** A predicted issuer that holds a labelled one of its number, or is held by it, counts as that one. */
function nearIssuers({ required, numbered }: Sides): [Keys, Keys] {
  const gold = issuers(required)
  const near: Keys = new Map()
  for (const [key, label] of issuers(numbered)) {
    const hit = gold.has(key) ? key : [...gold.keys()].sort().find(other => holds(other, key))
    near.set(hit ?? key, label)
  }
  return [gold, near]
}

function holds(one: string, other: string): boolean {
  const [number, issuer = ''] = one.split(JOINT)
  const [otherNumber, otherIssuer = ''] = other.split(JOINT)
  return number === otherNumber && (issuer.includes(otherIssuer) || otherIssuer.includes(issuer))
}

/** A predicted title that is part of a labelled one is not punished. */
function lawTitles({ required, predicted, titles }: Sides): [Keys, Keys] {
  const named = ({ number, title }: LabelledCitation) => !number && title
  const gold = keyed(required.filter(named), ({ title }) => [wordsKey(title)])
  const found = keyed(predicted.filter(named), ({ title }) => [wordsKey(title)])
  return [gold, only(found, key => gold.has(key) || !titles.some(title => title?.includes(key)))]
}

function pinpoints(citations: LabelledCitation[]): Keys {
  return keyed(
    citations.filter(({ pinpoint }) => pinpoint),
    citation => [citationKey(citation), wordsKey(citation.pinpoint)],
  )
}

function relations(citations: LabelledCitation[]): Keys {
  return keyed(
    citations.filter(({ relation }) => relation),
    citation => [citationKey(citation), wordsKey(citation.relation)],
  )
}

function core(citations: LabelledCitation[]): Keys {
  return relations(citations.filter(({ relation }) => CORE.has(wordsKey(relation))))
}

const JOINT = '\u0001'

function keyed(
  citations: LabelledCitation[],
  read: (citation: LabelledCitation) => (string | null)[],
): Keys {
  return new Map(
    citations.map(citation => {
      const parts = read(citation)
      return [keyOf(parts), [citation.number ?? citation.title, ...parts.slice(1)].join(' · ')]
    }),
  )
}

function keyOf(parts: (string | null)[]): string {
  return parts.map(part => part ?? '').join(JOINT)
}

function only(keys: Keys, keep: (key: string) => boolean): Keys {
  return new Map([...keys].filter(([key]) => keep(key)))
}
