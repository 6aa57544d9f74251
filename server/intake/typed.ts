import { isIsoDate, type IsoDate } from '../legal/dates.ts'

export type Body = Record<string, unknown>

export const LONGEST_LINE = 500
export const LONGEST_TITLE = 4000

/** What was typed in an input, tidied; undefined when it did not stand on the form. */
export function typed(body: Body, name: string): string | undefined {
  const value = body[name]
  return typeof value === 'string' ? tidy(value) : undefined
}

/** Words of one line: NFC, without control characters and blanks at the ends. */
export function tidy(value: string): string {
  return value
    .replace(/\p{Cc}+/gu, ' ')
    .normalize('NFC')
    .trim()
}

/** Nothing in a register was issued before the Republic. */
export function isReasonable(day: IsoDate): boolean {
  return isIsoDate(day) && day >= '1945-09-02' && day < '2200-01-01'
}
