import { numberKey } from '../legal/documentNumber.ts'
import type { DocumentType } from '../legal/glossary.ts'
import type { Copies } from './fold.ts'
import type { Draft } from './citation.ts'
import { emptyDraft } from './citation.ts'
import { ANY_DOCUMENT, REPEAT, SEVERAL } from './patterns/repeat.ts'
import { resolveType, typeOfNoun } from './typeOfNoun.ts'

/** A document mentioned a little earlier, at most this many of one type are kept in mind. */
const KEPT = 8
/** Another document of the type this near before the words could be meant as well. */
const NEAR = 600

/** A mention already read: its index in the citations, where it ends and which document it is. */
interface Mention {
  index: number
  end: number
  /** Which document is meant, as far as the text tells: its number, or the name of a law. */
  key: string
  /** Of a number; null when it is not told here. */
  date: string | null
}

/**
 * Words that repeat a citation of the same text, each with the index of the citation it repeats (null when two could be meant):
 *   Nghị quyết 01, Quyết định số 20       the type and the bare number of an earlier one
 *   Nghị định nêu trên, Thông tư trên     the last one of that type
 *   văn bản nói trên                      the last document of any type
 *   Luật này                              in a text that is itself no law: the last law cited
 * `Quyết định này` in a decision is the decision itself and no repeat. Linear.
 */
export function findRepeats(
  copies: Copies,
  drafts: readonly Draft[],
  ownType: DocumentType | null,
): Draft[] {
  if (drafts.length === 0) return []
  const memory = remember(drafts)
  const found: Draft[] = []
  for (const match of repeatsIn(copies.plain)) {
    const at = match.index
    const end = at + match[0].length
    memory.readUpTo(at)
    if (memory.isCited(at, end)) continue
    const repeat = repeatOf(memory, match.groups ?? {}, { at, ownType })
    if (repeat === undefined) continue
    const type = copies.text.slice(at, at + (match.groups?.noun ?? '').length)
    const draft = emptyDraft(copies.text, { start: at, end })
    found.push({ ...draft, form: 'repeat', type, antecedent: repeat })
  }
  return found
}

/** Words that may repeat one document; those that mean several are looked into for others. */
function* repeatsIn(plain: string): Generator<RegExpExecArray> {
  REPEAT.lastIndex = 0
  for (let match = REPEAT.exec(plain); match; match = REPEAT.exec(plain)) {
    const next = REPEAT.lastIndex
    const { index } = match
    const isOne = !SEVERAL.test(plain.slice(Math.max(0, index - 9), index))
    if (isOne) yield match
    REPEAT.lastIndex = isOne ? next : index + 1
  }
}

/** Index of what is repeated, null for two that could be, undefined for words that repeat nothing. */
function repeatOf(
  memory: Memory,
  { noun = '', serial, own }: Record<string, string | undefined>,
  { at, ownType }: { at: number; ownType: DocumentType | null },
): number | null | undefined {
  const type = typeOfNoun(noun)
  if (serial) return type ? memory.byNumber(type, serial) : undefined
  const isNamed = own ? meansAnother(type, ownType) : type !== null || ANY_DOCUMENT.test(noun)
  return isNamed ? memory.last(type, at) : undefined
}

/** `Luật này` in a letter or a report. A text that sets rules, quotes or consolidates others may speak of itself. */
function meansAnother(type: DocumentType | null, ownType: DocumentType | null): boolean {
  const isTelling = ownType !== null && TELLING.includes(ownType)
  return isTelling && type !== null && REPEATED_BY_THIS.includes(type)
}

const TELLING: readonly DocumentType[] = [
  ...(['officialLetter', 'report', 'notice', 'submission', 'conclusion', 'telegram'] as const),
  ...(['minutes', 'guidance'] as const),
]
const REPEATED_BY_THIS: readonly DocumentType[] = [
  ...(['law', 'code', 'ordinance', 'decree', 'circular', 'resolution', 'decision'] as const),
  ...(['directive', 'jointCircular'] as const),
]

/** What the text has cited up to a place, for those who ask in the order of the text. */
interface Memory {
  readUpTo: (at: number) => void
  isCited: (start: number, end: number) => boolean
  byNumber: (type: DocumentType, serial: string) => number | null | undefined
  last: (type: DocumentType | null, at: number) => number | null | undefined
}

function remember(drafts: readonly Draft[]): Memory {
  const mentions = new Map<string, Mention[]>()
  let next = 0
  const keep = (under: string, mention: Mention) => {
    mentions.set(under, withMention(mentions.get(under) ?? [], mention))
  }
  const read = (draft: Draft, index: number) => {
    const mention = mentionOf(draft, index)
    const type = resolveType(draft)
    keep(ANY, mention)
    if (!type) return
    keep(type, mention)
    const serial = serialOf(draft.number)
    if (serial) keep(`${type} ${serial}`, mention)
  }
  return {
    readUpTo: at => {
      for (let draft = drafts[next]; draft && draft.start < at; draft = drafts[next]) {
        read(draft, next)
        next++
      }
    },
    isCited: (start, end) => {
      const around = [drafts[next - 1], drafts[next]]
      return around.some(draft => draft && draft.start < end && start < draft.end)
    },
    byNumber: (type, serial) => {
      const fitting = mentions.get(`${type} ${serialOf(serial) ?? ''}`) ?? []
      return fitting.length > 1 ? null : fitting[0]?.index
    },
    last: (type, at) => {
      const fitting = mentions.get(type ?? ANY) ?? []
      const nearest = fitting.at(-1)
      if (!nearest) return undefined
      const from = Math.min(nearest.end, at - NEAR)
      return fitting.some(one => one !== nearest && one.end > from) ? null : nearest.index
    },
  }
}

const ANY = 'any'

function mentionOf({ number, title, date, end }: Draft, index: number): Mention {
  const key = number ? numberKey(number) : (title ?? '')
  return { index, end, key, date: number ? date : null }
}

/** The newest mention of each document, the day told before kept. */
function withMention(before: readonly Mention[], mention: Mention): Mention[] {
  const date = mention.date ?? before.find(one => isSame(one, mention))?.date ?? null
  const others = before.filter(one => !isSame(one, mention))
  return [...others, { ...mention, date }].slice(-KEPT)
}

/** One number on two days is two documents; where one mention tells no day it is the same. */
function isSame(one: Mention, other: Mention): boolean {
  return one.key === other.key && (one.date === other.date || !one.date || !other.date)
}

/** `01` and `1` of `01/NQ-CP` are one: the number before year and symbol, zeros dropped. */
function serialOf(number: string | null): string | null {
  return /^0*(\d{1,5}\p{Ll}?)(?![\d.])/u.exec(number?.toLowerCase() ?? '')?.[1] ?? null
}
