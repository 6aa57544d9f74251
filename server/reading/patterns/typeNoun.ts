/**
 * Nouns that stand before a document number, on the plain copy (lower case, no diacritics), longest first:
 *   Thông tư liên tịch số …
 *   Chương trình hành động số …
 *   Quyết định giám đốc thẩm số …
 *   QĐ số … / NĐ 87/2020
 *   Văn bản số …              wildcard: the symbol says the type
 * Right before a number PDF text layers may put a blank inside a word (`Quyế t định`): findNoun reads over it.
 */
export const TYPE_NOUNS = [
  'thong tu lien tich',
  'thong tu lien bo',
  'nghi quyet lien tich',
  'ke hoach lien tich',
  'huong dan lien tich',
  'huong dan lien nganh',
  'ke hoach lien nganh',
  'van ban hop nhat',
  'chuong trinh hanh dong',
  'chuong trinh phoi hop',
  'quyet dinh giam doc tham',
  'quy che phoi hop',
  'ban thoa thuan',
  'ban ghi nho',
  'thong bao ket luan',
  'thong bao y kien ket luan',
  'cong dien khan',
  'cong van hoa toc',
  'giay moi',
  'giay uy quyen',
  'phieu chuyen',
  'phieu trinh',
  'phieu bao',
  'phieu gui',
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
  'thong tri',
  'chi thi',
  'quy che',
  'quy dinh',
  'dieu le',
  'thong cao',
  'thong bao',
  'huong dan',
  'chuong trinh',
  'ke hoach',
  'phuong an',
  'quy trinh',
  'de an',
  'du an',
  'bao cao',
  'bien ban',
  'to trinh',
  'thoa thuan',
  'cong van',
  'cong dien',
  'cong thu',
  'cong ham',
  'ket luan',
  'khang nghi',
  'kien nghi',
  'van ban',
  'hien phap',
  'lenh',
]

/** Nouns of two types in one: only the first is the type. `Thông báo kết luận số …` is a notice. */
export const HEAD_OF_NOUN: Readonly<Record<string, string>> = {
  'thong bao ket luan': 'thong bao',
  'thong bao y kien ket luan': 'thong bao',
  'cong dien khan': 'cong dien',
  'cong van hoa toc': 'cong van',
}

/** Abbreviations used as nouns: `QĐ số 967/QĐ-UBND`, `NĐ 87/2020`. Upper case in the text. */
export const TYPE_NOUN_ABBREVIATIONS = [
  'ttlt',
  'vbhn',
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
 * `số` before a number, as written, as OCR reads it and as PDF splits it: số, so, só, sổ, s6, s ố, No. Blanks and a colon behind it
 * are off. A law may be numbered `Luật số:`.
 */
export const NUMBER_MARK = /(?:^|[^a-z0-9])(s\s?[o6]|no\.?)$/u
