import { numberAliases } from './documentNumber.ts'
import { foldText } from './foldText.ts'

/**
 * Folded words a document is found by when the search engine is off: words of title, issuer, signer and type, and every
 * spelling of its number glued and apart. Distinct, sorted.
 */
export function searchWords(fields: {
  number: string
  title: string
  issuerName: string
  signer: string
  typeLabel: string
}): string[] {
  const text = [fields.title, fields.issuerName, fields.signer, fields.typeLabel].join(' ')
  const words = foldText(text).split(/[^\p{L}\d]+/u)
  const aliases = fields.number
    ? numberAliases(fields.number).flatMap(alias => alias.split(' '))
    : []
  return [...new Set([...words, ...aliases].filter(word => word.length > 0))].sort()
}
