import { LegalDocument, type LegalDocumentRecord } from '../../models/LegalDocument.ts'
import { groupBy } from './groupBy.ts'

export type Registered = Pick<
  LegalDocumentRecord,
  '_id' | 'number' | 'numberKey' | 'type' | 'issuerKey' | 'issuedOn'
>

const AT_ONCE = 1000

/** The registered documents that share the number of some rows of the catalogue, by its key. */
export async function registeredFor(
  rows: { numberKey: string }[],
): Promise<Map<string, Registered[]>> {
  const keys = [...new Set(rows.map(({ numberKey }) => numberKey))].filter(Boolean)
  const found: Registered[] = []
  for (let at = 0; at < keys.length; at += AT_ONCE) {
    const some = { numberKey: { $in: keys.slice(at, at + AT_ONCE) } }
    found.push(
      ...(await LegalDocument.find(
        { ...some, state: 'confirmed', origin: { $ne: 'starter' } },
        'number numberKey type issuerKey issuedOn',
      ).lean<Registered[]>()),
    )
  }
  return groupBy(found, ({ numberKey }) => numberKey)
}
