/**
 * Dates as documents write them, on the plain copy:
 *   29/8/2019   29-8-2019   29.8.2019   29 / 8 / 2019
 *   29 tháng 8 năm 2019     29 tháng 08 năm 2019 (over line breaks)   29 tháng 8/2019
 *   l9/O8/2019              OCR: l for 1, O for 0
 * A day without `ngày` before it counts only in the long form.
 */
const BLANKS = '\\s{0,120}'
const TWO = '([\\dlio]{1,2})'
const FOUR = '([12l][\\dlio]{3})(?![\\d])'
const SIGN = `${BLANKS}[/.-]${BLANKS}`
export const SHORT_DATE = `${TWO}${SIGN}${TWO}${SIGN}${FOUR}`
export const LONG_DATE = `${TWO}${BLANKS}th\\s?ang${BLANKS}${TWO}${BLANKS}(?:,${BLANKS})?(?:n\\s?am|/)${BLANKS}${FOUR}`
/** `16-8-89`: a year in two digits, only right behind a number. */
const OLD_DATE = `${TWO}[/.-]${TWO}[/.-](\\d{2})(?![\\d/.-])`
export const DAY_WORD = 'ng\\s?a\\s?[yv]'

/** What may stand between a number and its date: a comma or bracket, a footnote mark, `ban hành`, `ký`, `đề`, `hồi 15 giờ`. */
const LEAD =
  `^[*_”"]{0,3}${BLANKS}(?:[\\[(](?:\\d{1,2}|\\s{1,300})[\\])]${BLANKS})?(?:[,(-]${BLANKS})?` +
  `(?:(?:(?:da\\s+)?duoc\\s+)?(?:ban\\s+hanh|ky(?:\\s+ban\\s+hanh)?|de|lap|thong\\s+qua|cong\\s+bo)\\s+)?(?:vao\\s+)?` +
  `(?:hoi\\s+\\d{1,2}\\s?(?:gio|h|g)(?:\\s?\\d{1,2}(?:\\s?phut)?)?\\s{0,9},?\\s{0,9})?`

/** The date of a document standing right behind its number: `, ban hành ngày 29/8/2019`. */
export const DATE_AFTER = new RegExp(
  `${LEAD}(?:${DAY_WORD}${BLANKS}(?::\\s{0,9})?(?:m[uo]ng\\s+)?(?:${SHORT_DATE}|${LONG_DATE}|${OLD_DATE})|${LONG_DATE}|(?<=\\(\\s?)${SHORT_DATE}\\s?\\)|(?<=,\\s{0,9})${SHORT_DATE}(?=\\s{1,9}(?:cua|ve|quy|huong)))`,
  'u',
)
/**
 * The maker between number and date: `của liên Bộ A - Bộ B ban hành ngày 04/10/2006`, `do Bộ C ký ngày …`, `được UBND tỉnh ban hành
 * ngày …`.
 */
const NOT_A_MAKER = [
  'hieu luc|ke tu|truoc|sau |den |tu |ve |quy dinh|huong dan|sua doi|thay the|bai bo|thuc hien|ap dung|theo |gui |cho ',
  'cuoc hop|phien hop|buoi |tai (?!chinh|nguyen|san)|trong (?!trot)|trinh |nop |dang ky',
  'quyet dinh|nghi dinh|nghi quyet|thong tu|chi thi|ke hoach (?!va)|van ban|cong van|luat ',
].join('|')
const MAKER = `(?:(?!(?:${NOT_A_MAKER}))[^;:.()\\d]){3,110}?`
export const MAKER_AND_DATE = new RegExp(
  `^${BLANKS}(?:,\\s?)?(?:(?:cua|do)\\s+${MAKER}(?:ban\\s+hanh\\s+|ky\\s+)?|duoc\\s+${MAKER}ban\\s+hanh\\s+)${DAY_WORD}${BLANKS}(?:${SHORT_DATE}|${LONG_DATE})`,
  'u',
)
/** The year a document is cited by: `năm 2008`, `2014`. */
export const YEAR_AFTER =
  /^\s{0,120}(?:nam\s{1,40})?((?:19|20)\d{2})(?![\d/-])(?:(?:\s{0,9},\s{0,9}|\s{1,9}va\s{1,9})(?:nam\s{1,9})?(?:19|20)\d{2}(?![\d/-]))*/u
/** Any full date with `ngày` before it. */
export const DATE_ANYWHERE = new RegExp(`${DAY_WORD}${BLANKS}(?:${SHORT_DATE}|${LONG_DATE})`, 'gu')
/** A full date standing right at a place. */
export const DATE_AT = new RegExp(`^${DAY_WORD}${BLANKS}(?:${SHORT_DATE}|${LONG_DATE})`, 'u')
