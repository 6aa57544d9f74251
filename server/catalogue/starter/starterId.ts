import { createHash } from 'node:crypto'
import { Types } from 'mongoose'
import { numberKey } from '../../legal/documentNumber.ts'

/** What a document of the facts is known by: type as printed, number, day (empty where no source gives one). */
export interface StarterKey {
  type: string
  number: string
  issuedOn: string
  /** Stands in for the number of the few laws that have none. */
  title?: string
}

/** One spelling of the key: two rows of one key are one document. */
export function starterKey({ type, number, issuedOn, title = '' }: StarterKey): string {
  return [type, number ? numberKey(number) : title, issuedOn].join('|')
}

/** The id of a row of the catalogue: the same on every machine and in every load. */
export function starterId(key: StarterKey): Types.ObjectId {
  return stableId(starterKey(key))
}

/** A fingerprint of a shipped row: another one means the row changed. */
export function starterPrint(row: unknown): string {
  return createHash('sha256').update(JSON.stringify(row)).digest('hex').slice(0, 16)
}

function stableId(words: string): Types.ObjectId {
  const digest = createHash('sha256').update(`starter|${words}`).digest()
  return new Types.ObjectId(digest.subarray(0, 12))
}
