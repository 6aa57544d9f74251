/**
 * Dates as documents write them, on the plain copy:
 *   29/8/2019   29-8-2019   29.8.2019
 *   29 tháng 8 năm 2019     29 tháng 08 năm 2019 (over a line break)
 * A day without `ngày` before it counts only in the long form.
 */
export const SHORT_DATE = '(\\d{1,2})\\s?[/.-]\\s?(\\d{1,2})\\s?[/.-]\\s?(\\d{4})(?!\\d)'
export const LONG_DATE = '(\\d{1,2})\\s+thang\\s+(\\d{1,2})\\s*,?\\s+nam\\s+(\\d{4})(?!\\d)'
const DAY_WORD = 'ng\\s?ay'

/** The date of a document standing right behind its number: `, ban hành ngày 29/8/2019`. */
export const DATE_AFTER = new RegExp(
  `^\\s*,?\\s*(?:(?:duoc\\s+)?(?:ban\\s+hanh|ky|de)\\s+)?(?:(?<!hieu luc\\s)${DAY_WORD}\\s*(?:${SHORT_DATE}|${LONG_DATE})|${LONG_DATE})`,
  'u',
)
/** The year a document is cited by: `năm 2008`, `2014`. */
export const YEAR_AFTER =
  /^\s*(?:nam\s+)?((?:19|20)\d{2})(?![\d/-])(?:(?:\s*,\s*|\s+va\s+)(?:nam\s+)?(?:19|20)\d{2}(?![\d/-]))*/u
/** Any full date with `ngày` before it. */
export const DATE_ANYWHERE = new RegExp(`${DAY_WORD}\\s*(?:${SHORT_DATE}|${LONG_DATE})`, 'gu')
