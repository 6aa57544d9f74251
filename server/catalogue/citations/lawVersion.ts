import { numberKey } from '../../legal/documentNumber.ts'
import { lawNumbered, lawOf, type LawVersion } from '../../legal/laws.ts'
import type { IsoDate } from '../../legal/dates.ts'
import type { Candidate } from './findCandidates.ts'

interface NamedLaw {
  title: string
  year?: number | null | undefined
  issuedOn?: IsoDate | null | undefined
  /** Day of the citing text. */
  citedOn?: IsoDate | null | undefined
}

/**
 * Which registered laws of a name may be the version meant, as the table of laws tells it by year, day or citing day. `isCertain` is false
 * when the table knows several that may be meant: then one registered candidate is not enough. A law the table does not know (newer,
 * or the register's own) stays unless it is older than the version meant.
 */
export function lawVersionsMeant<T extends { candidate: Candidate }>(
  { title, year, issuedOn, citedOn }: NamedLaw,
  weighed: T[],
): { kept: T[]; isCertain: boolean } {
  const { law, candidates } = lawOf({
    name: title,
    year: year ?? null,
    issuedOn: issuedOn ?? null,
    citedOn: citedOn ?? null,
  })
  if (candidates.length === 0) return { kept: weighed, isCertain: true }
  const meant = new Set(candidates.flatMap(({ number }) => (number ? [numberKey(number)] : [])))
  const kept = weighed.filter(({ candidate }) => {
    const known = lawNumbered(candidate.number)
    return known ? meant.has(numberKey(candidate.number)) : !isOlder(candidate, law)
  })
  return { kept, isCertain: law !== null }
}

function isOlder({ issuedOn }: Candidate, law: LawVersion | null): boolean {
  return Boolean(issuedOn && law?.issuedOn && issuedOn < law.issuedOn)
}
