/**
 * Numbers of legal and administrative documents, on the shape copy (look-alikes plain, case kept):
 *   20/2019/QĐ-UBND        serial / year / symbol
 *   66.22/2026/NQ-CP       dotted serial
 *   1249a/CTPH-UBDT-BTP    letter behind the serial; 30A/2008/NQ-CP
 *   2.0005/18/CV-AC        two-digit year of a company
 *   64/2025/QH15           one group
 *   967/QĐ-UBND-HC         no year
 *   4146/UBND- HCC         blank or line break at any joint (`QĐ-⏎⏎UBND`, `31 / 2022 / QĐ - UBND`)
 *   259/SNV-XDCQ,CTTN&BĐG  two rooms in one symbol
 *   71/2007/TTLT/BTC-BNV   slashes in the symbol; 2836/QĐ.UBND dots
 *   01-NQ/TU, 119- KH/TU   the Party: type before the slash
 *   70-TC/TCT, 71QĐ/UBBS, 59 TC/HCSN   old State numbers
 *   l2/2O19/QĐ-UBND        OCR: l for 1, O for 0 among digits
 * All are read from a known place on (sticky); findAnchors says where a number may begin. Whether it is a citation is
 * decided by the words around it (findNumbers).
 */
const BLANKS = '\\s{0,120}'
const DIGIT = '[\\dlIOo]'

/** Serial with dot and letter: `12`, `066`, `66.22`, `1249a`, `l2`. At least one of its first three signs is a digit. */
export const SERIAL = `(?=[lIO]{0,2}\\d)${DIGIT}{1,7}(?:\\.\\d{1,5})?(?:\\p{L}(?![\\p{L}\\d]))?`
/** Year behind the serial: four digits of any century a slip may make, or two. */
const YEAR = `(?:${BLANKS}[/\\\\]${BLANKS}|-(?=[12]\\d{3}))(?<year>[12l]${DIGIT}{3}|\\d{2})(?=${BLANKS}[/\\\\])`
/** What stands between the numbers and the symbol: a slash, or an old type and a slash. */
const JOINT =
  `(?:${BLANKS}-${BLANKS}(?<type>\\p{L}{1,8})${BLANKS}[/\\\\]${BLANKS}` +
  `|(?<blank>\\s{0,3})(?<glued>[\\p{Lu}]{2,4})\\s{0,4}[/\\\\]${BLANKS}` +
  `|${BLANKS}[/\\\\]${BLANKS})`

/** A year whose slash was lost, or is a dash: `106/2025QH15`, `43/2014-NĐ-CP`. */
const LOST_SLASH = `${BLANKS}/${BLANKS}(?<lost>(?:19|20)\\d{2})(?:\\s?-\\s?)?(?=(?:QH\\d|UBTVQH|NĐ|ND|QĐ|QD|TT|NQ|CT|PL)[\\p{Lu}\\d-])`

/** Everything before the symbol. */
export const NUMBER_HEAD = new RegExp(
  `(?<serial>${SERIAL})(?:${LOST_SLASH}|(?:${YEAR})?${JOINT}(?=\\p{L}))`,
  'uy',
)

/**
 * Numbers whose symbol is no more than letters behind a dash, known only by the noun before them:
 *   Quyết định số 169-CP, Quyết định 201-CP, Quyết định số 217-HĐBT
 */
export const NUMBER_WITH_DASH = new RegExp(
  `(?<serial>\\d{1,5}\\p{Ll}?)${BLANKS}-${BLANKS}(?<group>\\p{L}[\\p{L}\\d]{0,12})(?![\\p{L}\\d/])`,
  'uy',
)

/**
 * Serial and year without a symbol, known only by the noun before them:
 *   Quyết định số 25/2018 ngày …
 *   NĐ 87/2020, 104/2022
 */
export const NUMBER_WITH_YEAR = new RegExp(
  `\\d{1,5}\\p{L}?${BLANKS}/${BLANKS}(?:19|20)\\d{2}(?:(?=ng\\s?ày)|(?!${BLANKS}[/-]${BLANKS}[\\p{L}\\d]|[\\p{L}\\d]))`,
  'uy',
)

/** A bare serial; known by its noun and what follows: `Công điện số 1409 ngày …`, `Quyết định số 12 của Hội đồng …`. */
export const BARE_SERIAL = /\d{1,5}(?:\p{L}(?!\p{L}))?(?:(?=ng\s?ày)|(?![\p{L}\d]))/uy

/** A run of letters and digits in a symbol. */
export const GROUP_RUN = /[\p{L}\d]{1,40}/uy

/** Letters of symbols that are not all upper case, longest first. */
export const MIXED_CASE_GROUPS = [
  'HĐTVGg',
  'GDTrH',
  'KTrVB',
  'SNgV',
  'BNgV',
  'BDTTg',
  'TTg',
  'TTr',
  'CTr',
  'QyĐ',
  'TrS',
]

/** Lower-case letters of the next word that a line join glued to a symbol: `NĐ-CPngày`, `QĐ-TTgng`, `TT-BTCquy định`. */
export const GLUED_TAIL = /^(?:n|ng|ngà|\p{Ll}{3,40})$/u

/** What a symbol is followed by when it surely ends there: date, owner, title, the clause. */
export const SYMBOL_ENDS =
  /^\s{0,40}(?:[,;.)\]”"“]|$|(?:ng\s?ày|của|năm|về|do|quy định|hướng dẫn)(?!\p{L}))/iu

/**
 * A symbol written in small letters throughout, believed only behind a noun: `615/kvn-pc`, `54/2014/qh13`, `3418/bvđk`. Words of the
 * language carry tones or vowels; a symbol of one group has neither.
 */
export const LOWER_SYMBOL =
  /(?:[a-zđơưăâêô]{1,12}\d{0,3}(?:\s{0,4}-\s{0,4}[a-zđơưăâêô\d]{1,14}){1,6}|(?:ubtv)?qh[\dil]{1,2}|[bcdđghklmnpqrstvx]{2,8})(?![\p{L}\d])/uy
