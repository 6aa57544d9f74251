import type { Types } from 'mongoose'

/** What is wrong with one field: a label key with its parameters. */
export interface Fault {
  key: string
  params?: Record<string, string | number>
}
export type Faults = Record<string, Fault>

/** The same bytes, or the same number, issuer and day, are there already. The bytes wait in GridFS under `sha256`. */
export interface DuplicateFound {
  sha256: string
  name: string
  existing: Types.ObjectId
}

export type DraftAnswer =
  | { ok: true; id: Types.ObjectId; duplicateOf?: Types.ObjectId }
  | { ok: false; errors: Faults; duplicate?: undefined }
  | { ok: false; duplicate: DuplicateFound; errors?: undefined }

/** Answer of a change: the record moved on (`stale`) or the form holds faults; nothing was changed in either case. */
export type ChangeAnswer<T = object> =
  | ({ ok: true } & T)
  | { ok: false; errors: Faults; stale?: boolean; changedBy?: { name: string; at: Date } }

export function fault(key: string, params?: Fault['params']): Fault {
  return params ? { key, params } : { key }
}

/** Nothing changed because someone else changed the record first. */
export function stale(): { ok: false; errors: Faults; stale: true } {
  return { ok: false, errors: {}, stale: true }
}
