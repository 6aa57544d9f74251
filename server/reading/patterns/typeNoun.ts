/**
 * Nouns that stand before a document number, on the plain copy (lower case, no diacritics), longest first:
 *   Thông tư liên tịch số …
 *   Chương trình hành động số …
 *   Quyết định giám đốc thẩm số …
 *   QĐ số … / NĐ 87/2020
 *   Văn bản số …              wildcard: the symbol says the type
 * PDF text layers put a blank inside a word (`Quyế t định`): a blank is allowed between any noun's words only.
 */
export const TYPE_NOUNS = [
  'thong tu lien tich',
  'thong tu lien bo',
  'nghi quyet lien tich',
  'van ban hop nhat',
  'chuong trinh hanh dong',
  'chuong trinh phoi hop',
  'quyet dinh giam doc tham',
  'quy che phoi hop',
  'ban thoa thuan',
  'ban ghi nho',
  'giay phep',
  'giay moi',
  'phieu chuyen',
  'ban an',
  'an le',
  'sac lenh',
  'sac luat',
  'bo luat',
  'luat',
  'phap lenh',
  'nghi quyet',
  'nghi dinh',
  'quyet dinh',
  'thong tu',
  'chi thi',
  'quy che',
  'quy dinh',
  'thong cao',
  'thong bao',
  'huong dan',
  'chuong trinh',
  'ke hoach',
  'phuong an',
  'de an',
  'du an',
  'bao cao',
  'bien ban',
  'to trinh',
  'hop dong',
  'cong van',
  'cong dien',
  'ket luan',
  'van ban',
  'hien phap',
  'lenh',
]

/** Abbreviations used as nouns: `QĐ số 967/QĐ-UBND`, `NĐ 87/2020`. Upper case in the text. */
export const TYPE_NOUN_ABBREVIATIONS = [
  'ttlt',
  'qd',
  'nd',
  'nq',
  'tt',
  'ct',
  'kh',
  'cv',
  'tb',
  'vb',
  'ttr',
  'cd',
  'kl',
  'bc',
]

const noun = TYPE_NOUNS.map(words => words.replaceAll(' ', '\\s+')).join('|')

/** A noun, with its first and last letter at word edges. */
export const TYPE_NOUN = new RegExp(`(?<![a-z0-9])(?:${noun})(?![a-z0-9])`, 'gu')

/** A noun standing right at the start of what follows: tells that a list goes on with another document. */
export const STARTS_WITH_NOUN = new RegExp(
  `^\\s*(?:cac\\s+|nhung\\s+)?(?:${noun}|${TYPE_NOUN_ABBREVIATIONS.join('|')})(?![a-z0-9])`,
  'u',
)

/**
 * `số` before a number, as written, as OCR reads it and as PDF splits it: số, so, só, sổ, s ố, Số:, No.
 * A law may be numbered `Luật số:`.
 */
export const NUMBER_MARK = /(?:^|[^a-z0-9])(s ?o|no\.?)\s*:?\s*$/u
