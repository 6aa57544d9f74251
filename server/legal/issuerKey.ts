import type { IsoDate } from './dates.ts'
import { CENTRAL_ISSUERS, PROVINCIAL_SYMBOLS } from './data/issuers.ts'
import { numberKey, parseNumber } from './documentNumber.ts'
import { foldText } from './foldText.ts'
import {
  findProvince,
  formerUnits,
  MERGER_DAY,
  provinceNamed,
  provincePeriod,
  type Province,
} from './provinces.ts'

export interface IssuerContext {
  /** Province meant by "UBND tỉnh", "Giám đốc Sở": key, code or name. */
  province?: string | null
  /** Tells the unit of before 01/7/2025 from the one after. */
  issuedOn?: IsoDate | null
  /**
   * For a citation: the day (or year) of the document it stands in, null when not known. "UBND tỉnh" written by a merged province of
   * something older may be any of the units it was formed from.
   */
  writtenOn?: string | null | undefined
}

const plain = (text: string) =>
  foldText(text)
    .replace(/[^a-z\d]+/gu, ' ')
    .trim()

/** Folded spellings of one thing, applied in order. (The text is plain a–z here, so `\b` holds.) */
const SPELLINGS: readonly [RegExp, string][] = [
  [/\bthua thien hue\b/gu, 'hue'],
  [/\buy ban nhan dan\b/gu, 'ubnd'],
  [/\bhoi dong nhan dan\b/gu, 'hdnd'],
  [/\b(?:t ?p) ?(?=hcm|[a-z])/gu, 'thanh pho '],
  [/\buy ban (?=tinh|thanh pho)/gu, 'ubnd '],
  [/^(?:(?:tm|kt|tl|tuq|q) )?(?:pho )?(?:chu tich|chanh van phong) (?=ubnd|hdnd)/u, ''],
  [
    /^(?:pho )?(?:giam doc|truong ban|cuc truong|tong cuc truong|vien truong|chanh an|thong doc) /u,
    '',
  ],
  [/^(?:thu|bo) truong (?=bo )/u, ''],
  [/^ong (?=bo truong)/u, ''],
  [/^ban (?:thuong vu|chap hanh dang bo) (?:tinh uy|tinh)(?= |$)/u, 'tinh uy'],
]

const CENTRAL_BY_NAME = new Map<string, string>()
const CENTRAL_BY_SYMBOL = new Map<string, string>()
for (const { abbreviation, name, aliases = [] } of CENTRAL_ISSUERS) {
  const key = CENTRAL_BY_NAME.get(plain(name)) ?? plain(abbreviation).replaceAll(' ', '')
  for (const spelling of [name, abbreviation, ...aliases]) {
    if (!CENTRAL_BY_NAME.has(plain(spelling))) CENTRAL_BY_NAME.set(plain(spelling), key)
  }
  CENTRAL_BY_SYMBOL.set(numberKey(abbreviation), key)
}
const LOCAL_BY_SYMBOL = new Map(
  Object.entries(PROVINCIAL_SYMBOLS).map(([symbol, name]) => [
    numberKey(symbol),
    bodyOf(plain(name)),
  ]),
)

/** Bodies that exist in every province: without a province they name none. */
const LOCAL =
  /^(?:ubnd|hdnd|so |van phong ubnd|tinh uy|thanh uy|thuong truc hdnd|cong an|thanh tra tinh|ban quan ly)|(?: tinh uy| so .+)$/u

function spell(name: string): string {
  const start = plain(name.replace(/\(.*?\)/gu, ' '))
  return SPELLINGS.reduce((text, [pattern, to]) => text.replace(pattern, to), start)
    .replace(/\s+/gu, ' ')
    .trim()
}

function bodyOf(text: string): string {
  return SPELLINGS.reduce((body, [pattern, to]) => body.replace(pattern, to), text)
    .replace(/ (?:tinh|thanh pho)$/u, '')
    .trim()
}

/** `thanh pho thai nguyen` is a town of the province, not the province; `thanh pho can tho` is. */
function provinceOf(spelled: string): Province | undefined {
  const province = provinceNamed(spelled)
  if (!province) return undefined
  const name = province.key.replaceAll('-', ' ')
  return spelled.includes(`thanh pho ${name}`) && !province.isCity ? undefined : province
}

function withProvince(
  body: string,
  { province, issuedOn, writtenOn }: IssuerContext,
  isNamed = false,
): string {
  const found = findProvince(province)
  if (!found) return `${body}/?`
  const period = provincePeriod(found, issuedOn)
  if (!isNamed && found.isCurrent && period === 'former' && mayBeAfterMerger(writtenOn))
    return `${body}/?${found.key}`
  return [body, found.key, period].filter(Boolean).join('/')
}

function mayBeAfterMerger(writtenOn: string | null | undefined): boolean {
  if (!writtenOn) return writtenOn === null
  return writtenOn >= MERGER_DAY.slice(0, writtenOn.length)
}

/**
 * The key two spellings of one body share. Central bodies: their abbreviation (`cp`, `bct`). Local bodies:
 * `body/province/period`, e.g. `ubnd/dong-thap/former`; `ubnd/?` when the province is not known, `ubnd/?dong-thap` when it is one of
 * those Đồng Tháp was formed from; the period stands only for provinces merged on 01/7/2025 and a known day. '' for no name.
 */
export function issuerKey(name: string, context: IssuerContext = {}): string {
  const spelled = spell(name)
  // "Giám đốc Sở" alone names no body: the symbol may.
  if (!spelled || spelled === 'so') return ''
  const central = CENTRAL_BY_NAME.get(spelled)
  if (central) return central
  const named = provinceOf(spelled)
  const body = bodyOf(without(spelled, named))
  if (named) return withProvince(body || spelled, { ...context, province: named.key }, true)
  if (LOCAL.test(spelled) || spelled.endsWith(' tinh')) return withProvince(body, context)
  return spelled
}

function without(spelled: string, province: Province | undefined): string {
  if (!province) return spelled
  const names = [
    province.key.replaceAll('-', ' '),
    ...(province.key === 'ho-chi-minh' ? ['hcm'] : []),
  ]
  const pattern = new RegExp(`(?:(?:tinh|thanh pho) )?(?:${names.join('|')})(?![a-z])`, 'u')
  return spelled.replace(pattern, ' ').replace(/\s+/gu, ' ').trim()
}

/** Key of the body a symbol names: `NĐ-CP` → `cp`, `TT-BTC` → `btc`, `QĐ-UBND` → `ubnd/…`; '' when it names none or several. */
export function issuerKeyOfSymbol(number: string, context: IssuerContext = {}): string {
  const parts = parseNumber(number)
  if (!parts) return ''
  const groups = parts.groups.map(group => numberKey(group))
  if (groups[0] === 'TTLT' || groups[0] === 'NQLT') return ''
  for (const group of groups) {
    const central = CENTRAL_BY_SYMBOL.get(group.replace(/^(QH|UBTVQH|HDNN)[\dIVX]+$/u, '$1'))
    if (central) return central
    const local = LOCAL_BY_SYMBOL.get(group.replace(/^(HDND)\d+$/u, '$1'))
    if (local)
      return withProvince(local, { ...context, issuedOn: context.issuedOn ?? dayOfNumber(number) })
  }
  return ''
}

/** A day that stands for the year in a number where only the side of 01/7/2025 matters. */
function dayOfNumber(number: string): IsoDate | null {
  const year = parseNumber(number)?.year
  return !year || year === 2025 ? null : `${year}-01-01`
}

/**
 * Key of the issuer of a document or citation from all that is known. A central symbol wins over the words (domain rule 2.2: when symbol
 * and stated issuer conflict, the symbol wins); else the name; else the symbol, in the province of the context.
 */
export function issuerKeyOf(known: {
  number?: string | null | undefined
  name?: string | null | undefined
  province?: string | null | undefined
  issuedOn?: IsoDate | null | undefined
  writtenOn?: string | null | undefined
}): string {
  const number = known.number ?? ''
  const context = {
    province: known.province ?? null,
    issuedOn: known.issuedOn ?? dayOfNumber(number),
    writtenOn: known.writtenOn,
  }
  const bySymbol = issuerKeyOfSymbol(number, context)
  if (bySymbol && !bySymbol.includes('/')) return bySymbol
  return issuerKey(known.name ?? '', context) || bySymbol
}

/** Whether the key names a body of the State or Party centre. */
export function isCentralIssuer(key: string): boolean {
  return CENTRAL_BY_NAME.has(key) || [...CENTRAL_BY_SYMBOL.values()].includes(key)
}

/**
 * Whether two keys mean one body: true, false, or null where one does not tell (no name, province not known). One name in two
 * periods (before and after 01/7/2025) is two bodies.
 */
export function sameIssuer({ one, other }: { one: string; other: string }): boolean | null {
  if (!one || !other) return null
  if (one === other) return one.includes('/?') ? null : true
  const [body, ...place] = one.split('/')
  const [otherBody, ...otherPlace] = other.split('/')
  if (body === otherBody) return samePlace(place, otherPlace)
  return isLonger({ one: body, other: otherBody, free: !one.includes('/') || !other.includes('/') })
}

/**
 * A body known by its words only (`Tổ công tác Đề án 06`) is often shortened: when one name holds all words of the other, nothing
 * is said; else they are two.
 */
function isLonger(names: { one?: string; other?: string; free: boolean }): null | false {
  const [short = [], long = []] = [names.one, names.other]
    .map(name => name?.split(' ') ?? [])
    .sort((a, b) => a.length - b.length)
  const holds = names.free && short.length > 1 && short.every(word => long.includes(word))
  return holds ? null : false
}

/** Province, then period, as far as both are named. */
function samePlace(place: string[], other: string[]): boolean | null {
  const [first, second] = [place[0], other[0]]
  if (!first || !second || first === '?' || second === '?') return null
  if (first.startsWith('?')) return isOneOf(first, other)
  if (second.startsWith('?')) return isOneOf(second, place)
  return place.every((part, index) => other[index] === undefined || part === other[index])
}

/** Whether a unit is among those a merged province was formed from: then nothing tells which of them is meant. */
function isOneOf(merged: string, [province = '', period]: string[]): null | false {
  return period !== 'current' && formerUnits(merged.slice(1)).includes(province) ? null : false
}

/** Whether a number is given once in the whole country: year in the number and a central symbol, or several central bodies. */
export function isNationalNumber(number: string): boolean {
  const parts = parseNumber(number)
  if (!parts?.year) return false
  if (parts.groups[0] && numberKey(parts.groups[0]) === 'TTLT') return true
  return isCentralIssuer(issuerKeyOfSymbol(number))
}
