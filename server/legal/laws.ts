import { addMonths, type IsoDate } from './dates.ts'
import { numberKey } from './documentNumber.ts'
import { foldText } from './foldText.ts'
import { LAW_ALIASES, NAME_WORDS } from './data/lawAliases.ts'
import { LAWS } from './data/laws.ts'
import type { LawRow } from './data/laws.ts'

/** One version of a law as the table knows it. Everything is "chưa đối chiếu": not compared with the official text. */
export interface LawVersion {
  title: string
  number: string | null
  /** Of the number, else of the day of issue; null when neither is known. */
  year: number | null
  issuedOn: IsoDate | null
  effectiveFrom: IsoDate | null
  amendedBy: readonly string[]
  replacedBy: readonly string[]
  /** Independent sources that agree; 0: written from memory. */
  support: number
  dissent: number
}

/** What a text says of a law it names. */
export interface LawAsked {
  name: string
  /** Day of the law itself: `Luật Đất đai ngày 29 tháng 11 năm 2013`. */
  issuedOn?: IsoDate | null
  /** `Luật Đất đai năm 2013`. */
  year?: number | null
  /** `… được sửa đổi, bổ sung năm 2025`: years of its amendments. */
  amendedIn?: readonly number[]
  /** Day of the text that cites it. */
  citedOn?: IsoDate | null
}

/** The version meant, or null with the versions it may be (none for an unknown name). */
export interface LawResolved {
  law: LawVersion | null
  candidates: readonly LawVersion[]
}

/**
 * Key the spellings of one law's name share: no case, no diacritics, no punctuation, y as i (`sĩ quan`, `sỹ quan`),
 * abbreviations inside a name spelled out (`Luật Ban hành văn bản QPPL`).
 */
export function lawKey(name: string): string {
  return lawWords(name).join(' ')
}

/** The words of `lawKey`, one by one. */
export function lawWords(name: string): string[] {
  return (foldText(name).match(/[a-z0-9]+|&/gu) ?? []).flatMap(lawWord)
}

/** One folded word of a name as the key spells it: several words for an abbreviation. */
export function lawWord(word: string): readonly string[] {
  const spelled = SPELLED.get(word)
  if (spelled) return spelled
  return [word.includes('y') ? word.replaceAll('y', 'i') : word]
}

const SPELLED = new Map(
  Object.entries(NAME_WORDS).map(([word, words]) => [word, words.replaceAll('y', 'i').split(' ')]),
)

const TITLE_OF = new Map<string, string>()
for (const { title } of LAWS) TITLE_OF.set(lawKey(title), lawKey(title))
for (const [alias, title] of LAW_ALIASES) {
  if (!TITLE_OF.has(lawKey(alias))) TITLE_OF.set(lawKey(alias), lawKey(title))
}
const VERSIONS = new Map<string, LawVersion[]>()
for (const row of LAWS) {
  const key = lawKey(row.title)
  VERSIONS.set(key, [...(VERSIONS.get(key) ?? []), versionOf(row)].sort(byAge))
}

function versionOf(row: LawRow): LawVersion {
  return {
    title: row.title,
    number: row.number ?? null,
    year: yearOf(row),
    issuedOn: row.issuedOn ?? null,
    effectiveFrom: row.effectiveFrom ?? null,
    amendedBy: row.amendedBy ?? [],
    replacedBy: row.replacedBy ?? [],
    support: row.support,
    dissent: row.dissent ?? 0,
  }
}

function yearOf({ number, issuedOn }: LawRow): number | null {
  const year = /\/(\d{4})\//u.exec(number ?? '')?.[1] ?? issuedOn?.slice(0, 4)
  return year ? Number(year) : null
}

function byAge(a: LawVersion, b: LawVersion): number {
  return (a.year ?? 0) - (b.year ?? 0)
}

/** Every title and short name the tables know, for a reader to recognise them. */
export function lawNames(): readonly string[] {
  return [...LAWS.map(({ title }) => title), ...LAW_ALIASES.map(([alias]) => alias)]
}

/** The full title of a law named in full or in short, as the table writes it; null for an unknown name. */
export function lawTitle(name: string): string | null {
  return lawVersions(name)[0]?.title ?? null
}

/**
 * The versions of a law named in full or in short, oldest first; empty for an unknown name. `Luật Đất đai sửa đổi`, `Luật sửa đổi
 * Luật Đất đai` name the laws that amend it.
 */
export function lawVersions(name: string): readonly LawVersion[] {
  const key = lawKey(name)
  return VERSIONS.get(TITLE_OF.get(key) ?? '') ?? VERSIONS.get(amendingKey(key)) ?? []
}

function amendingKey(key: string): string {
  const amended = /^(?:luat sua doi )(.+)$|^(.+) sua doi$/u.exec(key)
  const title = amended?.[1] ?? amended?.[2]
  const known = title && TITLE_OF.get(title)
  return known ? `luat sua doi bo sung mot so dieu cua ${known}` : ''
}

const BY_NUMBER = new Map<string, LawVersion>()
for (const version of [...VERSIONS.values()].flat()) {
  if (version.number) BY_NUMBER.set(numberKey(version.number), version)
}

/** The law of a number; null for one the table does not hold. */
export function lawNumbered(number: string): LawVersion | null {
  return BY_NUMBER.get(numberKey(number)) ?? null
}

/**
 * The version a text means. By the law's own day or year; else by the years it was amended in; else by the day of the citing
 * text: the version in force then. Between the issue of a new version and its taking effect, and where a day is missing,
 * either may be meant: several candidates.
 */
export function lawOf({ name, issuedOn, year, amendedIn, citedOn }: LawAsked): LawResolved {
  const versions = lawVersions(name)
  const told = issuedOn ? Number(issuedOn.slice(0, 4)) : year
  if (told) return chosen(versions.filter(version => version.year === told))
  const amended = versions.filter(({ amendedBy }) => wasAmended(amendedBy, amendedIn ?? []))
  if (amended.length > 0) return chosen(amended)
  return citedOn ? inForce(versions, citedOn) : chosen(versions)
}

function wasAmended(amendedBy: readonly string[], years: readonly number[]): boolean {
  return (
    years.length > 0 && years.every(year => amendedBy.some(number => number.includes(`/${year}/`)))
  )
}

function chosen(candidates: readonly LawVersion[]): LawResolved {
  return { law: candidates.length === 1 ? (candidates[0] ?? null) : null, candidates }
}

/** From the youngest version certainly in force on the day to the youngest issued by then. */
function inForce(versions: readonly LawVersion[], day: IsoDate): LawResolved {
  const issued = versions.filter(version => earliest(version) <= day)
  const first = issued.findLastIndex(version => surelyFrom(version) <= day)
  return chosen(issued.slice(Math.max(0, first)))
}

const AGES = '9999-12-31'

/** The first day the version can have been cited on. */
function earliest({ issuedOn, year }: LawVersion): IsoDate {
  return issuedOn ?? (year ? `${year}-01-01` : AGES)
}

/** The day from which it is surely the law: when not known, a year and a half after its issue, or two years after its year. */
function surelyFrom({ effectiveFrom, issuedOn, year }: LawVersion): IsoDate {
  if (effectiveFrom) return effectiveFrom
  return issuedOn ? addMonths(issuedOn, 18) : year ? `${year + 2}-12-31` : AGES
}
