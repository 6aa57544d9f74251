import type { IsoDate } from '../legal/dates.ts'
import { typeFromSymbol } from '../legal/documentNumber.ts'
import type { Draft } from './citation.ts'
import { typeOfNoun } from './typeOfNoun.ts'

export { typeOfNoun } from './typeOfNoun.ts'

const LAST_YEAR = 2100

/**
 * What a person should look at, as keys under `doubts.*`. The words stay as they are: Soát never corrects.
 *   yearMismatch     the number says 2018, the date 2021
 *   incompleteNumber `Quyết định số 25/2018`: no symbol
 *   unlikelyYear     353/2326/NĐ-CP
 *   typeMismatch     Thông tư số 12/2020/QĐ-BTC
 *   splitSymbol      a blank stands inside the symbol
 */
export function findDoubts(draft: Draft): string[] {
  if (!draft.number) return []
  const tests: Record<string, boolean> = {
    incompleteNumber: !draft.complete,
    ...yearDoubts(yearOf(draft.number), draft.date),
    typeMismatch: typesDiffer(draft),
    splitSymbol: /[A-ZĐ]\s+[A-ZĐ]/u.test(symbolAsWritten(draft)),
  }
  return Object.keys(tests).filter(key => tests[key])
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
  return /\/\s?([^\n]*?)(?:\s+(?:ngày|năm)|$)/u.exec(quote)?.[1] ?? ''
}

/** Noun and symbol name different types. A letter's symbol names none, so it never differs. */
function typesDiffer(draft: Draft): boolean {
  const noun = typeOfNoun(draft.type)
  const symbol = draft.number ? typeFromSymbol(draft.number) : null
  if (
    !noun ||
    !symbol ||
    noun === symbol ||
    symbol === 'officialLetter' ||
    noun === 'officialLetter'
  )
    return false
  return !(
    /^(?:law|code|ordinance)$/u.test(noun) ||
    /^(?:rules|regulation|actionProgramme|jointCircular)$/u.test(noun)
  )
}
