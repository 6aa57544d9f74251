import type { IsoDate } from '../legal/dates.ts'
import type { DocumentType } from '../legal/glossary.ts'
import { typeFromSymbol } from '../legal/documentNumber.ts'
import type { Draft } from './citation.ts'
import { impossibleDay } from './doubt/impossibleDay.ts'
import { nearestIssuer } from './doubt/nearestIssuer.ts'
import { otherSpellings } from './doubt/otherSpelling.ts'
import type { Copies } from './fold.ts'
import { typeOfNoun } from './typeOfNoun.ts'

export { typeOfNoun } from './typeOfNoun.ts'

const LAST_YEAR = 2100

/** What the rest of the text tells about its citations. */
export interface Around {
  copies: Copies
  /** Day of the document itself. */
  issuedOn: IsoDate | null
  spellings: Map<Draft, string>
}

/** What a text tells about its citations, found once for all of them. */
export function aroundOf(
  copies: Copies,
  drafts: readonly Draft[],
  issuedOn: IsoDate | null,
): Around {
  return { copies, issuedOn, spellings: otherSpellings(drafts) }
}

/**
 * What a person should look at, as keys under `doubts.*`, with the words the label needs behind a colon. The words stay as they
 * are: Soát never corrects.
 *   yearMismatch           the number says 2018, the date 2021
 *   incompleteNumber       `Quyết định số 25/2018`: no symbol
 *   unlikelyYear           353/2326/NĐ-CP
 *   typeMismatch           Thông tư số 12/2020/QĐ-BTC
 *   splitSymbol            a blank stands inside the symbol
 *   unknownIssuer:BNNMT    12/2025/TT-BNNTM: no such body, but one a slip away
 *   twoSpellings:48/KH-TCT the same document is written otherwise elsewhere in the text
 *   impossibleDay:31/02/2020
 *   laterThanDocument      cited with a day after that of the citing document
 */
export function findDoubts(draft: Draft, around?: Around): string[] {
  if (!draft.number) return []
  const doubts: string[] = []
  if (!draft.complete) doubts.push('incompleteNumber')
  const year = yearDoubt(yearOf(draft.number), draft.date)
  if (year) doubts.push(year)
  if (typesDiffer(draft)) doubts.push('typeMismatch')
  if (isSplit(draft)) doubts.push('splitSymbol')
  if (isLater(draft, around?.issuedOn ?? null)) doubts.push('laterThanDocument')
  addWorded(doubts, draft, around)
  return doubts
}

/** Most numbers hold no blank behind their slash: a quick look before the long one. */
function isSplit(draft: Draft): boolean {
  const { quote } = draft
  const slash = quote.indexOf('/')
  if (slash < 0 || !/\s/u.test(quote.slice(slash))) return false
  return SPLIT.test(symbolAsWritten(draft))
}

/** A blank between the capitals of a symbol. */
const SPLIT = /[A-ZĐ]\s+[A-ZĐ]+(?!\p{L})/u

function addWorded(doubts: string[], draft: Draft, around?: Around): void {
  const near = nearestIssuer(draft)
  if (near) doubts.push(`unknownIssuer:${near}`)
  const other = around?.spellings.get(draft)
  if (other) doubts.push(`twoSpellings:${other}`)
  const day = around && impossibleDay(around.copies, draft)
  if (day) doubts.push(`impossibleDay:${day}`)
}

/** What changes a document afterwards, `… được sửa đổi bởi Nghị định …`, may be noted in a later copy of it. */
function isLater({ date, saidRole }: Draft, issuedOn: IsoDate | null): boolean {
  return date !== null && issuedOn !== null && saidRole !== 'actor' && date > issuedOn
}

function yearDoubt(year: number | null, date: IsoDate | null): string | null {
  if (!year) return null
  if (year < 1945 || year > LAST_YEAR) return 'unlikelyYear'
  return date !== null && Number(date.slice(0, 4)) !== year ? 'yearMismatch' : null
}

function yearOf(number: string): number | null {
  const year = /^\d+\p{Ll}?\/(\d{4})/u.exec(number)?.[1]
  return year ? Number(year) : null
}

function symbolAsWritten({ quote }: Draft): string {
  return /\/\s?([^\n]*?)(?:\s+(?:ngày|năm)|$)/iu.exec(quote)?.[1] ?? ''
}

/** Types whose abbreviations mean nothing else; `TC` of `69-TC/TCT` is a ministry of old. */
const TOLD_BY_SYMBOL: readonly DocumentType[] = [
  ...(['resolution', 'decree', 'decision', 'circular', 'directive', 'plan', 'report'] as const),
  ...(['submission', 'notice', 'conclusion'] as const),
]

/** Noun and symbol name different types. A letter's symbol names none, a joint circular is often called a circular. */
function typesDiffer(draft: Draft): boolean {
  const noun = typeOfNoun(draft.type)
  const symbol = draft.number ? typeFromSymbol(draft.number) : null
  if (
    !noun ||
    !symbol ||
    noun === symbol ||
    noun === 'officialLetter' ||
    !TOLD_BY_SYMBOL.includes(symbol)
  )
    return false
  return !/^(?:law|code|ordinance|rules|regulation|actionProgramme|jointCircular)$/u.test(noun)
}
