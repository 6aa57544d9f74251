import { numberKey, parseNumber } from '../../legal/documentNumber.ts'
import { LegalDocument, type LegalDocumentRecord } from '../../models/LegalDocument.ts'
import type { Actor } from '../../people/actor.ts'
import { visibleTo } from '../../people/visibleTo.ts'

/** The number before or after in the same year's series: registered, or a gap. */
export interface Neighbour {
  number: string
  /** Null: not in the register. */
  id: string | null
}

/** Numbers beside this one in its series (same body, same year, same symbol). Empty without a year in the number. */
export async function findNeighbours(
  document: Pick<LegalDocumentRecord, 'number' | 'issuerKey'>,
  actor: Actor,
): Promise<Neighbour[]> {
  const numbers = besides(document.number)
  if (numbers.length === 0) return []
  const found = await LegalDocument.find(
    {
      $and: [
        { numberKey: { $in: numbers.map(numberKey) }, state: 'confirmed' },
        { issuerKey: document.issuerKey },
        visibleTo(actor),
      ],
    },
    { numberKey: 1 },
  ).lean()
  const ids = new Map(found.map(({ _id, numberKey: key }) => [key, String(_id)]))
  return numbers.map(number => ({ number, id: ids.get(numberKey(number)) ?? null }))
}

/** `20/2019/QĐ-UBND` → `19/2019/QĐ-UBND`, `21/2019/QĐ-UBND`; leading zeros kept. */
function besides(number: string): string[] {
  const parts = parseNumber(number)
  const serial = parts?.serial ?? ''
  if (!parts?.year || !/^\d+$/u.test(serial)) return []
  const rest = number.slice(serial.length)
  return [Number(serial) - 1, Number(serial) + 1]
    .filter(value => value > 0)
    .map(value => `${String(value).padStart(serial.length, '0')}${rest}`)
}
