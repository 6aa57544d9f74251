import type { IsoDate } from './dates.ts'
import { PROVINCES } from './data/provinces.ts'
import { foldText } from './foldText.ts'

/** Day the merged provinces began (Nghị quyết 202/2025/QH15). */
export const MERGER_DAY: IsoDate = '2025-07-01'

/** A province by name, of today or former. `key` is the folded name: `dong-thap`. */
export interface Province {
  key: string
  name: string
  /** Code of the unit of today, its own or the one it went into. */
  code: string
  isCity: boolean
  /** The name stands for a unit of today. */
  isCurrent: boolean
  /** The unit changed on 01/7/2025: before and after are two. */
  wasMerged: boolean
}

const plain = (text: string) =>
  foldText(text)
    .replace(/[^a-z\d]+/gu, ' ')
    .trim()
const keyOf = (name: string) => plain(name).replaceAll(' ', '-')

const BY_KEY = new Map<string, Province>()
const KEY_OF_NAME = new Map<string, string>()
for (const row of PROVINCES) {
  const wasMerged = row.formedFrom.length > 0
  const base = { code: row.code, wasMerged }
  for (const former of row.formedFrom) {
    const name = { key: keyOf(former), name: former }
    BY_KEY.set(name.key, { ...base, ...name, isCity: false, isCurrent: false })
  }
  const key = keyOf(row.name)
  BY_KEY.set(key, { ...base, key, name: row.name, isCity: row.kind === 'city', isCurrent: true })
  for (const alias of row.aliases ?? []) KEY_OF_NAME.set(plain(alias), key)
}
for (const key of BY_KEY.keys()) KEY_OF_NAME.set(key.replaceAll('-', ' '), key)

/** Keys of the units a province of today was formed from, its own name among them when it kept it; empty when it did not change. */
export function formerUnits(key: string): string[] {
  return (PROVINCES.find(({ name }) => keyOf(name) === key)?.formedFrom ?? []).map(keyOf)
}

/** Folded names, longest first, so that `ba ria vung tau` is met before anything inside it. */
const NAMES = [...KEY_OF_NAME.keys()].sort((a, b) => b.length - a.length)
const NAMED = new RegExp(`(?<![a-z\\d])(?:${NAMES.join('|')})(?![a-z\\d])`, 'gu')

/** All provinces, of today and former, by name. */
export function allProvinces(): Province[] {
  return [...BY_KEY.values()].sort((a, b) => a.name.localeCompare(b.name, 'vi'))
}

/** A province by key (`dong-thap`), code of today (`82`) or name in any spelling (`TP. Hồ Chí Minh`). */
export function findProvince(name: string | null | undefined): Province | undefined {
  if (!name) return undefined
  const row = PROVINCES.find(({ code }) => code === name.trim())
  const folded = plain(row?.name ?? name).replace(/^(?:tinh|thanh pho|t ?p) /u, '')
  const key = KEY_OF_NAME.get(folded) ?? KEY_OF_NAME.get(folded.replaceAll(' ', ''))
  return key ? BY_KEY.get(key) : undefined
}

/** Every province named in a short text (a letterhead, a place, an issuer), in order; names are matched folded. */
export function provincesIn(text: string): Province[] {
  return [...plain(text).matchAll(NAMED)].flatMap(([name]) => findProvince(name) ?? [])
}

/** The last province named in a short text: `Sở Công Thương, UBND tỉnh Đồng Tháp`. */
export function provinceNamed(text: string): Province | undefined {
  return provincesIn(text).at(-1)
}

/** Written in running text: `tỉnh Đồng Tháp`, `thành phố Huế`, `TP. Cần Thơ`, `TPHCM`; `hòa bình` alone is no province. */
const IN_PROSE = /(?:tỉnh|thành phố|TP\.?)\s+(\p{Lu}[\p{L}-]*(?:[\s–-]+\p{Lu}[\p{L}-]*){0,4})/giu

/** Provinces a long text names with their rank (`tỉnh …`, `thành phố …`, `TP …`), each once, in order. */
export function provincesInProse(text: string): Province[] {
  const found = [...text.matchAll(IN_PROSE)].flatMap(([, words = '']) => provinceAt(words) ?? [])
  return [...new Map(found.map(province => [province.key, province])).values()]
}

/** The longest run of first words that is a province: `Đồng Tháp Giám` → Đồng Tháp. */
function provinceAt(words: string): Province | undefined {
  const parts = words.split(/[\s–-]+/u)
  for (let length = parts.length; length > 0; length -= 1) {
    const province = findProvince(parts.slice(0, length).join(' '))
    if (province) return province
  }
  return undefined
}

const GLUED = new Map(
  [...BY_KEY.values()].map(province => [province.key.replaceAll('-', ''), province]),
)
const ADDRESS = /[a-z\d.@-]+\.gov\.vn/giu

/** Province of the state web or mail addresses in a text: `sct@dongthap.gov.vn`, `www.quangtri.gov.vn`; only when they agree. */
export function provinceOfAddresses(text: string): Province | undefined {
  const found = [...text.matchAll(ADDRESS)].flatMap(([address]) =>
    address
      .toLowerCase()
      .split(/[.@]/u)
      .flatMap(part => GLUED.get(part) ?? []),
  )
  const [first] = found
  return found.every(province => province === first) ? first : undefined
}

/**
 * Which of the two units of one name is meant on a day: `former` before 01/7/2025, `current` from then on, '' when the unit did
 * not change or the day is not known.
 */
export function provincePeriod(
  province: Province,
  day?: IsoDate | null,
): '' | 'former' | 'current' {
  if (!province.wasMerged) return ''
  if (!province.isCurrent) return 'former'
  if (!day) return ''
  return day < MERGER_DAY ? 'former' : 'current'
}
