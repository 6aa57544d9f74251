import { numberKey, wordsKey } from './keys.ts'

/** Header fields compared as one text; then those compared as a set of texts. */
export const HEADER_TEXTS = [
  'number',
  'date',
  'place',
  'type',
  'issuer',
  'parent_agency',
  'subject',
  'signer',
  'signer_role',
  'signing_mode',
]
export const HEADER_LISTS = ['recipients', 'addressees']

type Fields = Record<string, unknown>

/** Whether a predicted header field says what the labelled one does (of an issuer: any of its labelled spellings). */
export function rightHeaderField(field: string, gold: Fields, found: Fields): boolean {
  if (HEADER_LISTS.includes(field)) return setKey(gold[field]) === setKey(found[field])
  const spellings = [gold[field]]
  if (field === 'issuer') {
    spellings.push(...[gold.issuer_block, gold.issuer_as_written].filter(Boolean))
  }
  const key = keyOf(field)
  return spellings.some(spelling => key(spelling) === key(found[field]))
}

function keyOf(field: string): (value: unknown) => unknown {
  if (field === 'number') return numberKey
  return field === 'date' ? value => value ?? null : wordsKey
}

function setKey(list: unknown): string {
  const words = Array.isArray(list) ? list.map(word => wordsKey(word) ?? '') : []
  return [...new Set(words)].sort().join('\n')
}
