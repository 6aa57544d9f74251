import { foldText } from '../legal/foldText.ts'
import type { UnitRecord } from '../models/Unit.ts'

type Named = Pick<UnitRecord, '_id' | 'name' | 'shortName'>

/**
 * The unit that words name: `Phòng Quản lý công nghiệp chủ trì`, `Văn phòng` for `Văn phòng Sở`. Null when they name none
 * (`các phòng`) or could mean two. Pure.
 */
export function matchUnit<U extends Named>(words: string, units: readonly U[]): U | null {
  const said = ` ${foldText(words)} `
  if (said.trim() === '') return null
  const named = units.filter(({ name, shortName }) =>
    [name, shortName].some(one => one && said.includes(` ${foldText(one)} `)),
  )
  const found =
    named.length > 0
      ? named
      : units.filter(({ name }) => said.trim().length > 4 && ` ${foldText(name)} `.includes(said))
  const longest = Math.max(...found.map(({ name }) => name.length))
  const best = found.filter(({ name }) => name.length === longest)
  return best.length === 1 ? (best[0] ?? null) : null
}
