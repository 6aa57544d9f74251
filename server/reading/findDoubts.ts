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
  const tests: Record<string, boolean> = {
    incompleteNumber: !draft.complete,
    ...yearDoubts(yearOf(draft.number), draft.date),
    typeMismatch: typesDiffer(draft),
    splitSymbol: /[A-ZĐ]\s+[A-ZĐ]+(?!\p{L})/u.test(symbolAsWritten(draft)),
    laterThanDocument: isLater(draft, around?.issuedOn ?? null),
  }
  const worded = Object.entries(wordedDoubts(draft, around)).filter(([, word]) => word)
  return [
    ...Object.keys(tests).filter(key => tests[key]),
    ...worded.map(([key, word]) => `${key}:${word ?? ''}`),
  ]
}

function wordedDoubts(draft: Draft, around?: Around): Record<string, string | null | undefined> {
  return {
    unknownIssuer: nearestIssuer(draft),
    twoSpellings: around?.spellings.get(draft),
    impossibleDay: around && impossibleDay(around.copies, draft),
  }
}

/** What changes a document afterwards, `… được sửa đổi bởi Nghị định …`, may be noted in a later copy of it. */
function isLater({ date, saidRole }: Draft, issuedOn: IsoDate | null): boolean {
  return date !== null && issuedOn !== null && saidRole !== 'actor' && date > issuedOn
}

function yearDoubts(year: number | null, date: IsoDate | null): Record<string, boolean> {
  if (!year) return {}
  if (year < 1945 || year > LAST_YEAR) return { unlikelyYear: true }
  return { yearMismatch: date !== null && Number(date.slice(0, 4)) !== year }
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
