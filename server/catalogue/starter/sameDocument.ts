import { isNationalNumber, sameIssuer } from '../../legal/issuerKey.ts'

/** What tells whether a row of the catalogue and a registered document are one. */
export interface Identified {
  number: string
  numberKey: string
  type?: string | null
  issuerKey: string
  issuedOn?: string | null
}

/**
 * Whether a registered document is the one a row of the catalogue speaks of: same number, no other type or body, same day. A number given
 * once in the country (`60/2021/NĐ-CP`) needs no day: where the two differ, the person is right and both are shown.
 */
export function isSameDocument(row: Identified, registered: Identified): boolean {
  if (row.numberKey === '' || row.numberKey !== registered.numberKey) return false
  if (!isSameType(row.type ?? '', registered.type ?? '')) return false
  if (sameIssuer({ one: row.issuerKey, other: registered.issuerKey }) === false) return false
  return isSameDay(row, registered) || isNationalNumber(row.number)
}

/** A law is a code for one who files it; a type nobody stated tells nothing. */
function isSameType(one: string, other: string): boolean {
  const plain = (type: string) => (type === 'code' ? 'law' : type)
  return one === '' || other === '' || plain(one) === plain(other)
}

function isSameDay(one: Identified, other: Identified): boolean {
  return Boolean(one.issuedOn) && one.issuedOn === other.issuedOn
}

/** The one of several that is the document: by the day, else the only one. Null when two are left. */
export function theSame<T extends Identified>(document: Identified, others: T[]): T | null {
  const same = others.filter(other => isSameDocument(document, other))
  const onDay = same.filter(other => isSameDay(document, other))
  const left = onDay.length > 0 ? onDay : same
  return left.length === 1 ? (left[0] ?? null) : null
}
