/**
 * Numbers of legal and administrative documents, on the shape copy (look-alikes plain, case kept):
 *   20/2019/QĐ-UBND        serial / year / symbol
 *   66.22/2026/NQ-CP       dotted serial
 *   1249a/CTPH-UBDT-BTP    letter behind the serial
 *   2.0005/18/CV-AC        two-digit year of a company
 *   64/2025/QH15
 *   967/QĐ-UBND-HC         no year
 *   4146/UBND- HCC         blank at the dash, line break at the dash (`QĐ-⏎⏎UBND`)
 *   259/SNV-XDCQ,CTTN&BĐG  two rooms in one symbol
 *   01-NQ/TU, 119- KH/TU   the Party: type before the slash
 *   70-TC/TCT, 71QĐ/UBBS   old State numbers
 *   599 /SCT-VP            blank before the slash
 * Whether a match is a citation is decided by the words around it (findNumbers).
 */
const SERIAL = '\\d{1,6}(?:\\.\\d{1,5})?\\p{Ll}?'
const GROUP = '\\p{L}[\\p{L}\\d]{0,30}'
const EDGE = '(?<!\\d[.,:])(?<![\\p{L}\\d/-])'
const TAIL = `${GROUP}(?:(?:\\s?-|-\\s{1,4}|[,&])${GROUP}|-\\d{2}(?!\\d)){0,7}`

export const NUMBER_WITH_SYMBOL = new RegExp(
  `${EDGE}(?<serial>${SERIAL})` +
    `(?:\\s?/\\s?(?<year>(?:1[89]|2\\d)\\d{2}|\\d{2})(?=\\s?/))?` +
    `(?:\\s?-\\s?(?<type>\\p{Lu}\\p{L}{0,6})\\s?/\\s?|(?<glued>\\p{Lu}{2,4})\\s?/\\s?|\\s?/\\s?)` +
    `(?<symbol>${TAIL})`,
  'gu',
)

/**
 * Numbers whose symbol is no more than letters behind a dash, known only by the noun before them:
 *   Quyết định số 169-CP
 *   Quyết định 201-CP
 */
export const NUMBER_WITH_DASH =
  /(?<!\d[.,:])(?<![\p{L}\d/-])\d{1,5}\s?-\s?\p{Lu}[\p{L}\d]{0,12}(?![\p{L}\d/])/gu

/**
 * Serial and year without a symbol, and a bare serial with its date; known only by the noun before them:
 *   Quyết định số 25/2018 ngày …
 *   NĐ 87/2020, 104/2022
 *   Quyết định số 12 ngày 25/4/2008
 */
export const NUMBER_WITHOUT_SYMBOL =
  /(?<!\d[.,:])(?<![\p{L}\d/-])\d{1,5}\p{Ll}?(?:\/(?:19|20)\d{2}(?![\p{L}\d/-])|(?=\s+ngày\s+\d)(?![\p{L}\d/-]))/gu

/** Words before a number that say it is something else: a form, a standard, a page, a lot. */
export const NOT_A_DOCUMENT =
  /(?:mau|bieu|bieu mau|mau so|bieu so|phu luc|to khai|qcvn|tcvn|tcxdvn|iso|hoa don|bien so|so dien thoai|thua dat|to ban do|tai khoan|seri|ma so)(?:\s+so)?\s*:?\s*$/u

/** Letters of symbols that are not all upper case. */
export const MIXED_CASE_GROUPS = new Set([
  'TTg',
  'TTr',
  'CTr',
  'QyĐ',
  'TrS',
  'SNgV',
  'BNgV',
  'HĐTVGg',
])

/** Lower-case letters of the next word glued to a symbol by a line join: `NĐ-CPngày`, `QĐ-TTgng`. */
export const GLUED_TAIL = /(?<=\p{Lu}|TTg)(?:ngày|ngà|ng|ban|của|về|n)$/u
