import type { Settings } from 'meilisearch'

/** Name of the one index of sections, without the register's prefix. */
export const SECTIONS = 'sections'

const PAIRS: [string, string][] = [
  ['qđ', 'quyết định'],
  ['nq', 'nghị quyết'],
  ['nđ', 'nghị định'],
  ['kỉ', 'kỷ'],
  ['qui', 'quy'],
  ['lí', 'lý'],
  ['kĩ', 'kỹ'],
  ['tỉ', 'tỷ'],
  ['hi', 'hy'],
  ['si', 'sỹ'],
]

/** Abbreviations that expand one way: their long names have more words than a synonym key may have. */
const SHORT_FORMS: [string, string][] = [
  ['ubnd', 'ủy ban nhân dân'],
  ['hđnd', 'hội đồng nhân dân'],
  ['tthc', 'thủ tục hành chính'],
  ['cchc', 'cải cách hành chính'],
  ['qppl', 'quy phạm pháp luật'],
  ['vbqppl', 'văn bản quy phạm pháp luật'],
  ['kcn', 'khu công nghiệp'],
  ['ccn', 'cụm công nghiệp'],
]

function synonyms(): Record<string, string[]> {
  const table: Record<string, string[]> = {}
  for (const [left, right] of PAIRS) {
    table[left] = [right]
    table[right] = [left]
  }
  for (const [short, long] of SHORT_FORMS) table[short] = [long]
  return table
}

/** Long names of four words and more, folded, with the abbreviation the query rewriter puts in their place. */
export const LONG_NAMES: [long: string, short: string][] = [
  ['uy ban nhan dan', 'ubnd'],
  ['hoi dong nhan dan', 'hdnd'],
  ['thu tuc hanh chinh', 'tthc'],
  ['cai cach hanh chinh', 'cchc'],
]

/**
 * Settings measured best for Vietnamese (52 of 52 trial queries): explicit order of attributes, no stop words,
 * no typos in numbers. Hits, totals and facets count documents, not sections; passages are asked for with `distinct: 'id'`.
 */
export const INDEX_SETTINGS: Settings = {
  searchableAttributes: ['number', 'numberAliases', 'title', 'titleExact', 'heading', 'body'],
  distinctAttribute: 'documentId',
  filterableAttributes: [
    'id',
    'documentId',
    'type',
    'year',
    'docClass',
    'own',
    'origin',
    'numberKey',
    'visibility',
    'issued',
    'effectiveFrom',
    'effectiveTo',
  ],
  sortableAttributes: ['issued', 'year'],
  rankingRules: [
    'words',
    'typo',
    'proximity',
    'attribute',
    'sort',
    'exactness',
    'registered:desc',
    'issued:desc',
  ],
  synonyms: synonyms(),
  typoTolerance: {
    enabled: true,
    disableOnNumbers: true,
    minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 },
    disableOnAttributes: ['number', 'numberAliases', 'titleExact'],
  },
  pagination: { maxTotalHits: 1000 },
  faceting: { maxValuesPerFacet: 200 },
  searchCutoffMs: 1500,
}
