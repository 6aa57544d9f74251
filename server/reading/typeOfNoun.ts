import { typeFromSymbol, typeOfAbbreviation } from '../legal/documentNumber.ts'
import { foldText } from '../legal/foldText.ts'
import { DOCUMENT_TYPES, labelOf } from '../legal/glossary.ts'
import type { DocumentType } from '../legal/glossary.ts'
import { remembered } from '../legal/remembered.ts'
import type { Draft } from './citation.ts'

const TYPE_OF_NOUN = new Map<string, DocumentType>()
for (const type of Object.keys(DOCUMENT_TYPES) as DocumentType[]) {
  TYPE_OF_NOUN.set(foldText(labelOf(DOCUMENT_TYPES, type)), type)
}

const typeNamed = remembered(noun => {
  const type = TYPE_OF_NOUN.get(foldText(noun)) ?? typeOfAbbreviation(noun) ?? null
  return type === 'document' ? null : type
})

/** The type a noun names: `Quyết định` and `QĐ` → decision; null for a wildcard or an unknown noun. */
export function typeOfNoun(noun: string | null): DocumentType | null {
  return noun ? typeNamed(noun) : null
}

/** The type behind noun and number: the noun when it names one, else what the symbol says. */
export function resolveType(draft: Pick<Draft, 'type' | 'number'>): DocumentType | null {
  return typeOfNoun(draft.type) ?? (draft.number ? typeFromSymbol(draft.number) : null)
}
