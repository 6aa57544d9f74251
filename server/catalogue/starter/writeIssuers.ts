import { foldText } from '../../legal/foldText.ts'
import { Issuer } from '../../models/Issuer.ts'
import { issuerKey } from '../../legal/issuerKey.ts'
import { STARTER_SOURCE } from './starterSource.ts'
import type { StarterFact } from './starterTables.ts'

/** Writes the central bodies of the catalogue, one record for each name with all its abbreviations; what stands already stays. */
export async function writeIssuers(facts: StarterFact<'issuers'>[]): Promise<number> {
  const bodies = new Map<string, { name: string; abbreviations: string[]; keys: string[] }>()
  for (const { name, abbreviation, also_stated_as: alias } of facts) {
    const body = bodies.get(name) ?? { name, abbreviations: [], keys: [foldText(name)] }
    body.abbreviations.push(abbreviation)
    body.keys.push(foldText(abbreviation), ...(alias ? [foldText(alias)] : []))
    bodies.set(name, body)
  }
  await Issuer.bulkWrite(
    [...bodies.values()].map(({ name, abbreviations, keys }) => ({
      updateOne: {
        filter: { code: issuerKey(name), validFrom: null },
        update: {
          $setOnInsert: {
            ...{ name, abbreviations, keys: [...new Set(keys)] },
            ...{ level: 'central', source: STARTER_SOURCE },
          },
        },
        upsert: true,
      },
    })),
  )
  return bodies.size
}
